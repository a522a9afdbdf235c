/** Names of the modules that texts are. */

export const textsName = 'virtual:fupan/texts';
export const resolvedTextsName = `\0${textsName}`;

/** Texts have the names of files that lie nowhere: `/fupan-texts/reports/growth-lab/background.mdx`. */
const folder = '/fupan-texts/';
const ending = '.mdx';

export const isTextModule = (id: string): boolean => id.startsWith(folder) && id.endsWith(ending);

export const toTextModule = (name: string): string => `${folder}${name}${ending}`;

export const toTextName = (id: string): string => id.slice(folder.length, -ending.length);
