/** The reports of the demo as a person would have typed them: which numbers are found, and bound to the values they came from. */
import { join } from 'node:path';
import process from 'node:process';
import { beforeAll, describe, expect, test } from 'vitest';
import { packageDir } from '../../cli/workspace/work-folders.ts';
import { type BuiltCourse, buildCourse } from '../../report/build-course.ts';
import '../../test/copied-course.ts';
import { textRules } from '../text/text-rules.ts';
import type { TextRuleInput } from '../text-rule.ts';
import { createChooser, type DeboundChapter, deboundChapters } from './debound.sample.ts';
import { findTypedResults, type PlacedResult } from './typed-results.ts';

let course: BuiltCourse;

beforeAll(async () => {
  const cache = process.env.FUPAN_CACHE_DIR!;
  const folders = { books: join(cache, 'debound/books'), drawings: join(cache, 'debound/drawings') };
  course = await buildCourse({ root: packageDir, cache: folders });
}, 400_000);

/** Each report with its chapters as typed by the choices of `seed`. */
function listDebound(seed: number) {
  return course.reports.map(({ report, book }) => {
    const source = course.source.reports.find((one) => one.report === report)!;
    const chapters = deboundChapters(book!, [source.index!, ...source.chapters], createChooser(seed));
    const [index, ...rest] = chapters;
    // A book of its own: what was found is kept by it.
    return {
      chapters,
      input: {
        book: { ...book! },
        source: { ...source, index: index!, chapters: rest },
        course: course.course,
      },
    };
  });
}

const rules = [
  'typed-result',
  'typed-contradiction',
  'typed-share',
  'typed-claim',
  'bound-claim',
  'vague-praise',
] as const;

test('the demo as it is has no typed result, no false claim and no vague praise', () => {
  for (const { report, book } of course.reports) {
    const source = course.source.reports.find((one) => one.report === report)!;
    for (const rule of rules)
      expect(
        textRules[rule].find({ book: book!, source, course: course.course }).map(({ what }) => what.zh),
      ).toEqual([]);
  }
});

describe.each([1, 2, 3, 4, 5])('typed by the choices of seed %i', (seed) => {
  test('97 % of what is found is a result, 95 % of the results are found, 90 % of these with their value', () => {
    const count = { positives: 0, found: 0, wrong: 0, right: 0 };
    for (const { chapters, input } of listDebound(seed))
      for (const { file, results } of findTypedResults(input))
        countChapter(chapters.find((one) => one.file === file)!, results, count);
    expect(count.positives).toBeGreaterThan(600);
    expect(count.found / count.positives).toBeGreaterThanOrEqual(0.98);
    expect(count.found / (count.found + count.wrong)).toBeGreaterThanOrEqual(0.99);
    expect(count.right / count.found).toBeGreaterThanOrEqual(0.9);
  });

  test('nothing is called a contradiction', () => {
    for (const { input } of listDebound(seed))
      for (const rule of ['typed-contradiction', 'typed-share'] as const)
        expect(textRules[rule].find(input).map(({ what }) => what.zh)).toEqual([]);
  });
});

/** What a hand does to a number it copies: two digits changed about, one read wrongly, an older value, another unit. */
const slips: Record<string, (written: string) => string> = {
  swapped: (written) =>
    written.replace(/(\d)([.,]?)(\d)/, (all, one, mark, two) => (one === two ? all : `${two}${mark}${one}`)),
  misread: (written) => written.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 3) % 10)),
  stale: (written) => written.replace(/\d/, (digit) => String((Number(digit) % 9) + 1)),
  unit: (written) =>
    written.includes('%')
      ? written.replace('%', ' 个百分点')
      : written.replace(/[人次元单篇]$/, (unit) => (unit === '次' ? '人' : '次')),
};

describe('a slip of the hand', () => {
  test('is found where it stands: as a number that no tag holds, or as one that contradicts its value', () => {
    const count = { mutants: 0, found: 0, denied: 0 };
    Object.values(slips).forEach((slip, kind) => {
      for (let part = 0; part < 3; part++)
        for (const { chapters, input } of listDebound(7 + kind)) {
          const changed = chapters.map((chapter) => changeText(chapter, slip, part));
          const [index, ...rest] = changed;
          const source = { ...input.source, index: index!, chapters: rest };
          countMutants({ ...input, book: { ...input.book }, source }, changed, count);
        }
    });
    expect(count.mutants).toBeGreaterThan(1000);
    // What is not found is no result to the rules, typed rightly or wrongly: see what is found of those typed rightly.
    expect(count.found / count.mutants).toBeGreaterThanOrEqual(0.99);
  });
});

