/** Rows of a table as events in a panel of lines over time: bands where they last, rules where they do not, and their names. */

import { type Grain, isDay, toGrainKey } from '../../base/calendar-days.ts';
import type { Language } from '../../base/language.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { findColumnByName, findColumnByType, parseDay } from '../data/table-columns.ts';
import { measureText, truncateText } from '../draw/measure-text.ts';
import { layoutInLines } from '../draw/pixels.ts';
import type { ChartTable } from '../input.ts';
import type { Layer } from '../kind.ts';
import { fontSizes, getColour } from '../theme.ts';

interface Span {
  name: string;
  from: string;
  to: string;
}

const knownColumns = {
  name: ['name', 'title', 'event', 'cause', 'topic'],
  from: ['start_date', 'start', 'date', 'at', 'day'],
  to: ['end_date', 'end'],
};

/** In order of days; undefined where the table has no column of names or of days. */
export function findSpans(table: ChartTable): Span[] | undefined {
  const name = findColumnByName(table, knownColumns.name) ?? findColumnByType(table, ['text']);
  const from = findColumnByName(table, knownColumns.from) ?? findColumnByType(table, ['date', 'timestamp']);
  if (name === undefined || from === undefined) return undefined;
  const to = findColumnByName(table, knownColumns.to);
  return table.rows
    .map((row) => {
      const begin = parseDay(row[from]);
      const end = to === undefined ? '' : parseDay(row[to]);
      return { name: String(row[name] ?? '—'), from: begin, to: isDay(end) && end >= begin ? end : begin };
    })
    .filter((span) => isDay(span.from))
    .sort((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to));
}

/** A span by the keys of a series it reaches over; those outside of the series are left out. */
export interface KeySpan extends Span {
  first: number;
  last: number;
}

export function alignSpans(spans: readonly Span[], keys: readonly string[], grain: Grain): KeySpan[] {
  return spans.flatMap((span) => {
    const [from, to] = [toGrainKey(grain, span.from), toGrainKey(grain, span.to)];
    const first = keys.findIndex((key) => key >= from);
    const last = keys.findLastIndex((key) => key <= to);
    return first >= 0 && last >= first ? [{ ...span, first, last }] : [];
  });
}

const circledDigits = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
/** More events than there are digits for are a table. */
export const mostSpans = circledDigits.length;

interface SpanPanel {
  spans: readonly KeySpan[];
  keys: readonly string[];
  width: number;
  language: Language;
}

export function buildSpanLayers({ spans, keys, language }: SpanPanel, x: object): Layer[] {
  const values = spans.map((span) => ({
    from: keys[span.first],
    to: keys[span.last],
    hover: chartWords[language].hover(
      span.name,
      span.from === span.to ? span.from : `${span.from} – ${span.to}`,
    ),
  }));
  const lasting = values.filter(({ from, to }) => from !== to);
  const short = values.filter(({ from, to }) => from === to);
  return [
    {
      data: { values: lasting },
      mark: { type: 'rect', aria: true, fill: getColour('s1'), opacity: 0.9 },
      encoding: { x: { ...x, field: 'from' }, x2: { field: 'to' }, description: { field: 'hover' } },
    },
    {
      data: { values: short },
      mark: { type: 'rule', aria: true, color: getColour('s4'), strokeWidth: 5, opacity: 0.55 },
      encoding: { x: { ...x, field: 'from' }, description: { field: 'hover' } },
    },
  ] as Layer[];
}

/** Over the bands where all names have room side by side, else numbers there and the names under the title. */
export function buildSpanNames(panel: SpanPanel, x: object): { layers: Layer[]; lines: string[] } {
  const { spans } = panel;
  const direct = spans.map(({ name }) => name);
  if (hasRoom(panel, direct)) return { layers: buildNameLayers(panel, direct, x), lines: [] };
  // Never wider than the plot, which could not fill the drawing else.
  const numbered = spans.map(({ name }, i) =>
    truncateText(`${circledDigits[i]} ${name}`, fontSizes.small, panel.width),
  );
  const { places } = layoutInLines(
    numbered.map((text) => ({ width: measureText(text, fontSizes.small) })),
    panel.width,
  );
  const lines: string[] = [];
  numbered.forEach((text, i) => {
    const { line } = places[i]!;
    lines[line] = lines[line] === undefined ? text : `${lines[line]}　${text}`;
  });
  return { layers: buildNameLayers(panel, [...circledDigits].slice(0, spans.length), x), lines };
}

/** Middle of a band in pixels. */
function computeMiddle({ first, last }: KeySpan, { keys, width }: SpanPanel): number {
  return (((first + last) / 2 + 0.15) / Math.max(1, keys.length - 0.7)) * width;
}

function hasRoom(panel: SpanPanel, texts: readonly string[]): boolean {
  const ends = panel.spans.map((span, i) => {
    const half = measureText(texts[i]!, fontSizes.small) / 2;
    const middle = computeMiddle(span, panel);
    return { left: middle - half, right: middle + half };
  });
  return ends.every(
    ({ left, right }, i) =>
      left >= -8 && right <= panel.width + 8 && (i === 0 || left > ends[i - 1]!.right + 8),
  );
}

/** Digits of events at one place stand one over the other. */
function buildNameLayers(panel: SpanPanel, texts: readonly string[], x: object): Layer[] {
  const rights: number[] = [];
  return panel.spans.map((span, i) => {
    const middle = computeMiddle(span, panel);
    const half = measureText(texts[i]!, fontSizes.small) / 2;
    const found = rights.findIndex((right) => middle - half > right + 2);
    const level = found < 0 ? rights.length : found;
    rights[level] = middle + half;
    // Between two places of a scale of points there is none: the text stands at one and is moved.
    const from = (span.first + 0.15) / Math.max(1, panel.keys.length - 0.7);
    return {
      data: { values: [{ key: panel.keys[span.first] }] },
      mark: {
        type: 'text',
        text: texts[i],
        fontSize: fontSizes.small,
        fill: getColour('ink-2'),
        align: 'center',
        baseline: 'bottom',
        dx: middle - from * panel.width,
        dy: -6 - level * 15,
      },
      encoding: { x: { ...x, field: 'key' }, y: { value: 0 } },
    } as Layer;
  });
}
