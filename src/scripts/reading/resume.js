import { nameOf } from './sections.js';

/** Keeps the section of this page where its reader was, or gives it; private windows keep nothing. */
export function keepSection(id) {
  const key = `fupan-read ${location.pathname}`;
  try {
    if (id === undefined) return localStorage.getItem(key);
    if (id) localStorage.setItem(key, id);
    else localStorage.removeItem(key);
  } catch {
    // As if it had never been read.
  }
}

/** Offers the way to the section where the reader left off, until it is taken, refused, or a screen was read. */
export function offerReturn(way, id, words) {
  const isIt = ({ hash }) => decodeURIComponent(hash.slice(1)) === id;
  const link = [...way.querySelectorAll('.rail a')].find(isIt);
  if (!link || location.hash || scrollY > 200) return;
  const offer = document.createElement('p');
  const leave = () => {
    if (scrollY > innerHeight) end();
  };
  const end = () => {
    offer.remove();
    removeEventListener('scroll', leave);
  };
  const add = (name, text, more) =>
    offer.append(Object.assign(document.createElement(name), { textContent: text, onclick: end }, more));
  offer.className = 'resume';
  add('a', words.resume + nameOf(link), { href: link.hash });
  add('button', '×', { type: 'button', ariaLabel: words.close });
  document.body.append(offer);
  addEventListener('scroll', leave, { passive: true });
}
