import type { Problem } from '../../base/problem.ts';
import { problem } from '../../problems/problem.ts';
import type { Book, BookFigure, BookTable } from '../../report/book.ts';
import { bearsOut, type TrueNumber, trueNumbers, unitsAgree, unitsOf } from '../borne-out.ts';
import { withoutPlanWords } from '../plan-words.ts';
import type { Rule } from '../rule.ts';
import { type WrittenNumber, writtenNumbers } from '../written-numbers.ts';

/** A number that the author writes into a caption is one of the data, or of the plan. */
export const captionNumber: Rule = ({ book }) =>
  [...book.figures, ...book.tables].flatMap((part) => numbersOff(part, book));

function numbersOff(part: BookFigure | BookTable, book: Book): Problem[] {
  const { caption, captionPlace } = part;
  if (!captionPlace || !/[\d０-９]/.test(caption)) return [];
  const units = unitsOf(part, book);
  const written = writtenNumbers(withoutPlanWords(withoutNames(caption, book), units), units);
  if (written.length === 0) return [];
  const truths = trueNumbers(part, book);
  return written
    .filter((one) => !isPlanned(one, truths) && !truths.some((truth) => bearsOut(truth, one)))
    .map((one) =>
      problem('caption-number', captionPlace, { found: one.text, near: nearestText(one, truths) }),
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

const spans = new Set(['天', '周', '个月', '小时', '分钟', '秒']);

/** 24 小时 where nothing is measured in hours is a promise, 100% the whole. */
function isPlanned({ value, unit, text }: WrittenNumber, truths: readonly TrueNumber[]): boolean {
  if (unit === '%' && value === 100) return true;
  return spans.has(unit) && !text.includes('.') && !truths.some((truth) => truth.unit.startsWith(unit));
}

function nearestText(written: WrittenNumber, truths: readonly TrueNumber[]): string | undefined {
  const away = ({ value }: TrueNumber) => Math.abs(value - written.value);
  const shown = truths.filter((truth) => truth.text && unitsAgree(truth.unit, written.unit));
  const same = shown.filter(({ unit }) => unit === written.unit);
  return (same.length > 0 ? same : shown).sort((a, b) => away(a) - away(b))[0]?.text;
}
