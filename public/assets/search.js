/* Search over the texts of the site, loaded when somebody searches. Its data are classic scripts: `file://` fetches nothing. */
(() => {
  const button = document.querySelector('button.find');
  const { root, own, words: written } = button.dataset;
  const words = JSON.parse(written);
  /** By name of the file: what has been loaded of it. */
  const indexes = new Map();
  const fold = (text) => text.normalize('NFKC').toLowerCase();

  const load = (path) => {
    if (indexes.has(path)) return;
    indexes.set(path, undefined);
    const script = document.createElement('script');
    script.src = root + path;
    document.head.append(script);
  };
  window.fupanSearch = (index) => {
    indexes.set(index.path, {
      ...index,
      docs: index.docs.map(([kind, title, text, to]) => ({
        ...{ kind, title, text, to, from: index },
        // A number before it is no part of a heading's name.
        folded: [fold(title).replace(/^[\d.]+ /, ''), fold(text)],
      })),
    });
    if (isWide) for (const path of index.reports ?? []) load(path);
    show();
  };

  const make = (name, props = {}, ...children) => {
    const element = Object.assign(document.createElement(name), props);
    element.append(...children);
    return element;
  };
  const input = make('input', { type: 'search', placeholder: words.hint, autocomplete: 'off', spellcheck: false });
  input.setAttribute('aria-label', words.search);
  const scope = make('button', { type: 'button', className: 'scope', textContent: words.everywhere });
  const close = make('button', { type: 'button', className: 'close', textContent: words.close });
  const count = make('p', { className: 'quiet' });
  count.setAttribute('role', 'status');
  const list = make('ol');
  const dialog = make('dialog', { className: 'find-box' }, make('div', { className: 'filter' }, input, scope, close), count, list);
  dialog.setAttribute('aria-label', words.search);
  document.body.append(dialog);

  /** What is on this page's own ground, or all there is. */
  let isWide = !own;
  const widen = (wide) => {
    isWide = wide;
    scope.hidden = !own;
    scope.setAttribute('aria-pressed', String(wide));
    if (own) load(own);
    if (wide) for (const path of ['search.js', 'guide/search.js']) load(path);
    if (wide) for (const path of indexes.get('search.js')?.reports ?? []) load(path);
  };

  const kinds = { section: 8, term: 8, value: 6, figure: 4, table: 4, page: 6 };
  /** None where a word is missing: in the title it counts most, then at its beginning. */
  const weigh = ({ folded: [title, text], kind, from }, terms) => {
    let weight = kinds[kind] + (from.path === own ? 3 : 0);
    for (const term of terms) {
      const at = title.indexOf(term);
      const inside = text.indexOf(term);
      if (at < 0 && inside < 0) return 0;
      weight += (at === 0 ? 60 : at > 0 ? 40 : 0) + (inside < 0 ? 0 : 8);
      if (title === term) weight += 30;
    }
    return weight;
  };

  /** The text with what was looked for marked, from a little before the first hit. */
  const mark = (text, terms, length) => {
    const folded = fold(text);
    const same = folded.length === text.length;
    const hits = same ? terms.map((term) => [folded.indexOf(term), term.length]).filter(([at]) => at >= 0) : [];
    const first = Math.min(...hits.map(([at]) => at), text.length);
    const from = length && first > 24 && first < text.length ? first - 20 : 0;
    const to = length ? from + length : text.length;
    const parts = [from > 0 ? '…' : ''];
    let last = from;
    for (const [at, size] of hits.toSorted((a, b) => a[0] - b[0]))
      if (at >= last && at + size <= to) {
        parts.push(text.slice(last, at), make('mark', { textContent: text.slice(at, at + size) }));
        last = at + size;
      }
    return [...parts, text.slice(last, to), to < text.length ? '…' : ''];
  };

  const most = 30;
  const show = () => {
    const terms = fold(input.value).split(/\s+/).filter(Boolean);
    const docs = [...indexes].flatMap(([path, index]) => (index && (isWide || path === own) ? index.docs : []));
    const found = (terms.length > 0 ? docs : [])
      .map((doc) => ({ doc, weight: weigh(doc, terms) }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight);
    count.textContent = terms.length > 0 ? words.found.replace('#', found.length) : '';
    list.replaceChildren(
      ...found.slice(0, most).map(({ doc }) =>
        make(
          'li',
          {},
          make(
            'a',
            { href: root + doc.to },
            make('small', { textContent: words.kinds[doc.kind] + (isWide ? ` · ${doc.from.title}` : '') }),
            make('b', {}, ...mark(doc.title, terms)),
            make('span', {}, ...mark(doc.text, terms, 90)),
          ),
        ),
      ),
    );
  };

  input.addEventListener('input', show);
  scope.addEventListener('click', () => {
    widen(!isWide);
    show();
    input.focus();
  });
  close.addEventListener('click', () => dialog.close());
  // A link on this very page leaves the box open else.
  list.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('keydown', (event) => {
    // A browser would empty the box first.
    if (event.key === 'Escape') dialog.close();
    const links = [...list.querySelectorAll('a')];
    const at = links.indexOf(document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (event.key === 'Enter' && at < 0 && event.target === input) links[0]?.click();
    if (next === undefined) return;
    event.preventDefault();
    (next < 0 ? input : (links[next] ?? links.at(-1)))?.focus();
  });
  window.fupanFind = () => {
    widen(isWide);
    if (!dialog.open) dialog.showModal();
    input.select();
    show();
  };
  window.fupanFind();
})();
