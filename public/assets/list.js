/* Adds to lists that are complete without it: a box that narrows them, and the way back to the sentence that a reader came from. */
(() => {
  const fold = (text) => text.normalize('NFKC').toLowerCase();

  /** `.filter` stands before its list: `data-items` are what is shown or not, `data-groups` what goes when all in it is gone, `data-index` links to items. */
  const setUp = (box) => {
    const { label, items, groups, index } = box.dataset;
    const lines = [...document.querySelectorAll(items)].map((item) => ({ item, text: fold(item.textContent) }));
    const links = index ? [...document.querySelectorAll(index)] : [];
    const parts = groups ? [...document.querySelectorAll(groups)] : [];
    const input = document.createElement('input');
    input.type = 'search';
    input.placeholder = label;
    input.setAttribute('aria-label', label);
    const count = document.createElement('output');
    box.setAttribute('role', 'search');
    box.append(input, count);

    const narrow = () => {
      const words = fold(input.value).split(/\s+/).filter(Boolean);
      let left = 0;
      for (const { item, text } of lines) {
        const fits = words.every((word) => text.includes(word));
        item.classList.toggle('gone', !fits);
        if (fits) left++;
      }
      for (const part of parts) part.classList.toggle('gone', !part.querySelector(`:is(${items}):not(.gone)`));
      for (const link of links) {
        const to = decodeURIComponent(link.querySelector('a').hash.slice(1));
        link.classList.toggle('gone', document.getElementById(to)?.matches('.gone') ?? false);
      }
      count.textContent = words.length > 0 ? `${left} / ${lines.length}` : '';
      return words.length > 0;
    };
    const keep = (filter) => {
      try {
        history.replaceState({ ...history.state, filter }, '');
      } catch {
        // The list is then whole when the reader comes back.
      }
    };
    input.addEventListener('input', () => {
      narrow();
      keep(input.value);
    });
    // A link to what is gone brings everything back.
    addEventListener('hashchange', () => {
      if (!document.querySelector('.gone:target, .gone :target')) return;
      input.value = '';
      narrow();
      keep('');
      document.querySelector(':target').scrollIntoView();
    });
    input.value = history.state?.filter ?? '';
    if (narrow()) document.querySelector(':target')?.scrollIntoView();
  };
  for (const box of document.querySelectorAll('.filter')) setUp(box);

  /** `?from=background.html#use-3`: the place among those that cite the value, not any address. */
  const from = new URLSearchParams(location.search).get('from');
  const entry = from && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const isFrom = ({ pathname, hash }) =>
    decodeURIComponent(pathname).split('/').pop() + decodeURIComponent(hash) === from;
  const place = entry && [...entry.querySelectorAll('.cited a')].find(isFrom);
  if (place) {
    place.setAttribute('aria-current', 'true');
    entry.querySelector('.return').href = place.href;
  }
})();
