/** Months, a row a week, with their entries: titles where a cell has room for them, else symbols only. */

import type { Language } from '../../base/language.ts';
import { calendarWords } from '../../words/charts/calendar-words.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { type CalendarEntry, listGroupNames, mostGroups } from '../data/calendar-entries.ts';
import { measureText, truncateText } from '../draw/measure-text.ts';
import { buildPixelAxis, buildTextLayers, faintText, layoutInLines, type PixelText } from '../draw/pixels.ts';
import type { ChartInput } from '../input.ts';
import type { Layer, Spec } from '../kind.ts';
import { resolveSeriesStyles, type SeriesStyle } from '../series-styles.ts';
import { fontSizes, getColour, pointSymbols } from '../theme.ts';
import {
  countSymbolsPerLine,
  dayHeight,
  layoutMonths,
  lineHeight,
  type MonthLayout,
  readableWidth,
  selectWrittenEntries,
} from './month-layout.ts';

export function buildMonthGridSpec(
  entries: readonly CalendarEntry[],
  language: Language,
  fullWidth: number,
  coloured: Pick<ChartInput, 'colours'> = {},
): Spec {
  const groups = listGroupNames(entries);
  const width = fullWidth - 6;
  const styles = pickGroupStyles(groups, coloured);
  const legend = buildGroupLegend(entries, groups, { styles, width, language });
  const layout = { ...layoutMonths(entries, { width, top: legend.height, language, groups }), styles };
  return {
    width,
    height: layout.height,
    layer: [
      buildFrameLayer(layout, width),
      ...legend.layers,
      ...buildMonthHeaders(layout, width),
      ...(layout.wide >= readableWidth ? buildEntryLayers(layout, width) : buildSymbolLayers(layout, width)),
    ],
  } as Spec;
}

function buildFrameLayer({ months, wide, height }: MonthLayout, width: number): Layer {
  const cells = months.flatMap((month) => month.cells);
  const values = cells.map(({ x, y, high }) => ({ left: x, right: x + wide, top: y, bottom: y + high }));
  return {
    data: { values },
    mark: { type: 'rect', fill: null, stroke: getColour('line'), strokeWidth: 1 },
    encoding: {
      x: { ...buildPixelAxis(width), field: 'left' },
      x2: { field: 'right' },
      y: { ...buildPixelAxis(height), field: 'top' },
      y2: { field: 'bottom' },
    },
  } as Layer;
}

function buildMonthHeaders({ months, wide, language }: MonthLayout, width: number): Layer[] {
  const words = calendarWords[language];
  const at = (text: string, x: number, y: number): PixelText => ({
    text: truncateText(text, fontSizes.small, width),
    x,
    y,
  });
  const names = months.map(({ key, left, top }) => at(words.month(key, true), left, top + 10));
  const weekdays = months.flatMap(({ left, top }) =>
    words.weekdays.map((text, i) => at(text, left + i * wide + 4, top + 34)),
  );
  const numbers = months.flatMap(({ cells }) =>
    cells.map(({ day, x, y }) => at(String(Number(day.slice(8))), x + 4, y + 11)),
  );
  return [
    ...buildTextLayers(names, { fontSize: fontSizes.label, fontWeight: 'bold' }),
    ...buildTextLayers([...weekdays, ...numbers], faintText),
  ];
}

/** Where the months stand, and how the groups of entries look. */
type StyledLayout = MonthLayout & { styles: readonly SeriesStyle[] };

/** One a group; the others share the last. */
function pickGroupStyles(groups: readonly string[], coloured: Pick<ChartInput, 'colours'>): SeriesStyle[] {
  const styles = resolveSeriesStyles(
    groups.slice(0, mostGroups).map((group) => [group]),
    coloured,
  );
  return [...styles, { paint: 'even', dash: [], symbol: pointSymbols[0]! }];
}

/** Index of its style. */
function pickGroupStyle(groups: readonly string[], group: string): number {
  const at = groups.indexOf(group);
  return at < 0 ? 0 : Math.min(at, mostGroups);
}

interface EntrySpot {
  entry: CalendarEntry;
  x: number;
  y: number;
}

function buildEntryLayers(layout: StyledLayout, width: number): Layer[] {
  const { months, wide, language } = layout;
  const words = calendarWords[language];
  const cells = months
    .flatMap((month) => month.cells)
    .map((cell) => ({
      ...cell,
      ...selectWrittenEntries(cell.entries, wide),
    }));
  const middle = (y: number, line: number) => y + dayHeight + (line + 0.5) * lineHeight;
  const spots = cells.flatMap(({ x, y, shown }) =>
    shown.map(({ entry, line }): EntrySpot => ({ entry, x: x + 9, y: middle(y, line) })),
  );
  const titles = cells.flatMap(({ x, y, shown }) =>
    shown.flatMap(({ lines, line }) => lines.map((text, i) => ({ text, x: x + 17, y: middle(y, line + i) }))),
  );
  const more = cells
    .filter(({ rest }) => rest > 0)
    .map(({ x, y, rest, line }) => ({ text: words.more(rest), x: x + 4, y: middle(y, line) }));
  return [
    ...buildMarkLayers(spots, layout, width),
    ...buildTextLayers(titles),
    ...buildTextLayers(more, faintText),
  ];
}

