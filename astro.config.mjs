import { defineConfig } from 'astro/config';
import { fupan } from './src/integration.ts';

// Only editors and `astro check` read this file; the commands hand in their own folders (src/integration.ts).
export default defineConfig({ integrations: [fupan({ siteData: '.fupan' })] });
