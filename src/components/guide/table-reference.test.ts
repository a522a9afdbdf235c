import { expect, test } from 'vitest';
import { knownTables } from '../../schema/tables/known-tables.ts';
import { describeColumnRules, describeRelation, listTemplateHeaders, tablesById } from './table-reference.ts';

test('the reference shows every known table once, in the order of ids', () => {
  expect(tablesById).toHaveLength(Object.keys(knownTables).length);
  const ids = tablesById.map(({ schema }) => schema.id);
  expect(ids).toEqual([...ids].sort());
});

test.each(tablesById)('the template of $name is understood, in either language', ({ schema }) => {
  const columns = Object.entries(schema.columns);
  for (const [at, header] of listTemplateHeaders(schema, 'zh').entries()) {
    expect(columns[at]![1].aliases).toContain(header);
  }
  expect(listTemplateHeaders(schema, 'en')).toEqual(columns.map(([name]) => name));
});

test('rules in words', () => {
  const { nps, ad_spend } = knownTables;
  expect(describeColumnRules(nps.columns.score!, 'zh')).toEqual(['必填', '0～10']);
  expect(describeColumnRules(nps.columns.resp_id!, 'zh')).toEqual(['必填', '不重复']);
  expect(describeRelation(ad_spend.relations[0]!, ad_spend, 'zh')).toBe('点击 ≤ 展示');
});
