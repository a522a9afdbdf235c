/// <reference types="astro/client" />

/** Made by `src/integration.ts`. */
declare module 'virtual:fupan/site-data' {
  /** Folder of the built course on this machine: `books/`, `pages/`, `course.json`. Never printed. */
  export const siteData: string;
}

declare module 'virtual:fupan/texts' {
  /** The texts of the course as Astro compiles them, by name: `reports/growth-lab/background`, `pages/guide`. */
  export const bodies: Record<
    string,
    () => Promise<{ Content: import('astro/runtime/server/index.js').AstroComponentFactory }>
  >;
}

declare namespace App {
  interface Locals {
    /** Of the text that the page prints. */
    text: import('./components/tags/text-context.ts').TextContext;
  }
}
