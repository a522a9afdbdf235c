import { showIn } from './sections.js';

/** Of a sheet that is open: Escape and a link close it, Tab stays within. */
export function holdSheet(way) {
  const bar = way.querySelector('summary');
  way.addEventListener('toggle', () => showIn(way, way.querySelector('.rail [aria-current]')));
  way.addEventListener('click', ({ target }) => {
    if (target.closest('a')) way.open = false;
  });
  way.addEventListener('keydown', (event) => {
    if (!way.open) return;
    if (event.key === 'Escape') {
      way.open = false;
      bar.focus();
    }
    if (event.key !== 'Tab') return;
    const stops = [bar, ...way.querySelectorAll('a')].filter((one) => one.getClientRects().length > 0);
    const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
    if (document.activeElement !== from) return;
    event.preventDefault();
    to.focus();
  });
}
