/** Where months, weeks and days stand: months one below the other, or more of them in two columns. */
import { addDays, isDay, toDayNumber } from '../../base/calendar-days.ts';
import type { Language } from '../../base/language.ts';
import type { CalendarEntry } from '../data/calendar-entries.ts';
import { wrapText } from '../draw/measure-text.ts';
import { fontSizes } from '../theme.ts';

export const lineHeight = 17;
export const dayHeight = 20;
const headerHeight = 46;
/** Lines written in a cell; entries without room are counted. */
const mostLines = 6;
/** A cell narrower than this holds symbols only. */
export const readableWidth = 72;
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

export interface MonthLayout {
  months: Month[];
  wide: number;
  height: number;
  language: Language;
  groups: string[];
}

export function layoutMonths(
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
  let y = top + headerHeight;
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

export const countSymbolsPerLine = (wide: number) => Math.max(1, Math.floor((wide - 6) / 12));

function countLines(entries: readonly CalendarEntry[], wide: number): number {
  if (wide < readableWidth) return Math.min(2, Math.ceil(entries.length / countSymbolsPerLine(wide)));
  const { shown, rest } = selectWrittenEntries(entries, wide);
  return shown.reduce((sum, { lines }) => sum + lines.length, 0) + (rest > 0 ? 1 : 0);
}

/** The entries that a cell has lines for, each in one or two. */
export function selectWrittenEntries(entries: readonly CalendarEntry[], wide: number) {
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
