/**
 * Runs in the browser beside a page that is previewed: loads it anew when the course was built again, and shows the errors
 * that no page would. Texts of an author are only ever text here.
 */
const own = document.querySelector('meta[name="fupan-version"]')?.content;

new EventSource('/@fupan/events').addEventListener('state', ({ data }) => {
  const { version, ...errors } = JSON.parse(data);
  // Built again since this page was made, or the preview was started anew.
  if (version !== own) location.reload();
  else showErrors(errors);
});

/** `title`: of all; `errors`: each with its place, what is wrong and what to do. */
function showErrors({ title, errors }) {
  document.querySelector('fupan-errors')?.remove();
  if (errors.length === 0) return;
  const host = document.createElement('fupan-errors');
  const root = host.attachShadow({ mode: 'open' });
  const box = addText(root, 'div', '');
  box.setAttribute('role', 'alertdialog');
  box.setAttribute('aria-label', title);
  box.style.cssText =
    'position:fixed;inset:0;z-index:9999;overflow:auto;padding:max(1.5rem,6vh) max(1rem,8vw);background:#1c1917f2;color:#fafaf9;font:16px/1.7 system-ui,sans-serif';
  addText(box, 'h1', title).style.cssText = 'margin:0 0 1rem;font-size:1.3rem';
  for (const { place, what, cure } of errors) {
    const one = addText(box, 'section', '');
    one.style.cssText = 'margin:0 0 1.2rem;padding:0 0 0 1rem;border-left:3px solid #f87171';
    addText(one, 'div', place).style.cssText =
      'color:#d6d3d1;font-family:ui-monospace,monospace;font-size:.85em;overflow-wrap:anywhere';
    addText(one, 'div', what).style.cssText = 'font-weight:600';
    addText(one, 'div', `→ ${cure}`).style.cssText = 'color:#e7e5e4';
  }
  document.documentElement.append(host);
}

function addText(parent, name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  parent.append(element);
  return element;
}
