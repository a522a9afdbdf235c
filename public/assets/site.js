/* Adds to pages that are complete without it: a switch for light and dark, and the section being read. */
(() => {
  const root = document.documentElement;
  const store = {
    get: () => {
      try {
        return localStorage.getItem('fupan-theme');
      } catch {
        return null;
      }
    },
    set: (theme) => {
      try {
        localStorage.setItem('fupan-theme', theme);
      } catch {
        // Private windows keep nothing; the choice then lasts for this page.
      }
    },
  };
  const chosen = store.get();
  if (chosen === 'light' || chosen === 'dark') root.dataset.theme = chosen;
  // Before anything is shown: the switch has its place from the beginning, and nothing moves.
  root.classList.add('scripted');

  const ready = () => {
    const button = document.querySelector('button.theme');
    if (button) {
      button.hidden = false;
      button.addEventListener('click', () => {
        const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
        const next = (root.dataset.theme ?? system) === 'dark' ? 'light' : 'dark';
        root.dataset.theme = next;
        store.set(next);
      });
    }
    const links = [...document.querySelectorAll('.rail a')];
    const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    if (links.length === 0) return;
    const mark = () => {
      let reading = -1;
      headings.forEach((heading, i) => {
        if (heading && heading.getBoundingClientRect().top < 120) reading = i;
      });
      links.forEach((link, i) => {
        if (i === reading) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      });
    };
    addEventListener('scroll', mark, { passive: true });
    mark();
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', ready);
  else ready();
})();
