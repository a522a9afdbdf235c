/** Months, a row a week: one below the other with titles, or more of them in two columns with symbols only. */
import { addDays, isDay } from '../base/calendar.ts';
import type { Language } from '../base/language.ts';
import { calendarWords } from '../words/calendar-charts.ts';
import { chartWords } from '../words/charts.ts';
import { dayNumber } from './day-axis.ts';
import { type Entry, groupNames, mostGroups } from './entries.ts';
import type { Layer, Spec } from './kind.ts';
import { fitText, textWidth, wrapText } from './measure.ts';
import { faint, flowed, type PixelText, pixelAxis, placedTexts } from './pixels.ts';
import { categories, colour, symbols, type } from './theme.ts';

const lineHigh = 17;
const dayHigh = 20;
const headHigh = 46;
/** Lines written in a cell; entries without room are counted. */
const mostLines = 6;
/** A cell narrower than this holds symbols only. */
const readable = 72;
/** More months than these stand in two columns where there is room for that. */
const mostTitled = 2;
const roomForTwo = 500;
const gutter = 28;

interface Cell {
  day: string;
  x: number;
  y: number;
  high: number;
  entries: Entry[];
}

interface Month {
  key: string;
  left: number;
  top: number;
  cells: Cell[];
}

interface Layout {
  months: Month[];
  wide: number;
  height: number;
  language: Language;
  groups: string[];
}

export function monthGridSpec(entries: readonly Entry[], language: Language, full: number): Spec {
  const groups = groupNames(entries);
  const width = full - 6;
  const legend = legendOf(entries, groups, width, language);
  const layout = laidOut(entries, { width, top: legend.height, language, groups });
  return {
    width,
    height: layout.height,
    layer: [
      frameLayer(layout, width),
      ...legend.layers,
      ...headLayers(layout, width),
      ...(layout.wide >= readable ? entryLayers(layout, width) : symbolLayers(layout, width)),
    ],
  } as Spec;
}

function laidOut(
  entries: readonly Entry[],
  { width, top, language, groups }: { width: number; top: number; language: Language; groups: string[] },
): Layout {
  const keys = monthKeys(entries);
  const columns = keys.length > mostTitled && width >= roomForTwo ? 2 : 1;
  const wide = (width - gutter * (columns - 1)) / columns / 7;
  const byDay = Map.groupBy(entries, ({ day }) => day);
  let y = top;
  const months = keys.flatMap((_, i) => {
    if (i % columns > 0) return [];
    const row = keys
      .slice(i, i + columns)
      .map((key, column) => monthAt({ key, left: column * (7 * wide + gutter), top: y, wide, byDay }));
    y = Math.max(...row.map(({ bottom }) => bottom)) + 18;
    return row;
  });
  return { months, wide, height: y - 18, language, groups };
}

function monthAt(month: {
  key: string;
  left: number;
  top: number;
  wide: number;
  byDay: ReadonlyMap<string, Entry[]>;
}): Month & { bottom: number } {
  const { key, left, top, wide, byDay } = month;
  let y = top + headHigh;
  const cells = weeksOf(key).flatMap((week) => {
    const lines = week.map(({ day }) => linesOf(byDay.get(day) ?? [], wide));
    const high = dayHigh + lineHigh * Math.max(1, ...lines) + 4;
    const row = week.map(({ day, column }) => {
      return { day, x: left + column * wide, y, high, entries: byDay.get(day) ?? [] };
    });
    y += high;
    return row;
  });
  return { key, left, top, cells, bottom: y };
}

const perLine = (wide: number) => Math.max(1, Math.floor((wide - 6) / 12));

function linesOf(entries: readonly Entry[], wide: number): number {
  if (wide < readable) return Math.min(2, Math.ceil(entries.length / perLine(wide)));
  const { shown, rest } = writtenIn(entries, wide);
  return shown.reduce((sum, { lines }) => sum + lines.length, 0) + (rest > 0 ? 1 : 0);
}

/** The entries that a cell has lines for, each in one or two. */
function writtenIn(entries: readonly Entry[], wide: number) {
  const shown: { entry: Entry; lines: string[]; line: number }[] = [];
  let line = 0;
  for (const entry of entries) {
    const lines = wrapText(entry.title, type.small, wide - 22);
    if (line + lines.length > mostLines) break;
    shown.push({ entry, lines, line });
    line += lines.length;
  }
  return { shown, rest: entries.length - shown.length, line };
}

function monthKeys(entries: readonly Entry[]): string[] {
  const keys = new Set(entries.map(({ day }) => day.slice(0, 7)));
  const [first, last] = [[...keys].sort()[0], [...keys].sort().at(-1)];
  const all: string[] = [];
  for (let day = `${first}-01`; first && last && day.slice(0, 7) <= last; day = nextMonth(day))
    all.push(day.slice(0, 7));
  return all;
}

const nextMonth = (day: string) => `${addDays(day, 31).slice(0, 7)}-01`;

/** The days of a month in weeks, each with its column, Monday first. */
function weeksOf(key: string): { day: string; column: number }[][] {
  const weeks: { day: string; column: number }[][] = [];
  for (let i = 1; i <= 31; i++) {
    const day = `${key}-${String(i).padStart(2, '0')}`;
    if (!isDay(day)) break;
    const column = (((dayNumber(day) + 5) % 7) + 7) % 7;
    if (i === 1 || column === 0) weeks.push([]);
    weeks.at(-1)!.push({ day, column });
  }
  return weeks;
}

