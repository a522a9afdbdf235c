import { z } from 'zod';
import { addDays, toDayNumber, toIsoWeek } from '../../base/calendar-days.ts';
import type { Claim, Member } from '../../base/claims/claim.ts';
import { makeRank, toMember } from '../../base/claims/make-claims.ts';
import type { Language } from '../../base/language.ts';
import { formatBareNumber } from '../../base/number-format.ts';
import type { Point, TableRows } from '../../base/value-series.ts';
import { calendarWords } from '../../words/charts/calendar-words.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { createColumn, filterPresent, listGroups } from '../data/chart-series.ts';
import { isTotal } from '../data/targets.ts';
import { findTimeGrain } from '../data/time-keys.ts';
import { formatInUnit, formatScaledText } from '../draw/direct-text.ts';
import { measureColumn } from '../draw/labels.ts';
import { measureText } from '../draw/measure-text.ts';
import { formatAxisTitle, selectMagnitude } from '../draw/number-axis.ts';
import { buildPixelAxis, buildTextLayers, faintText, type PixelText } from '../draw/pixels.ts';
import { buildExampleInput } from '../example.ts';
import type { ChartInput } from '../input.ts';
import type { ChartKind, InputError, Layer, Spec } from '../kind.ts';
import { buildTitle } from '../layout/chart-heading.ts';
import {
  buildClasses,
  buildClassLegend,
  classEdge,
  getClassFill,
  getClassTextColour,
} from '../layout/classes.ts';
import { attributes, columnAttributes, filterAttributes } from '../props.ts';
import { fontSizes, getColour } from '../theme.ts';

/** Weeks, and what a cell is at least and at most, in pixels. */
const mostWeeks = 160;
const cellLimits = { narrowest: 12, widest: 60, lowest: 14, highest: 26 };
const monthLabelHeight = 18;

export const calendar: ChartKind = {
  title: { zh: '日历热力图', en: 'Calendar heat map' },
  description: {
    zh: '每天一格，一列一周，从周一到周日，颜色越深越大；没有数据的日子只有边框。数值要有 `by: day`，或用表的日期列和数值列。',
    en: 'A cell a day, a column a week from Monday to Sunday, the darker the larger; days without data are bare frames. A value `by: day`, or the columns of days and numbers of a table.',
  },
  use: {
    zh: '看每天的高低、周内的规律和断档。',
    en: 'Days of much and little, the pattern of the week, and gaps.',
  },
  avoid: {
    zh: '要读出升降或与目标比较时用 trend。',
    en: 'To read rises and falls or compare with a target use trend.',
  },
  sources: ['values', 'table'],
  props: z.strictObject({ of: attributes.valuesOrTable, ...filterAttributes, ...columnAttributes }),
  panel: { zh: '日历本身占满宽度，小格里看不清日子', en: 'a calendar needs the whole width for its days' },
  validate,
  buildSpec,
  listClaims,
  buildTable,
  example: {
    tag: '<Figure kind="calendar" of="每日会话" id="calendar" />',
    metrics: '每日会话: { metric: sessions, from: traffic, by: day }',
    input: buildExample,
  },
};

function validate({ values }: ChartInput): InputError | undefined {
  const [value] = values;
  if (!value) return { why: 'empty', name: '' };
  const { name, points } = value;
  if (findTimeGrain(points.map(({ key }) => key)) !== 'day') return { why: 'needs-time', name };
  if (listGroups(value).length > 1)
    return { why: 'too-many-series', name, text: String(listGroups(value).length) };
  if (filterPresent(points).length === 0) return { why: 'empty', name };
  const { weeks } = layoutGrid(points, 640);
  return weeks > mostWeeks ? { why: 'too-many-series', name, text: String(weeks) } : undefined;
}

/** Places of the days: columns are weeks, and where these are too many for the width they go on below. */
interface Grid {
  monday: string;
  last: string;
  weeks: number;
  perBlock: number;
  blocks: number;
  wide: number;
  high: number;
  left: number;
}

