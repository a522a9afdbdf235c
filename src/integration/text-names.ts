/** How texts are named and read, by Vite and by compiled pages. */

export const textsName = 'virtual:fupan/texts';
export const resolvedTextsName = `\0${textsName}`;

/** Texts have the names of files that lie nowhere: `/fupan-texts/reports/growth-lab/background.mdx`. */
const folder = '/fupan-texts/';
const ending = '.mdx';

export const isTextModule = (id: string): boolean => id.startsWith(folder) && id.endsWith(ending);

export const toTextModule = (name: string): string => `${folder}${name}${ending}`;

export const toTextName = (id: string): string => id.slice(folder.length, -ending.length);

/** How compiled pages find the texts, and texts the functions of MDX: by symbols of the process. */
export const bodiesName = 'fupan.texts';
export const jsxName = 'fupan.jsx';

/** Markdown as the dialect means it: quotes stay as typed, code is coloured by `CodeBlock.astro`. */
export const mdxOptions = { syntaxHighlight: false, gfm: true, smartypants: false, optimize: false } as const;
