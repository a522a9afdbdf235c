/** Graded answers: their order from against to in favour, read from their words, and the share of each. */
import { wilsonInterval } from '../../base/wilson-interval.ts';
import type { ChartInput } from '../input.ts';
import { buildFirstSeries } from './chart-series.ts';
import { stackNumbers } from './stacks.ts';

const strongWords = /非常|十分|强烈|完全|极|strongly|very|extremely|completely/i;
const againstWords =
  /不|没|差|反对|贬损|低|无法|disagree|dissatisf|unsatisf|unlikely|poor|bad|never|detractor|oppose|\bnot\b|\bno\b/i;
const betweenWords =
  /一般|中立|说不清|不确定|不好说|无所谓|尚可|普通|被动|neutral|neither|undecided|unsure|fair|passive|average/i;
const favourWords =
  /满意|同意|认可|支持|推荐|愿意|好|高|赞|agree|satisf|likely|good|excellent|recommend|promoter|support|always|yes/i;

/** −2 … 2, or undefined where the words do not say. */
function gradeAnswer(answer: string): number | undefined {
  const side = betweenWords.test(answer)
    ? 0
    : againstWords.test(answer)
      ? -1
      : favourWords.test(answer)
        ? 1
        : undefined;
  return side === undefined ? undefined : side * (strongWords.test(answer) ? 2 : 1);
}

/**
 * Indices of the answers from against to in favour: numbers by their size, words by their grade; as they stand
 * where that does not tell them apart.
 */
export function sortAnswers(answers: readonly string[]): number[] {
  const numbers = answers.map((answer) => Number(/^\s*(\d+)/.exec(answer)?.[1] ?? Number.NaN));
  const grades = numbers.every(Number.isFinite) ? numbers : answers.map(gradeAnswer);
  const indices = answers.map((_, i) => i);
  const isGraded = grades.every((grade) => grade !== undefined) && new Set(grades).size === grades.length;
  return isGraded ? indices.sort((a, b) => grades[a]! - grades[b]!) : indices;
}

/** Where each of so many graded answers belongs: the first half against, the last in favour, a middle one between. */
export function assignSides(count: number): ('against' | 'between' | 'favour')[] {
  return Array.from({ length: count }, (_, i) => {
    const at = 2 * i - (count - 1);
    return at < 0 ? 'against' : at > 0 ? 'favour' : 'between';
  });
}

/** A question, and how many gave each answer. */
export interface AnswerRow {
  label: string;
  /** One an answer, from against to in favour. */
  counts: number[];
  all: number;
  /** In percent; undefined without answers. */
  favour?: { share: number; low: number; high: number };
}

/** Of the first value: a row a member, its groups being the answers. */
export function computeAnswerRows({ values }: ChartInput): { answers: string[]; rows: AnswerRow[] } {
  const series = buildFirstSeries({ values, language: 'zh' });
  const order = sortAnswers(series.map(({ label }) => label)).map((i) => series[i]!);
  const sides = assignSides(order.length);
  const rows = order[0]!.points.map(({ label }, i): AnswerRow => {
    const counts = order.map(({ points }) => points[i]!.value ?? 0);
    const all = counts.reduce((sum, count) => sum + count, 0);
    const good = counts.reduce((sum, count, at) => sum + (sides[at] === 'favour' ? count : 0), 0);
    const interval = wilsonInterval(good, all);
    if (!interval) return { label, counts, all };
    return {
      label,
      counts,
      all,
      favour: { share: (good / all) * 100, low: interval.low * 100, high: interval.high * 100 },
    };
  });
  return { answers: order.map(({ label }) => label), rows };
}

/** In percent: where each answer begins and ends, zero in the middle of those between. */
export function computeAnswerSegments({ counts, all }: AnswerRow): { from: number; to: number }[] {
  const sides = assignSides(counts.length);
  const left = counts.reduce((sum, count, i) => {
    return sum + (sides[i] === 'against' ? count : sides[i] === 'between' ? count / 2 : 0);
  }, 0);
  const toPercent = (count: number) => (all > 0 ? (count / all) * 100 : 0);
  return stackNumbers(counts.map(toPercent), all > 0 ? (-left / all) * 100 : 0);
}

/** Where the interval of the share in favour lies: it starts where that share starts. */
export function placeFavourIntervals(
  rows: readonly AnswerRow[],
  names: readonly { row: string }[],
  segments: { from: number; to: number }[][],
): { row: string; low: number; high: number }[] {
  return rows.flatMap(({ favour, counts }, i) => {
    if (!favour) return [];
    const start = segments[i]![assignSides(counts.length).indexOf('favour')]!.from;
    return [{ row: names[i]!.row, low: start + favour.low, high: start + favour.high }];
  });
}
