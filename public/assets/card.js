/* Adds to numbers and terms that are complete without it: a card beside the sentence that says where the number comes from. */
(() => {
  const source = document.currentScript.dataset.cards;
  /** Milliseconds that a pointer rests before a card comes, and is away before it goes. */
  const [rest, leave] = [160, 220];
  const id = 'number-card';
  const saidOf = new WeakMap();
  let asked;
  let touched = false;
  let timer;
  /** The number that a card is on its way to, the one whose card was opened last, and the card beside its number. */
  let wanted;
  let opened;
  let shown;

  /** The cards of the page: a file of their own, asked for once, and only when somebody looks at a number. */
  const load = () => {
    asked ??= new Promise((done) => {
      globalThis.fupanCards = ({ words, values }) => done({ words, values: new Map(values) });
      const script = document.createElement('script');
      script.onerror = () => done(undefined);
      script.src = source;
      document.head.append(script);
    });
    return asked;
  };

  const ownerOf = (target) =>
    target.closest?.('.number-card') ? undefined : target.closest?.('main a[href*="#v-"], main dfn.term');

  /** What the browser would show by itself is taken over. */
  const takeTitle = (owner) => {
    if (owner.title) {
      saidOf.set(owner, owner.title);
      owner.removeAttribute('title');
    }
  };

  /** A term has on the page itself what its card says. */
  const cardOf = ({ words, values }, owner) => {
    const { href, formula, source, link } = owner.dataset;
    if (owner.localName === 'a') return values.get(href ?? owner.getAttribute('href'));
    const facts = [
      [words.formula, formula],
      [words.source, source],
    ];
    return { name: owner.textContent, facts: facts.filter(([, said]) => said), link };
  };

  const add = (parent, name, text, className = '') => {
    const part = document.createElement(name);
    part.textContent = text;
    if (className) part.className = className;
    return parent.appendChild(part);
  };
  const addLink = (parent, text, href) => {
    add(parent, 'a', text).setAttribute('href', href);
  };

  const build = ({ name, text, facts, link, figures = [] }, owner, words) => {
    const card = document.createElement('div');
    card.className = 'number-card';
    card.id = id;
    const head = add(card, 'p', '', 'card-head');
    add(head, 'b', name);
    if (text) add(head, 'span', text, 'card-value');
    if (saidOf.has(owner)) add(card, 'p', saidOf.get(owner));
    const list = add(card, 'dl', '', 'facts');
    for (const [label, said] of facts) {
      add(list, 'dt', label);
      add(list, 'dd', said);
    }
    const to = link ?? owner.getAttribute('href');
    const more = to ? add(card, 'p', '', 'card-more') : undefined;
    if (to) addLink(more, words.more, to);
    for (const [figure, label] of figures) addLink(more, label, `#${figure}`);
    return card;
  };

  /** Figures that show the number are set off, and in them the mark that says the same. */
  const light = ({ text, figures = [] }, on) => {
    for (const [figure] of figures) {
      const box = document.getElementById(figure);
      box?.classList.toggle('lit', on);
      box?.querySelector('.plot')?.dispatchEvent(new CustomEvent('seek', { detail: on ? text : '' }));
    }
  };

  const hide = () => {
    clearTimeout(timer);
    wanted = undefined;
    if (!shown) return;
    const { owner, card, content } = shown;
    shown = undefined;
    owner.removeAttribute('aria-describedby');
    if (saidOf.has(owner)) owner.title = saidOf.get(owner);
    card.remove();
    light(content, false);
  };

  /** Under the number, over it, or beside what is large: never on it, never outside of the window. */
  const place = (card, owner) => {
    const [box, edge, room] = [owner.getBoundingClientRect(), 8, document.documentElement];
    const [over, under] = [box.top - 2 * edge, room.clientHeight - box.bottom - 2 * edge];
    const [right, low] = [room.clientWidth - card.offsetWidth - edge, room.clientHeight - card.offsetHeight - edge];
    const isUnder = card.offsetHeight <= under || under >= over;
    const isBeside = card.offsetHeight > Math.max(over, under) && box.right + edge <= right && low >= edge;
    if (!isBeside) card.style.maxHeight = `${Math.max(isUnder ? under : over, 80)}px`;
    const left = isBeside ? box.right + edge : Math.max(edge, Math.min(box.left, right));
    const beside = Math.max(edge, Math.min(box.top, low));
    const top = isBeside ? beside : isUnder ? box.bottom + edge : box.top - edge - card.offsetHeight;
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${top + scrollY}px`;
  };

  const show = async (owner) => {
    wanted = owner;
    const data = await load();
    const content = data && cardOf(data, owner);
    if (wanted !== owner || !content || shown?.owner === owner) return;
    hide();
    opened = owner;
    const card = build(content, owner, data.words);
    card.setAttribute('role', 'group');
    card.setAttribute('aria-label', content.name);
    document.getElementById('main').append(card);
    place(card, owner);
    owner.setAttribute('aria-describedby', id);
    shown = { owner, card, content };
    light(content, true);
  };

  /** At the foot of a phone: the card with its links, and a way to close it. */
  const openSheet = async (owner) => {
    const data = await load();
    const content = data && cardOf(data, owner);
    if (!content) {
      if (owner.href) location.assign(owner.href);
      return;
    }
    hide();
    opened = owner;
    const sheet = document.createElement('dialog');
    sheet.className = 'card-sheet';
    sheet.setAttribute('aria-label', content.name);
    sheet.append(build(content, owner, data.words));
    const button = add(sheet, 'button', data.words.close, 'button quiet');
    button.type = 'button';
    sheet.addEventListener('click', ({ target }) => {
      // The dialog itself is all that is around its card.
      if (target === sheet || target === button || target.hash?.startsWith('#')) sheet.close();
    });
    sheet.addEventListener('close', () => sheet.remove());
    document.body.append(sheet);
    sheet.showModal();
  };

  /** The ledger leads back to the very sentence: the link says where it was followed, and so does the page it leaves. */
  const remember = (link) => {
    const owner = link.closest('.number-card') ? opened : link;
    const place = (owner.id ? owner : owner.closest('li[id]'))?.id;
    if (!place || link.dataset.href) return;
    const page = decodeURIComponent(location.pathname).split('/').pop() || 'index.html';
    const [path, anchor] = link.getAttribute('href').split('#');
    link.dataset.href = `${path}#${anchor}`;
    link.setAttribute('href', `${path}?from=${encodeURIComponent(`${page}#${place}`)}#${anchor}`);
    try {
      history.replaceState(history.state, '', `#${place}`);
    } catch {
      // Some browsers let no page from a file name a place.
    }
  };

  const wait = (owner, time, act) => {
    clearTimeout(timer);
    timer = setTimeout(() => act(owner), time);
  };
  const listeners = {
    pointerover({ target, pointerType }) {
      const owner = pointerType === 'touch' ? undefined : ownerOf(target);
      if (owner) {
        takeTitle(owner);
        load();
        wait(owner, rest, show);
      } else if (shown?.card.contains(target)) clearTimeout(timer);
    },
    pointerout({ target, pointerType }) {
      if (pointerType !== 'touch' && (ownerOf(target) || shown?.card.contains(target))) wait(0, leave, hide);
    },
    pointerdown({ pointerType }) {
      touched = pointerType === 'touch';
    },
    focusin({ target }) {
      const owner = ownerOf(target);
      if (!owner?.matches(':focus-visible')) return;
      takeTitle(owner);
      wait(owner, 0, show);
    },
    focusout({ target }) {
      if (ownerOf(target)) hide();
    },
    keydown({ key }) {
      touched = false;
      if (key === 'Escape') hide();
    },
    click(event) {
      const owner = ownerOf(event.target);
      if (owner && touched && 'showModal' in HTMLDialogElement.prototype) {
        event.preventDefault();
        takeTitle(owner);
        openSheet(owner);
        return;
      }
      const link = event.target.closest?.('a[href*="#v-"]');
      if (link) remember(link);
    },
    auxclick({ target }) {
      const link = ownerOf(target);
      if (link?.href) remember(link);
    },
  };
  for (const name in listeners) document.addEventListener(name, listeners[name]);
})();
