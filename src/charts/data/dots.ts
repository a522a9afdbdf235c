/** Dots over two numbers: what scatter and bubble charts share. */
import type { Claim } from '../../base/claims/claim.ts';
import { makeCount, makeRank } from '../../base/claims/make-claims.ts';
import { median } from '../../base/quantiles.ts';
import type { Point, TableRows } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { scatterWords } from '../../words/charts/scatter-words.ts';
import { formatDirectText, formatInUnit } from '../draw/direct-text.ts';
import type { ChartInput, ChartValue } from '../input.ts';
import type { InputError } from '../kind.ts';
import { buildSeries, createColumn, filterPresent, listGroups } from './chart-series.ts';

/** More dots than these are a cloud without members. */
const mostDots = 1_000;

export interface Dot {
  label: string;
  /** One a value, all there. */
  numbers: number[];
  texts: string[];
  /** On the better side of both medians, or on one. */
  good: boolean;
}

interface Cloud {
  dots: Dot[];
  /** Medians of the first two values; undefined where there are too few dots to halve. */
  medians?: [number, number];
  /** Members that lack one of the values. */
  missing: number;
}

/** The members' points, one a value; rows of a table stay apart where their names repeat. */
function listMembers({
  values,
  table,
  language,
}: ChartInput): { label: string; points: (Point | undefined)[] }[] {
  const columns = table
    ? values.map(({ points }) => points)
    : buildSeries({ values, language }).map(({ points }) => points);
  return (columns[0] ?? []).map(({ label }, i) => ({ label, points: columns.map((points) => points[i]) }));
}

export function validateDots(input: ChartInput, count: number): InputError | undefined {
  const { values } = input;
  const name = values[0]?.name ?? '';
  if (values.length !== count) return { why: 'needs-values', name, text: String(count) };
  const split = values.find((value) => value.points.length === 0 || listGroups(value).length > 1);
  if (split) return { why: 'needs-parts', name: split.name };
  const found = buildCloud(input).dots.length;
  if (found === 0) return { why: 'empty', name };
  return found > mostDots ? { why: 'too-many-series', name, text: String(found) } : undefined;
}

export function buildCloud(input: ChartInput): Cloud {
  const members = listMembers(input);
  const whole = members.flatMap(({ label, points }) => {
    const known = filterPresent(points.filter((point) => point !== undefined));
    return known.length === input.values.length ? [{ label, known }] : [];
  });
  const at = (i: number) => median(whole.map(({ known }) => known[i]!.value));
  const medians: [number, number] | undefined = whole.length < 4 ? undefined : [at(0)!, at(1)!];
  const dots = whole.map(({ label, known }) => {
    const numbers = known.map((point) => point.value);
    const texts = known.map((point, i) => formatDirectText(point, input.values[i]!.unit, input.language));
    const good = medians?.every((middle, i) => isBetter(input.values[i]!, numbers[i]!, middle)) ?? true;
    return { label, numbers, texts, good };
  });
  return { dots, missing: members.length - whole.length, ...(medians && { medians }) };
}

const isLowerBetter = ({ direction }: ChartValue) => direction === 'lower';

function isBetter(value: ChartValue, number: number, middle: number): boolean {
  return isLowerBetter(value) ? number <= middle : number >= middle;
}

/** Who lies on the better side of both medians; with few dots, who is highest. */
export function listCloudClaims(input: ChartInput): Claim[] {
  const words = scatterWords[input.language];
  const { dots, medians, missing } = buildCloud(input);
  const left = makeCount('undrawn', missing);
  if (!medians) return [...rankDots(input, 0), ...rankDots(input, 1), ...left];
  const sides = medians.map((middle, i) => {
    const value = input.values[i]!;
    return words.side[isLowerBetter(value) ? 'low' : 'high'](value.label, formatInUnit(input, middle, i));
  });
  const good = dots.filter((dot) => dot.good).map(({ label }) => label);
  const corner = makeCount('corner', good.length, {
    of: words.sides(sides),
    names: good,
    among: dots.length,
  });
  return [...corner, ...left];
}

/** Who is highest by one of the values. */
export function rankDots(input: ChartInput, i: number): Claim[] {
  const { label: of, unit } = input.values[i]!;
  const members = buildCloud(input).dots.map(({ label, numbers, texts }) => {
    return { name: label, value: numbers[i]!, text: texts[i]!, unit };
  });
  return makeRank(members, { of, ends: ['highest'] });
}

/** Every member, those that lack a value too. */
export function buildCloudTable(input: ChartInput): TableRows {
  return {
    columns: [
      createColumn('key', chartWords[input.language].part, 'left'),
      ...input.values.map(({ label }, i) => createColumn(`s${i + 1}`, label)),
    ],
    rows: listMembers(input).map(({ label, points }) => [
      label,
      ...points.map((point) => point?.text ?? '—'),
    ]),
  };
}
