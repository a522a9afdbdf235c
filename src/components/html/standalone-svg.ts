import { palette, paletteNames, resolveColours } from '../../charts/palette.ts';

const font = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif";
const colourAttributes = ['fill', 'stroke', 'stop-color'];

/**
 * A chart as a file of its own. Real colours, because slides and drawing programs know no custom
 * properties; a browser in the dark exchanges them by attribute selectors.
 */
export function toStandaloneSvg(svg: string): string {
  const used = paletteNames.filter((name) => svg.includes(`var(--${name})`));
  const dark = used.flatMap((name) => {
    const { light, dark: night } = palette[name];
    return colourAttributes.map((what) => `[${what}="${light}"]{${what}:${night}}`);
  });
  const style =
    `svg{color-scheme:light dark;background:${palette.paper.light}}` +
    `@media (prefers-color-scheme:dark){svg{background:${palette.paper.dark}}${dark.join('')}}`;
  const coloured = resolveColours(svg, 'light', font);
  return coloured.replace(/<svg\b[^>]*>/, (open) => `${open}<style>${style}</style>`);
}