function buildSymbolLayers(layout: StyledLayout, width: number): Layer[] {
  const { months, wide, language } = layout;
  const inLine = countSymbolsPerLine(wide);
  const shown = (count: number) => (count > 2 * inLine ? 2 * inLine - 2 : count);
  const spots = months.flatMap(({ cells }) =>
    cells.flatMap(({ x, y, entries }) =>
      entries.slice(0, shown(entries.length)).map(
        (entry, i): EntrySpot => ({
          entry,
          x: x + 9 + (i % inLine) * 12,
          y: y + dayHeight + Math.floor(i / inLine) * lineHeight + lineHeight / 2,
        }),
      ),
    ),
  );
  const rest = months.flatMap(({ cells }) =>
    cells
      .filter(({ entries }) => shown(entries.length) < entries.length)
      .map(({ x, y, entries }) => ({
        text: calendarWords[language].more(entries.length - shown(entries.length)),
        x: x + wide - 4,
        y: y + dayHeight + 1.5 * lineHeight,
      })),
  );
  return [
    ...buildMarkLayers(spots, layout, width),
    ...buildTextLayers(rest, { ...faintText, align: 'right' }),
  ];
}

/** Filled where done or where nobody says; hollow where not. */
function buildMarkLayers(
  spots: readonly EntrySpot[],
  { groups, height, language, styles: looks }: StyledLayout,
  width: number,
): Layer[] {
  const words = chartWords[language];
  const styles = [...new Set(spots.map(({ entry }) => pickGroupStyle(groups, entry.group)))].sort();
  return styles.flatMap((style) =>
    [true, false].flatMap((filled) => {
      const values = spots
        .filter(
          ({ entry }) => pickGroupStyle(groups, entry.group) === style && (entry.done !== false) === filled,
        )
        .map(({ entry, x, y }) => ({
          x,
          y,
          hover: words.hover(entry.day, words.join([entry.title, ...(entry.group ? [entry.group] : [])])),
        }));
      if (values.length === 0) return [];
      return [
        {
          data: { values },
          mark: { aria: true, ...buildSymbolMark(looks[style]!, filled) },
          encoding: {
            x: { ...buildPixelAxis(width), field: 'x' },
            y: { ...buildPixelAxis(height), field: 'y' },
            description: { field: 'hover' },
          },
        } as Layer,
      ];
    }),
  );
}

function buildSymbolMark({ paint: name, symbol }: SeriesStyle, filled: boolean) {
  const paint = getColour(name);
  const fill = filled ? paint : getColour('paper');
  return { type: 'point', shape: symbol, size: 48, opacity: 1, fill, stroke: paint, strokeWidth: 1.4 };
}

/** Symbols with the names of their groups, and what a hollow one means. */
function buildGroupLegend(
  entries: readonly CalendarEntry[],
  groups: readonly string[],
  { styles, width, language }: { styles: readonly SeriesStyle[]; width: number; language: Language },
): { layers: Layer[]; height: number } {
  const words = calendarWords[language];
  const named = groups.slice(0, mostGroups);
  const items = [
    ...named.map((text, style) => ({ text, style, filled: true })),
    ...(groups.length > mostGroups ? [{ text: words.others, style: mostGroups, filled: true }] : []),
    ...(entries.some(({ done }) => done === false) ? [{ text: words.hollow, style: 0, filled: false }] : []),
  ].map((item) => ({ ...item, text: truncateText(item.text, fontSizes.small, width - 24) }));
  const { places, lines } = layoutInLines(
    items.map(({ text }) => ({ width: 18 + measureText(text, fontSizes.small) })),
    width,
  );
  const layers = items.flatMap(({ text, style, filled }, i) => {
    const { x, line } = places[i]!;
    const y = { value: 8 + line * 20 };
    const mark = filled
      ? buildSymbolMark(styles[style]!, true)
      : { ...buildSymbolMark(styles[0]!, false), stroke: getColour('ink-2') };
    return [
      { data: { values: [{}] }, mark, encoding: { x: { value: x + 6 }, y } } as Layer,
      ...buildTextLayers([{ text, x: x + 16, y: y.value }], { fill: getColour('ink-2') }),
    ];
  });
  return { layers, height: lines === 0 ? 0 : lines * 20 + 8 };
}
