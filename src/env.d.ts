/// <reference types="astro/client" />

/** Made by `src/integration.ts`. */
declare module 'virtual:fupan/site-data' {
  /** Folder of the built course on this machine: `books/`, `pages/`, `course.json`. Never printed. */
  export const siteData: string;
}
