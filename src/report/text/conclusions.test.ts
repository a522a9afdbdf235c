import { describe, expect, test } from 'vitest';
import type { Claim } from '../../base/claims/claim.ts';
import { makeOverlap, makeRank } from '../../base/claims/make-claims.ts';
import type { GoalRow } from '../../base/value-series.ts';
import { sampleFigures } from '../../test/sample-figures.ts';
import { sampleValues } from '../../test/sample-values.ts';
import { listClauses } from '../../words/claims/describe-claims.ts';
import type { BookChapter, BookFigure, BookValue } from '../book.ts';
import { type Evidence, withConclusions } from './conclusions.ts';

const place = { file: 'content/reports/r/01-a.mdx', line: 5, column: 1 };
const chapter = (slug: string, blocks: BookChapter['blocks'] = []): BookChapter => ({
  ...{ slug, number: 1, title: slug, file: `${slug}.mdx`, blocks, footnotes: [] },
});

function createFigure(id: string, claims: Claim[], of = [id]): BookFigure {
  return { ...sampleFigures[0]!, id, chapter: 'a', number: '1-1', of, clauses: listClauses(claims, 'zh') };
}

/** As the program prints it. */
const format = (value: number) => `${value} 人`.replace('-', '−');

function createValue(name: string, actual: number, target: number, more: Partial<BookValue> = {}): BookValue {
  return {
    ...sampleValues.新增用户!,
    ...{ name, value: actual, text: format(actual), unit: '人', direction: 'higher', points: [] },
    target: { value: target, text: format(target), source: 'goals' },
    cited: [{ chapter: 'a', anchor: 'use-1', label: '1.1' }],
    ...more,
  };
}

const none = { value: null, text: '—' };
const createGoal = (value: string, more: Partial<GoalRow> = {}): GoalRow => ({
  ...{ kpi: value, unit: '人', direction: 'higher', baseline: none, target: none, actual: none, value },
  attainment: { ...none, outcome: 'open' },
  ...more,
});

function conclude(evidence: Partial<Evidence>, ...chapters: BookChapter[]) {
  const given = { figures: [], values: {}, goals: [], language: 'zh' as const, ...evidence };
  const { chapters: filled, problems } = withConclusions(
    chapters.length > 0 ? chapters : [chapter('a')],
    given,
  );
  const texts = filled.map(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'conclusions' ? block.items.map(({ text }) => text) : [])),
  );
  return { texts, problems, filled };
}

const rank = (of: string, ...numbers: number[]): Claim[] =>
  makeRank(
    numbers.map((value, i) => ({ name: `${'甲乙丙丁戊'[i]}`, value, text: `${value}`, unit: '' })),
    { of },
  );

