const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML, between tags as well as within quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** ` class="x" id="y"`: attributes whose value is undefined or empty are left out. */
export function renderAttributes(given: Record<string, string | number | undefined>): string {
  return Object.entries(given)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
    .join('');
}

/** Attributes of a box that may scroll sideways: reachable by keyboard and named for those who do not see it. */
export function renderScrollable(label: string): string {
  return renderAttributes({ tabindex: 0, role: 'group', 'aria-label': label || 'table' });
}
