import { defineConfig } from 'astro/config';
import { fupanConfig } from './src/cli/site/astro-config.ts';

// The course in this folder, for Astro's own commands: `npx astro build` makes its site without PDFs, `npx astro dev`
// is `npm run dev`. Our commands are configured by the same function.
export default defineConfig(fupanConfig({ root: import.meta.dirname }));