describe('what a chapter comes to', () => {
  const values = {
    到: createValue('到', 13, 10),
    差: createValue('差', 7, 10),
    险: createValue('险', 11, 10, {
      interval: { low: 9, high: 13, level: 0.95, method: 'wilson', text: '9～13' },
    }),
  };
  const goals = Object.keys(values).map((name) => createGoal(name));

  test('a goal that was missed comes first, one that the interval leaves open last, and who leads after goals', () => {
    const figures = [createFigure('f', rank('人数', 3, 9, 5))];
    expect(conclude({ values, goals, figures }).texts).toEqual([
      [
        '差为 7 人，未达到目标 10 人。',
        '到为 13 人，超额完成目标 10 人。',
        '险为 11 人，超额完成目标 10 人。',
      ],
    ]);
    const two = { 到: values.到, 险: values.险 };
    expect(
      conclude({ values: two, goals, figures: [createFigure('f', rank('人数', 3, 9, 5))] }).texts[0]![2],
    ).toBe('人数最高的是乙（9），最低的是甲（3）。');
  });

  test('a goal of other days than those of the value concludes nothing', () => {
    const apart = { goal: { from: '2026-05-25', to: '2026-06-21' } };
    const other = createValue('到', 13, 10, { target: { value: 10, text: '10 人', source: 'goals', apart } });
    expect(conclude({ values: { 到: other }, goals }).texts).toEqual([[]]);
  });

  test('a goal of its own days tells them', () => {
    const window = { from: '2026-05-25', to: '2026-06-21' };
    const given = { values: { 到: values.到 }, goals: [createGoal('到', { window })] };
    expect(conclude(given).texts).toEqual([['到 5 月 25 日至 6 月 21 日为 13 人，超额完成目标 10 人。']]);
  });

  test.each([
    ['all are alike', rank('人数', 5, 5, 5)],
    ['two lead', rank('人数', 9, 9, 3)],
    ['there are two', rank('人数', 9, 3)],
    ['nothing is found', []],
  ])('silent where %s', (_, claims) =>
    expect(conclude({ figures: [createFigure('f', claims)] }).filled[0]!.blocks).toEqual([]),
  );

  test('silent where the intervals leave an order open, not where they lie apart', () => {
    const members = [3, 9, 5].map((value, i) => ({ name: '甲乙丙'[i]!, value, text: `${value}`, unit: '' }));
    const texts = [4, 1].map((half) => {
      const known = members.map((one) => ({
        ...one,
        range: { low: one.value - half, high: one.value + half, text: '' },
      }));
      const claims = [...makeRank(known, { of: '人数' }), ...makeOverlap(known)];
      return conclude({ figures: [createFigure('f', claims)] }).texts[0]!.length;
    });
    expect(texts).toEqual([0, 1]);
  });

  test('of one quantity one sentence, and not again where an earlier chapter said it and others have news', () => {
    const both = [createFigure('f', rank('人数', 3, 9, 5)), createFigure('g', rank('人数', 1, 2, 3))];
    expect(conclude({ figures: both }).texts[0]).toHaveLength(1);
    const cited = [
      { chapter: 'a', anchor: 'use-1', label: '1.1' },
      { chapter: 'b', anchor: 'use-1', label: '2.1' },
    ];
    const again = { 到: { ...values.到, cited }, 差: { ...values.差, cited: cited.slice(1) } };
    expect(conclude({ values: again, goals }, chapter('a'), chapter('b')).texts).toEqual([
      ['到为 13 人，超额完成目标 10 人。'],
      ['差为 7 人，未达到目标 10 人。', '到为 13 人，超额完成目标 10 人。'],
    ]);
  });
});

describe('the tag', () => {
  const tag = (...pinned: string[]): BookChapter['blocks'][number] => ({
    ...{ type: 'conclusions', items: [], pinned: pinned.map((name) => ({ name, place })) },
  });
  const figures = [createFigure('f', rank('人数', 3, 9, 5)), createFigure('g', rank('次数', 5, 5, 5))];
  const values = { 到: createValue('到', 13, 10) };
  const goals = [createGoal('到')];

  test('takes the conclusions to where it stands, what it names first', () => {
    const heading = { ...chapter('a', [{ type: 'rule' }, tag('g', 'f')]) };
    const { filled, texts } = conclude({ figures, values, goals }, heading);
    expect(filled[0]!.blocks.map(({ type }) => type)).toEqual(['rule', 'conclusions']);
    expect(texts).toEqual([
      [
        '次数各项相同，3 项均为 5。',
        '人数最高的是乙（9），最低的是甲（3）。',
        '到为 13 人，超额完成目标 10 人。',
      ],
    ]);
  });

  test('names what the chapter has no conclusion from', () => {
    const { problems } = conclude({ figures, values, goals }, chapter('a', [tag('q')]));
    expect(problems.map(({ id, place: at }) => [id, at])).toEqual([['unknown-conclusion', place]]);
  });
});

test('what is concluded of a thousand goals is so', () => {
  const outcomes = new Map<string, number>();
  for (let i = 0; i < 1000; i++) {
    // Small whole numbers tie often; both signs.
    const [actual, target] = [((i * 37) % 23) - 11, ((i * 53) % 19) - 9];
    const direction = i % 3 === 0 ? 'lower' : 'higher';
    const value = createValue('值', actual, target, { direction });
    const [[text]] = conclude({ values: { 值: value }, goals: [createGoal('值')] }).texts as [string[]];
    const better = direction === 'higher' ? actual > target : actual < target;
    const word = actual === target ? '达到' : better ? '超额完成' : '未达到';
    expect(text).toBe(`值为 ${format(actual)}，${word}目标 ${format(target)}。`);
    outcomes.set(word, (outcomes.get(word) ?? 0) + 1);
  }
  expect(Math.min(...outcomes.values())).toBeGreaterThan(20);
});
