/// <reference types="astro/client" />

// Made by the integration, in `src/integration/`.

declare module 'virtual:fupan/site' {
  /** The built course; nothing where a command builds no books. */
  export const readSite: () => import('./components/site-types.ts').SiteContent | undefined;
}

declare module 'virtual:fupan/texts' {
  /** The texts of the course as Astro compiles them, by name: `reports/growth-lab/background`, `pages/guide`. */
  export const findBody: (
    name: string,
  ) =>
    | (() => Promise<{ Content: import('astro/runtime/server/index.js').AstroComponentFactory }>)
    | undefined;
}

declare module 'virtual:fupan/reading-script' {
  /** `assets/reading.js`. */
  export const script: string;
}

declare namespace App {
  interface Locals {
    /** Of the text that the page prints. */
    text: import('./components/tags/text-context.ts').TextContext;
  }
}
