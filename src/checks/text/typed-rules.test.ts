import { describe, expect, test } from 'vitest';
import { formatPlace } from '../../base/place.ts';
import { courseFile } from '../../schema/course-file.ts';
import { createSampleBook } from '../../test/sample-book.ts';
import { textRules } from './text-rules.ts';

/** What a rule tells of a chapter over the sample book: 新增用户 1,302 人 of 1,000, 期末转化率 4.8 % (240 of 5,000). */
function tell(
  rule: 'typed-result' | 'typed-contradiction' | 'typed-share' | 'typed-claim',
  text: string,
  typed = '',
) {
  const folder = 'content/reports/r';
  const index = { file: `${folder}/index.mdx`, text: `---\ntitle: 报告\n${typed}---\n` };
  const chapters = [{ file: `${folder}/01-a.mdx`, text }];
  const source = { report: 'r', folder, index, chapters, charts: [], assets: [], problems: [] };
  const found = textRules[rule].find({
    source,
    book: createSampleBook(),
    course: courseFile.parse({ title: 'C' }),
  });
  return found.map(({ place, what }) => `${formatPlace(place).replace(/^.*mdx:/, '')} ${what.zh}`);
}

describe('typed-result', () => {
  const listed = (text: string) => /：(.*)。$/.exec(tell('typed-result', text)[0] ?? '')?.[1];

  test.each([
    ['新增用户1302人。', '1:5 “1302人” → <Value of="新增用户" />'],
    ['新增用户约1300人。', '1:6 “1300人” → <Value of="新增用户" />'],
    ['新增用户完成目标的130.2%。', '1:10 “130.2%” → <Value of="新增用户" as="attainment" />'],
    ['转化率升至**4.8**%。', '1:8 “4.8%” → <Value of="期末转化率" />'],
    ['期末转化率的区间为 4.2%～5.5%。', '1:11 “4.2%～5.5%” → <Value of="期末转化率" as="interval" />'],
    ['花了 77 元。', '1:4 “77 元”'],
  ])('%s', (text, expected) => {
    expect(listed(text)).toBe(expected);
  });

  test.each([
    '新增用户 <Value of="新增用户" />。',
    '6 月 21 日第 3 次评审，见图 1-2。',
    '工单须在 48 小时内关闭。',
    '店主说：“一天卖 300 单。忙时有 500 单。”',
    '> 一天卖 300 单。',
    '`LIMIT 1302`',
  ])('nothing in %s', (text) => {
    expect(tell('typed-result', text)).toEqual([]);
  });

  test('one message for a chapter, twenty places in it, the rest counted', () => {
    const [told, ...others] = tell('typed-result', '花了 77 元。\n\n'.repeat(23));
    expect(others).toEqual([]);
    expect(told).toMatch(/^1:4 这一篇有 23 处.*；39:4 “77 元”；另有 3 处。$/);
    expect(told!.match(/“77 元”/g)).toHaveLength(20);
  });

  test('what the front matter allows is not told', () => {
    const typed = 'typed:\n  - { text: 花了 77 元, reason: 收据在附录 }\n';
    expect(tell('typed-result', '花了 77 元。', typed)).toEqual([]);
    expect(tell('typed-result', '又花了 78 元。', typed)).toHaveLength(1);
  });
});

describe('typed-contradiction', () => {
  test.each([
    '新增用户共 1,320 人。',
    '期内新增用户达到1320人。',
    '期末转化率为 8.4%。',
    '新增用户约 2000 人。',
  ])('%s', (text) => {
    expect(tell('typed-contradiction', text)).toHaveLength(1);
  });

  test.each([
    '新增用户共 1,302 人。',
    '新增用户约 1300 人。',
    '新增用户超过 1200 人。',
    '第 10 周新增用户 60 人。',
    '三月新增用户 512 人。',
    '新增用户目标 1,000 人。',
    '新增用户增长 12%。',
    '非会员新增用户 512 人。',
    '期末转化率的分母是 5,000 人。',
    '若新增用户达到 2000 人，预算要翻倍。',
    '新增用户提高 250 人。',
  ])('not %s', (text) => {
    expect(tell('typed-contradiction', text)).toEqual([]);
  });
});

describe('typed-share', () => {
  test.each(['412 人中 19 人付款，占 6.4%。', '19/412=6.4%。', 'Of them 19 of 412 (6.4%) paid.'])(
    '%s',
    (text) => {
      expect(tell('typed-share', text)).toHaveLength(1);
    },
  );

  test.each([
    '412 人中 19 人付款，占 4.6%。',
    '412 人中 19 人付款，比上周高 6.4%。',
    '412 人来过，19 人付款，6.4% 退款。',
  ])('not %s', (text) => {
    expect(tell('typed-share', text)).toEqual([]);
  });
});

describe('typed-claim', () => {
  test.each([
    ['好评率由 4.8% 升至 2.5%。', '前面是 4.8%，后面是 2.5%'],
    ['跳出率从60%降到64%。', '前面是 60%，后面是 64%'],
    ['小红书 38%、抖音 27%、其他 30%。', '合计是 95%，不是 100%'],
    ['新增用户 1302 人，未达到目标。', '“新增用户”的目标是 1,000 人，实际是 1,302 人'],
  ])('%s', (text, truth) => {
    expect(tell('typed-claim', text)[0]).toContain(truth);
  });

  test.each([
    '好评率由 2.5% 升至 4.8%。',
    '由 10 元升至 8 次。',
    '小红书 38.3%、抖音 27.3%、其他 34.3%。',
    '女 68%、男 22%。',
    '新增用户 1302 人，超额完成目标。',
    '新增用户 1302 人，若未达到目标就停投。',
  ])('not %s', (text) => {
    expect(tell('typed-claim', text)).toEqual([]);
  });
});