function layoutGrid(points: readonly Point[], room: number): Omit<Grid, 'left'> {
  const days = points.map(({ key }) => key).sort();
  const [first, last] = [days[0]!, days.at(-1)!];
  const monday = addDays(first, -getWeekday(first));
  const weeks = Math.floor((toDayNumber(last) - toDayNumber(monday)) / 7) + 1;
  const fitting = Math.max(1, Math.floor(room / cellLimits.narrowest));
  const blocks = Math.ceil(weeks / fitting);
  const perBlock = Math.ceil(weeks / blocks);
  const wide = Math.min(cellLimits.widest, room / perBlock);
  const high = Math.min(cellLimits.highest, Math.max(cellLimits.lowest, wide));
  return { monday, last, weeks, perBlock, blocks, wide, high };
}

/** 0 for Monday; 2000-01-01 was a Saturday. */
function getWeekday(day: string): number {
  return (((toDayNumber(day) + 5) % 7) + 7) % 7;
}

/** The upper left corner of a day. */
function placeDay({ monday, perBlock, wide, high }: Grid, day: string): { x: number; y: number } {
  const since = toDayNumber(day) - toDayNumber(monday);
  const week = Math.floor(since / 7);
  const block = Math.floor(week / perBlock);
  return {
    x: (week % perBlock) * wide,
    y: block * computeBlockHeight(high) + monthLabelHeight + (since % 7) * high,
  };
}

const computeBlockHeight = (high: number) => monthLabelHeight + 7 * high + 10;

function buildSpec(input: ChartInput, fullWidth: number): Spec {
  const { language } = input;
  const value = input.values[0]!;
  const { weekdays } = calendarWords[language];
  const left = measureColumn(weekdays, fontSizes.small) + 10;
  const room = fullWidth - left - 2;
  const grid: Grid = { ...layoutGrid(value.points, room), left };
  const known = filterPresent(value.points);
  const classes = buildClasses(known.map((point) => point.value));
  const count = classes.bounds.length - 1;
  const size = selectMagnitude(Math.max(...known.map((point) => Math.abs(point.value))), language);
  const words = chartWords[language];
  const cells = known.map((point) => ({
    ...computeCellEdges(grid, point.key),
    fill: getClassFill(classes.classify(point.value), count),
    ink: getClassTextColour(classes.classify(point.value), count),
    text: formatScaledText(point, value.unit, size, language),
    hover: words.hover(point.key.slice(5), point.text),
  }));
  const texts = cells.map(({ text }) => text);
  const written = measureColumn(texts, fontSizes.small) + 6 <= grid.wide && grid.high >= 18;
  const height = grid.blocks * computeBlockHeight(grid.high) - 10;
  const [x, y] = [buildPixelAxis(room), buildPixelAxis(height)];
  const bounds = classes.bounds.map((bound) => formatBareNumber(bound / size.size, language));
  const box = {
    x: { ...x, field: 'left' },
    x2: { field: 'right' },
    y: { ...y, field: 'top' },
    y2: { field: 'bottom' },
  };
  const middle = { x: { ...x, field: 'middle' }, y: { ...y, field: 'centre' } };
  return {
    title: buildTitle(formatAxisTitle(value.label, value.unit, size, language), fullWidth, { offset: 6 }),
    data: { values: cells },
    width: room,
    height,
    layer: [
      buildFrameLayer(grid, new Set(known.map(({ key }) => key)), box),
      {
        mark: { type: 'rect', aria: true, ...classEdge },
        encoding: { ...box, fill: { field: 'fill', scale: null }, description: { field: 'hover' } },
      },
      ...(written
        ? [
            {
              mark: { type: 'text', fontSize: fontSizes.small, baseline: 'middle' },
              encoding: { ...middle, text: { field: 'text' }, fill: { field: 'ink', scale: null } },
            },
          ]
        : buildClassLegend(classes, bounds, height + 12)),
      ...buildTextLayers(placeWeekdayLabels(grid, weekdays), { ...faintText, align: 'right' }),
      ...buildTextLayers(placeMonthLabels(grid, room, language), faintText),
    ],
  } as Spec;
}

function computeCellEdges(grid: Grid, day: string) {
  const { x, y } = placeDay(grid, day);
  const gap = 1;
  const [left, right] = [x + gap, x + grid.wide - gap];
  const [top, bottom] = [y + gap, y + grid.high - gap];
  return { left, right, top, bottom, middle: (left + right) / 2, centre: (top + bottom) / 2 };
}

