/** What a link of the list is called: number and title. */
export const nameOf = (link) => [...link.children].map(({ textContent }) => textContent).join(' ');

/** Brings the present section into sight within its list; the page itself stays where it is. */
export function showIn(way, link) {
  const scrolls = (box) => box.scrollHeight > box.clientHeight && getComputedStyle(box).overflowY === 'auto';
  const box = [way, way.lastElementChild].find(scrolls);
  if (!box || !link) return;
  const [frame, own] = [box.getBoundingClientRect(), link.getBoundingClientRect()];
  if (own.top < frame.top || own.bottom > frame.bottom)
    box.scrollTop += own.top - frame.top - frame.height / 3;
}

/** Marks the section being read in the list, names it in the bar, and says so to `onRead` when it is another. */
export function followSections(way, onRead) {
  const at = way.querySelector('.way-at');
  const title = at.textContent;
  const links = [...way.querySelectorAll('.rail a')];
  const headings = links.map(({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1))));
  let last;
  const mark = () => {
    const high = document.documentElement.scrollHeight - innerHeight;
    way.style.setProperty('--read', high > 0 ? Math.min(1, scrollY / high) : 0);
    const reading = headings.findLastIndex((heading) => heading?.getBoundingClientRect().top < 120);
    if (reading === last) return;
    links.forEach((link, i) => {
      if (i === reading) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    });
    const link = links[reading];
    at.textContent = link ? nameOf(link) : title;
    showIn(way, link);
    // Not by opening the page alone.
    if (last !== undefined) onRead(link ? headings[reading].id : '');
    last = reading;
  };
  addEventListener('scroll', mark, { passive: true });
  mark();
}