/** What a hand writes about a number turned round: direction, rank, attainment. */
const turns: readonly [RegExp, Record<string, string>][] = [
  [/(?<=[\d%元人次）]\s*[，,]\s*)(?:高于|低于)(?=[^，。；]*\d)/g, { 高于: '低于', 低于: '高于' }],
  [
    /(?<=由[^，。；]{1,40})(?:升至|降至|升到|降到)/g,
    { 升至: '降至', 降至: '升至', 升到: '降到', 降到: '升到' },
  ],
  [/超额完成目标|未达到目标/g, { 超额完成目标: '未达到目标', 未达到目标: '超额完成目标' }],
  [
    /最[高多低少](?=的[^，。；：]{0,6}是[^，。；]{1,14}（\d)/g,
    { 最高: '最低', 最多: '最少', 最低: '最高', 最少: '最多' },
  ],
];

test('a claim turned round in the typed text is denied by its numbers', () => {
  const count = { turned: 0, denied: 0, missed: [] as string[] };
  for (const { chapters, input } of listDebound(3))
    for (const [pattern, words] of turns)
      for (let part = 0; part < 4; part++) {
        const marks: { file: string; line: number; text: string }[] = [];
        const changed = chapters.map((chapter) => {
          let at = 0;
          const text = chapter.text.replace(pattern, (word, offset: number) => {
            if (at++ % 4 !== part) return word;
            const line = chapter.text.slice(0, offset).split('\n').length;
            marks.push({ file: chapter.file, line, text: chapter.text.slice(offset - 40, offset + 30) });
            return words[word] ?? word;
          });
          return { ...chapter, text };
        });
        const [index, ...rest] = changed;
        const turned = {
          ...input,
          book: { ...input.book },
          source: { ...input.source, index: index!, chapters: rest },
        };
        const told = textRules['typed-claim'].find(turned);
        for (const { file, line, text } of marks) {
          count.turned++;
          if (told.some(({ place }) => place.file === file && place.line === line)) count.denied++;
          else count.missed.push(text);
        }
      }
  expect(count.turned).toBeGreaterThan(80);
  // Silent where a number is not beyond doubt the value's, and of what no value has a goal for.
  expect(count.denied / count.turned, count.missed.join('\n')).toBeGreaterThanOrEqual(0.74);
});

type ChangedChapter = DeboundChapter & { mutants: { from: number; to: number }[] };

/** The text with a slip in every third of its numbers, beginning with `part`. */
function changeText(
  chapter: DeboundChapter,
  slip: (written: string) => string,
  part: number,
): ChangedChapter {
  const mutants: { from: number; to: number }[] = [];
  let text = '';
  let at = 0;
  chapter.positives.forEach(({ from, to }, i) => {
    const written = chapter.text.slice(from, to);
    const wrong = i % 3 === part ? slip(written) : written;
    text += chapter.text.slice(at, from);
    if (wrong !== written) mutants.push({ from: text.length, to: text.length + wrong.length });
    text += wrong;
    at = to;
  });
  return { ...chapter, text: text + chapter.text.slice(at), mutants };
}

function countMutants(
  input: TextRuleInput,
  chapters: readonly ChangedChapter[],
  count: { mutants: number; found: number; denied: number },
): void {
  const told = textRules['typed-contradiction'].find(input);
  count.denied += told.length;
  for (const { file, results } of findTypedResults(input)) {
    const { text, mutants } = chapters.find((one) => one.file === file)!;
    const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
    const spans = results.map(({ numeral, place }) => {
      const from = starts[place.line! - 1]! + place.column! - 1;
      return { from, to: from + numeral.text.length };
    });
    count.mutants += mutants.length;
    count.found += mutants.filter((one) =>
      spans.some(({ from, to }) => one.from < to && from < one.to),
    ).length;
  }
}

function countChapter(
  { text, positives }: DeboundChapter,
  results: readonly PlacedResult[],
  count: { positives: number; found: number; wrong: number; right: number },
): void {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const found = new Set<number>();
  for (const { numeral, bindings, place } of results) {
    const from = starts[place.line! - 1]! + place.column! - 1;
    const at = positives.findIndex((one) => one.from < from + numeral.text.length && from < one.to);
    if (at < 0) count.wrong++;
    else if (!found.has(at)) {
      found.add(at);
      if (bindings[0]?.ledger.value.name === positives[at]!.name) count.right++;
    }
  }
  count.positives += positives.length;
  count.found += found.size;
}
