/** Where the clipboard is closed to a page, as over plain http, the text is copied as if a reader had marked it. */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = Object.assign(document.createElement('textarea'), { value: text, className: 'unseen' });
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }
}

/** A link that leads to itself puts its full address into the clipboard, too; so does a button the text before it. */
export function letCopy({ copied }) {
  document.addEventListener('click', async ({ target }) => {
    const link = target.closest?.('.number[href^="#"], .anchor, .copy');
    if (!link) return;
    await copyText(link.href ?? link.previousElementSibling.textContent);
    const { left, bottom } = link.getBoundingClientRect();
    const note = Object.assign(document.createElement('p'), { className: 'copied', textContent: copied });
    note.setAttribute('role', 'status');
    note.style.cssText = `left:${Math.min(left, innerWidth - 120) + scrollX}px;top:${bottom + scrollY + 4}px`;
    document.body.append(note);
    setTimeout(() => note.remove(), 2000);
  });
}