/** Days of the time between without data. */
function buildFrameLayer(grid: Grid, known: ReadonlySet<string>, encoding: object): Layer {
  const first = [...known].sort()[0] ?? grid.monday;
  const count = toDayNumber(grid.last) - toDayNumber(first) + 1;
  const missing = Array.from({ length: count }, (_, i) => addDays(first, i)).filter((day) => !known.has(day));
  return {
    data: { values: missing.map((day) => computeCellEdges(grid, day)) },
    mark: { type: 'rect', fill: null, stroke: getColour('line'), strokeWidth: 1 },
    encoding,
  } as Layer;
}

function placeWeekdayLabels({ blocks, high }: Grid, weekdays: readonly string[]): PixelText[] {
  return Array.from({ length: blocks }, (_, block) =>
    weekdays.map((text, i) => ({
      text,
      x: -8,
      y: block * computeBlockHeight(high) + monthLabelHeight + (i + 0.5) * high,
    })),
  ).flat();
}

/** Over the week that a month begins in, and over the first of each block; those without room are left out. */
function placeMonthLabels(grid: Grid, room: number, language: Language): PixelText[] {
  const words = calendarWords[language];
  const taken = new Map<number, number>();
  let year = '';
  return Array.from({ length: grid.weeks }, (_, week) => addDays(grid.monday, 7 * week)).flatMap(
    (monday, week) => {
      const sunday = addDays(monday, 6);
      const begins = sunday.slice(8) <= '07';
      if (!begins && week % grid.perBlock !== 0) return [];
      const key = (begins ? sunday : monday).slice(0, 7);
      const text = words.month(key, key.slice(0, 4) !== year);
      const { x, y } = placeDay(grid, monday);
      const right = x + measureText(text, fontSizes.small);
      if (x < (taken.get(y) ?? 0) || right > room) return [];
      taken.set(y, right + 8);
      year = key.slice(0, 4);
      return [{ text, x, y: y - monthLabelHeight / 2 - 1 }];
    },
  );
}

function listClaims(input: ChartInput): Claim[] {
  const { points, label, unit } = input.values[0]!;
  const days = points.flatMap((point) => toMember(point, unit, point.key) ?? []);
  return [...makeRank(days, { of: label }), ...rankWeekdays(input)];
}

/** Of sums over four weeks or more. */
function rankWeekdays(input: ChartInput): Claim[] {
  const value = input.values[0]!;
  const known = filterPresent(value.points);
  const weeks = new Set(known.map(({ key }) => toIsoWeek(key))).size;
  if (!isTotal(value) || weeks < 4 || known.some((point) => point.value < 0)) return [];
  const sums = calendarWords[input.language].weekdays.map((name, weekday): Member => {
    const sum = known
      .filter(({ key }) => getWeekday(key) === weekday)
      .reduce((all, point) => all + point.value, 0);
    return { name, value: sum, text: formatInUnit(input, sum), unit: value.unit };
  });
  return makeRank(sums, { of: '', what: 'weekday', ends: ['highest'] });
}

function buildTable({ values, language }: ChartInput): TableRows {
  const words = calendarWords[language];
  const value = values[0]!;
  return {
    columns: [
      createColumn('day', words.day, 'left'),
      createColumn('weekday', words.weekday, 'left'),
      createColumn('value', value.label),
    ],
    rows: value.points
      .toSorted((a, b) => a.key.localeCompare(b.key))
      .map(({ key, text }) => [key, words.weekdays[getWeekday(key)]!, text]),
  };
}

/** Seventeen weeks, weekends stronger, growing, two days missing. */
function buildExample(language: Language): ChartInput {
  const week = [410, 432, 425, 418, 440, 655, 610];
  const points = Array.from({ length: 17 * 7 }, (_, i) => {
    const key = addDays('2026-03-02', i);
    const value = i === 40 || i === 41 ? null : week[i % 7]! + 4 * i + ((i * 37) % 61);
    return { key, label: key, value };
  });
  return buildExampleInput(language, { name: { zh: '每日会话', en: 'Sessions a day' }, unit: '次', points });
}
