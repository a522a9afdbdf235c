/** What a browser may load and run on our pages, whatever an author has got into them: files of the site and nothing else. */
const directives = {
  'default-src': "'none'",
  'style-src': "'self' 'unsafe-inline'",
  'script-src': "'self'",
  'img-src': "'self' data:",
  // What `default-src` does not speak of.
  'base-uri': "'none'",
  'form-action': "'none'",
} as const;

type Sources = Partial<Record<keyof typeof directives | 'connect-src' | 'worker-src', string>>;

function formatPolicy(more: Sources): string {
  const all: Record<string, string> = { ...directives };
  for (const [name, sources] of Object.entries(more))
    all[name] = [all[name], sources].filter(Boolean).join(' ');
  return Object.entries(all)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}

/** Of the built pages. `file:` lets a browser that gives local files no origin still load the style sheet. */
export const sitePolicy = formatPolicy({ 'style-src': 'file:', 'script-src': 'file:', 'img-src': 'file:' });

/** Of what the preview answers: its pages listen to the server that they came from. */
export const livePolicy = formatPolicy({ 'connect-src': "'self'" });

/**
 * Of what Astro's dev server answers. Vite's client listens to the server it came from, and waits in a worker of its own for
 * one that was stopped. `host` is what the browser calls the server: not every browser takes a socket for 'self'.
 */
export function buildDevPolicy(host: string | undefined): string {
  const socket =
    host !== undefined && /^[\w.-]+(?::\d+)?$|^\[[\da-f:]+\](?::\d+)?$/i.test(host) ? ` ws://${host}` : '';
  return formatPolicy({ 'connect-src': `'self'${socket}`, 'worker-src': 'blob:' });
}
