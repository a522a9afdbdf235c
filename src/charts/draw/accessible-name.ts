import { idPlaceholder } from './minify-svg.ts';
import { escapeXml } from './svg-tree.ts';

export interface AccessibleName {
  /** Id of the figure; ids inside the drawing begin with it. */
  id: string;
  /** What it shows, in a few words. */
  title: string;
  /** The text alternative. */
  description: string;
  /** It has colours that are not the palette's, and stands on a light ground in every theme. */
  light?: boolean;
}

/** Class of a drawing on which the palette is the light one; the site's style sheet knows it. */
export const lightBackgroundClass = 'light-ground';

/** A drawing as part of a page: one image with a name and a description, its ids its own. */
export function withAccessibleName(
  svg: string,
  { id, title, description, light = false }: AccessibleName,
): string {
  const named =
    `${light ? `class="${lightBackgroundClass}" ` : ''}role="img" aria-labelledby="${id}-title ${id}-desc">` +
    `<title id="${id}-title">${escapeXml(title)}</title><desc id="${id}-desc">${escapeXml(description)}</desc>`;
  return svg
    .replaceAll(`"${idPlaceholder}-`, `"${id}-`)
    .replaceAll(`#${idPlaceholder}-`, `#${id}-`)
    .replace('>', () => ` ${named}`);
}
