/** A chart's specification as others may use it: with rows, colours and a configuration of its own. */

import { placeholderPaint } from '../image-placeholder.ts';
import type { Spec } from '../kind.ts';
import { resolveColours } from '../palette.ts';
import { buildThemeConfig } from '../theme.ts';

const schemaUrl = 'https://vega.github.io/schema/vega-lite/v6.json';
/** Beyond these a specification names its data and leaves them to the table's own download. */
const mostRows = 5_000;

/** The text of a `.vl.json` file, in the light colours: no other program knows the page's custom properties. */
export function buildPublishedSpec(spec: Spec): string {
  const { datasets, config, ...rest } = spec as Spec & { datasets?: Record<string, object[]> };
  const words = JSON.stringify(rest);
  const rows = Object.entries(datasets ?? {}).map(([name, all]) => [
    name,
    all.map((row) => pickColumns(row, words)),
  ]);
  const small = rows.reduce((sum, [, all]) => sum + (all?.length ?? 0), 0) <= mostRows;
  const whole = {
    $schema: schemaUrl,
    ...rest,
    ...(datasets && small && { datasets: Object.fromEntries(rows) }),
    config: { ...buildThemeConfig(), font: 'sans-serif', ...config },
  };
  return `${resolveColours(JSON.stringify(whole, null, 1), 'light').replaceAll(placeholderPaint, 'transparent')}\n`;
}

/** What makes a row a feature of a map: it is drawn, spoken of or not. */
const featureKeys = new Set(['type', 'geometry']);

/** Only the columns that the specification speaks of: what is not drawn is not published. */
function pickColumns(row: object, words: string): object {
  const isFeature = 'type' in row && row.type === 'Feature' && 'geometry' in row;
  return Object.fromEntries(
    Object.entries(row).filter(
      ([name]) => (isFeature && featureKeys.has(name)) || words.includes(JSON.stringify(name).slice(1, -1)),
    ),
  );
}