function frameLayer({ months, wide, height }: Layout, width: number): Layer {
  const cells = months.flatMap((month) => month.cells);
  const values = cells.map(({ x, y, high }) => ({ left: x, right: x + wide, top: y, bottom: y + high }));
  return {
    data: { values },
    mark: { type: 'rect', fill: null, stroke: colour('line'), strokeWidth: 1 },
    encoding: {
      x: { ...pixelAxis(width), field: 'left' },
      x2: { field: 'right' },
      y: { ...pixelAxis(height), field: 'top' },
      y2: { field: 'bottom' },
    },
  } as Layer;
}

function headLayers({ months, wide, language }: Layout, width: number): Layer[] {
  const words = calendarWords[language];
  const at = (text: string, x: number, y: number): PixelText => ({
    text: fitText(text, type.small, width),
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
    ...placedTexts(names, { fontSize: type.label, fontWeight: 'bold' }),
    ...placedTexts([...weekdays, ...numbers], faint),
  ];
}

/** Index of colour and symbol; the others share the last. */
function styleOf(groups: readonly string[], group: string): number {
  const at = groups.indexOf(group);
  return at < 0 ? 0 : Math.min(at, mostGroups);
}

interface Spot {
  entry: Entry;
  x: number;
  y: number;
}

function entryLayers(layout: Layout, width: number): Layer[] {
  const { months, wide, language } = layout;
  const words = calendarWords[language];
  const cells = months
    .flatMap((month) => month.cells)
    .map((cell) => ({
      ...cell,
      ...writtenIn(cell.entries, wide),
    }));
  const middle = (y: number, line: number) => y + dayHigh + (line + 0.5) * lineHigh;
  const spots = cells.flatMap(({ x, y, shown }) =>
    shown.map(({ entry, line }): Spot => ({ entry, x: x + 9, y: middle(y, line) })),
  );
  const titles = cells.flatMap(({ x, y, shown }) =>
    shown.flatMap(({ lines, line }) => lines.map((text, i) => ({ text, x: x + 17, y: middle(y, line + i) }))),
  );
  const more = cells
    .filter(({ rest }) => rest > 0)
    .map(({ x, y, rest, line }) => ({ text: words.more(rest), x: x + 4, y: middle(y, line) }));
  return [...markLayers(spots, layout, width), ...placedTexts(titles), ...placedTexts(more, faint)];
}

function symbolLayers(layout: Layout, width: number): Layer[] {
  const { months, wide, language } = layout;
  const inLine = perLine(wide);
  const shown = (count: number) => (count > 2 * inLine ? 2 * inLine - 2 : count);
  const spots = months.flatMap(({ cells }) =>
    cells.flatMap(({ x, y, entries }) =>
      entries.slice(0, shown(entries.length)).map(
        (entry, i): Spot => ({
          entry,
          x: x + 9 + (i % inLine) * 12,
          y: y + dayHigh + Math.floor(i / inLine) * lineHigh + lineHigh / 2,
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
        y: y + dayHigh + 1.5 * lineHigh,
      })),
  );
  return [...markLayers(spots, layout, width), ...placedTexts(rest, { ...faint, align: 'right' })];
}

/** Filled where done or where nobody says; hollow where not. */
function markLayers(spots: readonly Spot[], { groups, height, language }: Layout, width: number): Layer[] {
  const words = chartWords[language];
  const styles = [...new Set(spots.map(({ entry }) => styleOf(groups, entry.group)))].sort();
  return styles.flatMap((style) =>
    [true, false].flatMap((filled) => {
      const values = spots
        .filter(({ entry }) => styleOf(groups, entry.group) === style && (entry.done !== false) === filled)
        .map(({ entry, x, y }) => ({
          x,
          y,
          hover: words.hover(entry.day, words.join([entry.title, ...(entry.group ? [entry.group] : [])])),
        }));
      if (values.length === 0) return [];
      return [
        {
          data: { values },
          mark: { aria: true, ...symbolMark(style, filled) },
          encoding: {
            x: { ...pixelAxis(width), field: 'x' },
            y: { ...pixelAxis(height), field: 'y' },
            description: { field: 'hover' },
          },
        } as Layer,
      ];
    }),
  );
}

function symbolMark(style: number, filled: boolean) {
  const paint = colour(categories[style % categories.length]!);
  const fill = filled ? paint : colour('paper');
  const shape = symbols[style % symbols.length];
  return { type: 'point', shape, size: 48, opacity: 1, fill, stroke: paint, strokeWidth: 1.4 };
}

/** Symbols with the names of their groups, and what a hollow one means. */
function legendOf(
  entries: readonly Entry[],
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
  ].map((item) => ({ ...item, text: fitText(item.text, type.small, width - 24) }));
  const { places, lines } = flowed(
    items.map(({ text }) => ({ width: 18 + textWidth(text, type.small) })),
    width,
  );
  const layers = items.flatMap(({ text, style, filled }, i) => {
    const { x, line } = places[i]!;
    const y = { value: 8 + line * 20 };
    const mark = filled ? symbolMark(style, true) : { ...symbolMark(0, false), stroke: colour('ink-2') };
    return [
      { data: { values: [{}] }, mark, encoding: { x: { value: x + 6 }, y } } as Layer,
      ...placedTexts([{ text, x: x + 16, y: y.value }], { fill: colour('ink-2') }),
    ];
  });
  return { layers, height: lines === 0 ? 0 : lines * 20 + 8 };
}
