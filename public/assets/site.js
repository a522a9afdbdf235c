/* Adds to pages that are complete without it: a switch for light and dark. */
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
    const find = document.querySelector('button.find');
    if (find) {
      find.hidden = false;
      const open = () => {
        if (window.fupanFind) window.fupanFind();
        else if (!find.loading) {
          find.loading = document.createElement('script');
          find.loading.src = `${find.dataset.root}assets/search.js`;
          document.head.append(find.loading);
        }
      };
      find.addEventListener('click', open);
      document.addEventListener('keydown', (event) => {
        const isTyping = event.target.closest('input, textarea, select, [contenteditable]');
        const isAsked = event.key === '/' ? !isTyping : event.key === 'k' && (event.ctrlKey || event.metaKey);
        if (!isAsked) return;
        event.preventDefault();
        open();
      });
    }
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
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', ready);
  else ready();
})();
