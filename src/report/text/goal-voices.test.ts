import { expect, test } from 'vitest';
import { attainment } from '../../charts/kinds/attainment.ts';
import { evaluateMetrics } from '../../test/evaluate-metrics.ts';
import { describeClaims } from '../../words/claims/describe-claims.ts';
import { formatValue } from './format-value.ts';
import { buildTile } from './tiles.ts';
import { computeVerdict } from './verdict.ts';

/** KPI, direction, unit, target, actual; then what everything that judges it must print. */
const cases = [
  ['同比', 'lower', '%', '-10', '-20', '超额完成', '—'],
  ['利润', 'higher', '元', '-100', '-50', '超额完成', '—'],
  ['亏损', 'higher', '元', '-100', '-150', '未达到', '—'],
  ['投诉', 'lower', '条', '0', '0', '达到', '—'],
  ['好评', 'higher', '条', '0', '3', '超额完成', '—'],
  ['差评', 'lower', '条', '5', '0', '超额完成', '—'],
  ['净增', 'higher', '人', '50', '-3', '未达到', '—'],
  ['转化率', 'higher', '%', '4', '3.996', '未达到', '99.9%'],
  ['获客成本', 'lower', '元', '28', '28.004', '未达到', '99.9%'],
  ['单价', 'lower', '元', '50', '40', '超额完成', '125%'],
  ['和数', 'higher', '', '0.3', '0.30000000000000004', '达到', '100%'],
  ['人数', 'higher', '人', '1000', '1302', '超额完成', '130%'],
  ['留存', 'higher', '%', '30', 'NULL', '—', '—'],
] as const;

const files = {
  'goals.csv': `kpi,direction,unit,target,actual\n${cases
    .map(([kpi, direction, unit, target, actual]) => {
      const number = actual === 'NULL' ? '' : actual;
      return `${kpi},${direction},${unit || '分'},${target},${number}`;
    })
    .join('\n')}\n`,
};
const metrics = cases
  .map(([kpi, , unit, , actual]) => {
    const shown = unit === '%' || unit === '元' ? ', digits: 2' : '';
    return `${kpi}: { sql: "select ${actual}::DOUBLE", unit: "${unit || '分'}", target: goals.${kpi}${shown} }\n`;
  })
  .join('');
const { values, goals, problems } = await evaluateMetrics(
  files,
  `${metrics}程度: { metric: goal_attainment, with: { convention: reversed } }\n教材: { metric: goal_attainment }\n`,
);
const rowsOf = new Map(goals.map((goal) => [goal.kpi, goal]));

test('nothing is wrong with these goals', () => {
  expect(problems.map(({ id, what }) => [id, what.zh])).toEqual([]);
});

test.each([...cases])('%s (%s %s, target %s, actual %s): %s, %s', (...[kpi, , , , , word, share]) => {
  const value = values[kpi]!;
  const plain = word.replace(/（.*/, '');
  expect(computeVerdict(value, 'target', values, 'zh')!.text).toBe(word);
  expect(formatValue(value, 'attainment', undefined, 'zh')).toBe(share);
  const shown = share === '—' && plain !== '—' ? `—（${plain}）` : share;
  expect(rowsOf.get(kpi)!.attainment.text).toBe(shown);
  const good = plain === '超额完成' || plain === '达到';
  expect(buildTile(value).tone).toBe(good ? 'good' : plain === '—' ? 'even' : 'bad');
  const point = values.程度!.points.find(({ key }) => key === kpi)!;
  expect(point.value === null ? '—' : point.text).toBe(share);
  const figure = describeClaims(
    attainment.listClaims({ language: 'zh', values: [], goals: [rowsOf.get(kpi)!] }),
    'zh',
  );
  expect(figure).toContain(plain === '—' ? '尚无实际值' : `1 项目标中 ${good ? 1 : 0} 项达成`);
});

test('the textbook ratio is another thing, and says so', () => {
  const find = (kpi: string) => values.教材!.points.find(({ key }) => key === kpi);
  expect(find('单价')).toMatchObject({ label: '单价（低于 100% 为完成）', value: 80 });
  expect(find('人数')).toMatchObject({ label: '人数' });
});

test('a figure over time judges as the text does', async () => {
  const { isTargetMet } = await import('../../charts/data/targets.ts');
  const judge = (kpi: string) => isTargetMet({ label: kpi, ...values[kpi]! });
  expect(['同比', '利润', '投诉', '和数'].map(judge)).toEqual([true, true, true, true]);
  expect(['亏损', '转化率', '获客成本'].map(judge)).toEqual([false, false, false]);
});

test('two values that print alike are told apart, a change that prints as 0 is told', async () => {
  const found = await evaluateMetrics(
    {},
    'a: { sql: "select 4.8004", unit: "%", digits: 1 }\nb: { sql: "select 4.8", unit: "%", digits: 1 }\nc: { formula: a - b, digits: 1 }\nd: { formula: b - b }\n',
  );
  const judge = (name: string, vs: string) => computeVerdict(found.values[name]!, vs, found.values, 'zh')!;
  expect(judge('a', 'b').text).toBe('高于（差 0.0004 个百分点）');
  expect(judge('a', 'b').basis).toBe('a 4.8%，b 4.8%，差 0.0004 个百分点');
  expect(judge('c', '0').text).toBe('上升（0.0004 个百分点）');
  expect(judge('d', '0').text).toBe('持平');
  expect(computeVerdict(found.values.b!, 'a', found.values, 'en')!.text).toBe('below (by 0.0004 pp)');
});
