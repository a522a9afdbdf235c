import type { Problem } from '../../base/problem.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { Book, BookFigure, BookTable } from '../../report/book.ts';
import {
  collectEvidence,
  collectUnits,
  type EvidenceNumber,
  isCompatibleUnit,
  supports,
} from '../evidence/evidence.ts';
import { type ParsedNumber, parseNumbers } from '../evidence/parsed-numbers.ts';
import { stripTimePhrases } from '../evidence/strip-time-phrases.ts';
import type { TextRule } from '../text-rule.ts';

/** A number that the author writes into a caption is one of the data, or of the plan. */
export const captionNumber: TextRule = {
  title: { zh: '题注里的数字出自数据', en: 'Numbers in a caption are those of its data' },
  why: { zh: '数据会改，手写的数字不会跟着改。', en: 'Data change; a number written by hand does not.' },
  find({ book }) {
    return [...book.figures, ...book.tables].flatMap((part) => checkNumbers(part, book));
  },
};

function checkNumbers(part: BookFigure | BookTable, book: Book): Problem[] {
  const { caption, captionPlace } = part;
  if (!captionPlace || !/[\d０-９]/.test(caption)) return [];
  const units = collectUnits(part, book);
  const written = parseNumbers(stripTimePhrases(withoutNames(caption, book), units), units);
  if (written.length === 0) return [];
  const truths = collectEvidence(part, book);
  return written
    .filter((one) => !isPlanned(one, truths) && !truths.some((truth) => supports(truth, one)))
    .map((one) =>
      createProblem('caption-number', captionPlace, { found: one.text, near: findNearestText(one, truths) }),
    );
}

/** A caption without what the report calls its things: the value 7 日留存, the plan 30 天冲刺. */
function withoutNames(caption: string, { front, values, goals, datasets }: Book): string {
  const names = [
    front.title,
    front.subtitle ?? '',
    ...front.keywords,
    ...Object.values(values).flatMap(({ name, label }) => [name, label ?? '']),
    ...goals.map(({ kpi }) => kpi),
    ...datasets.flatMap(({ title, columns }) => [title, ...columns.map(({ label }) => label)]),
  ];
  return names
    .filter((name) => /\d/.test(name))
    .sort((a, b) => b.length - a.length)
    .reduce((text, name) => text.replaceAll(name, ' '), caption);
}

const durationUnits = new Set(['天', '周', '个月', '小时', '分钟', '秒']);

/** 24 小时 where nothing is measured in hours is a promise, 100% the whole. */
function isPlanned({ value, unit, text }: ParsedNumber, truths: readonly EvidenceNumber[]): boolean {
  if (unit === '%' && value === 100) return true;
  return (
    durationUnits.has(unit) && !text.includes('.') && !truths.some((truth) => truth.unit.startsWith(unit))
  );
}

function findNearestText(written: ParsedNumber, truths: readonly EvidenceNumber[]): string | undefined {
  const computeDistance = ({ value }: EvidenceNumber) => Math.abs(value - written.value);
  const shown = truths.filter((truth) => truth.text && isCompatibleUnit(truth.unit, written.unit));
  const same = shown.filter(({ unit }) => unit === written.unit);
  return (same.length > 0 ? same : shown).sort((a, b) => computeDistance(a) - computeDistance(b))[0]?.text;
}
