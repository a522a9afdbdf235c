/** Months, a row a week: one below the other with titles, or more of them in two columns with symbols only. */
import { addDays, isDay, toDayNumber } from '../../base/calendar-days.ts';
import type { Language } from '../../base/language.ts';
import { calendarWords } from '../../words/charts/calendar-words.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { type CalendarEntry, listGroupNames, mostGroups } from '../data/calendar-entries.ts';
import { measureText, truncateText, wrapText } from '../draw/measure-text.ts';
import { buildPixelAxis, buildTextLayers, faintText, layoutInLines, type PixelText } from '../draw/pixels.ts';
import type { Layer, Spec } from '../kind.ts';
import { categoryColours, fontSizes, getColour, pointSymbols } from '../theme.ts';

const lineHeight = 17;
const dayHeight = 20;
const headHeight = 46;
/** Lines written in a cell; entries without room are counted. */
const mostLines = 6;
/** A cell narrower than this holds symbols only. */
const readableWidth = 72;
/** More months than these stand in two columns where there is room for that. */
const mostTitled = 2;
const twoColumnWidth = 500;
const gutter = 28;

interface DayCell {
  day: string;
  x: number;
  y: number;
  high: number;
  entries: CalendarEntry[];
}

interface Month {
  key: string;
  left: number;
  top: number;
  cells: DayCell[];
}

interface MonthLayout {
  months: Month[];
  wide: number;
  height: number;
  language: Language;
  groups: string[];
}

export function buildMonthGridSpec(
  entries: readonly CalendarEntry[],
  language: Language,
  full: number,
): Spec {
  const groups = listGroupNames(entries);
  const width = full - 6;
  const legend = buildGroupLegend(entries, groups, width, language);
  const layout = layoutMonths(entries, { width, top: legend.height, language, groups });
  return {
    width,
    height: layout.height,
    layer: [
      buildFrameLayer(layout, width),
      ...legend.layers,
      ...buildHeadLayers(layout, width),
      ...(layout.wide >= readableWidth ? buildEntryLayers(layout, width) : buildSymbolLayers(layout, width)),
    ],
  } as Spec;
}

function layoutMonths(
  entries: readonly CalendarEntry[],
  { width, top, language, groups }: { width: number; top: number; language: Language; groups: string[] },
): MonthLayout {
  const keys = listMonthKeys(entries);
  const columns = keys.length > mostTitled && width >= twoColumnWidth ? 2 : 1;
  const wide = (width - gutter * (columns - 1)) / columns / 7;
  const byDay = Map.groupBy(entries, ({ day }) => day);
  let y = top;
  const months = keys.flatMap((_, i) => {
    if (i % columns > 0) return [];
    const row = keys
      .slice(i, i + columns)
      .map((key, column) => layoutMonth({ key, left: column * (7 * wide + gutter), top: y, wide, byDay }));
    y = Math.max(...row.map(({ bottom }) => bottom)) + 18;
    return row;
  });
  return { months, wide, height: y - 18, language, groups };
}

function layoutMonth(month: {
  key: string;
  left: number;
  top: number;
  wide: number;
  byDay: ReadonlyMap<string, CalendarEntry[]>;
}): Month & { bottom: number } {
  const { key, left, top, wide, byDay } = month;
  let y = top + headHeight;
  const cells = splitWeeks(key).flatMap((week) => {
    const lines = week.map(({ day }) => countLines(byDay.get(day) ?? [], wide));
    const high = dayHeight + lineHeight * Math.max(1, ...lines) + 4;
    const row = week.map(({ day, column }) => {
      return { day, x: left + column * wide, y, high, entries: byDay.get(day) ?? [] };
    });
    y += high;
    return row;
  });
  return { key, left, top, cells, bottom: y };
}

const countSymbolsPerLine = (wide: number) => Math.max(1, Math.floor((wide - 6) / 12));

function countLines(entries: readonly CalendarEntry[], wide: number): number {
  if (wide < readableWidth) return Math.min(2, Math.ceil(entries.length / countSymbolsPerLine(wide)));
  const { shown, rest } = selectWrittenEntries(entries, wide);
  return shown.reduce((sum, { lines }) => sum + lines.length, 0) + (rest > 0 ? 1 : 0);
}

/** The entries that a cell has lines for, each in one or two. */
function selectWrittenEntries(entries: readonly CalendarEntry[], wide: number) {
  const shown: { entry: CalendarEntry; lines: string[]; line: number }[] = [];
  let line = 0;
  for (const entry of entries) {
    const lines = wrapText(entry.title, fontSizes.small, wide - 22);
    if (line + lines.length > mostLines) break;
    shown.push({ entry, lines, line });
    line += lines.length;
  }
  return { shown, rest: entries.length - shown.length, line };
}

function listMonthKeys(entries: readonly CalendarEntry[]): string[] {
  const keys = new Set(entries.map(({ day }) => day.slice(0, 7)));
  const [first, last] = [[...keys].sort()[0], [...keys].sort().at(-1)];
  const all: string[] = [];
  for (let day = `${first}-01`; first && last && day.slice(0, 7) <= last; day = getNextMonth(day))
    all.push(day.slice(0, 7));
  return all;
}

const getNextMonth = (day: string) => `${addDays(day, 31).slice(0, 7)}-01`;

/** The days of a month in weeks, each with its column, Monday first. */
function splitWeeks(key: string): { day: string; column: number }[][] {
  const weeks: { day: string; column: number }[][] = [];
  for (let i = 1; i <= 31; i++) {
    const day = `${key}-${String(i).padStart(2, '0')}`;
    if (!isDay(day)) break;
    const column = (((toDayNumber(day) + 5) % 7) + 7) % 7;
    if (i === 1 || column === 0) weeks.push([]);
    weeks.at(-1)!.push({ day, column });
  }
  return weeks;
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

function buildHeadLayers({ months, wide, language }: MonthLayout, width: number): Layer[] {
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

/** Index of colour and symbol; the others share the last. */
function pickGroupStyle(groups: readonly string[], group: string): number {
  const at = groups.indexOf(group);
  return at < 0 ? 0 : Math.min(at, mostGroups);
}

interface EntrySpot {
  entry: CalendarEntry;
  x: number;
  y: number;
}

function buildEntryLayers(layout: MonthLayout, width: number): Layer[] {
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

function buildSymbolLayers(layout: MonthLayout, width: number): Layer[] {
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
  { groups, height, language }: MonthLayout,
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
          mark: { aria: true, ...buildSymbolMark(style, filled) },
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

function buildSymbolMark(style: number, filled: boolean) {
  const paint = getColour(categoryColours[style % categoryColours.length]!);
  const fill = filled ? paint : getColour('paper');
  const shape = pointSymbols[style % pointSymbols.length];
  return { type: 'point', shape, size: 48, opacity: 1, fill, stroke: paint, strokeWidth: 1.4 };
}

/** Symbols with the names of their groups, and what a hollow one means. */
function buildGroupLegend(
  entries: readonly CalendarEntry[],
  groups: readonly string[],
  width: number,
  language: Language,
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
      ? buildSymbolMark(style, true)
      : { ...buildSymbolMark(0, false), stroke: getColour('ink-2') };
    return [
      { data: { values: [{}] }, mark, encoding: { x: { value: x + 6 }, y } } as Layer,
      ...buildTextLayers([{ text, x: x + 16, y: y.value }], { fill: getColour('ink-2') }),
    ];
  });
  return { layers, height: lines === 0 ? 0 : lines * 20 + 8 };
}
