import { describe, expect, test } from 'vitest';
import { type KnownTable, knownTables } from '../schema/tables/known-tables.ts';
import { matchKnownColumn, normaliseHeader } from './cells/column-headers.ts';
import { matchKnownTable } from './match-known-table.ts';

const tables = Object.entries(knownTables) as [KnownTable, (typeof knownTables)[KnownTable]][];

describe.each(tables)('the headers of %s', (name, schema) => {
  const aliases = Object.entries(schema.columns).flatMap(([column, { aliases: own }]) =>
    [column, ...own].map((header) => ({ header, column })),
  );

  test('mean the column whose alias they are, in any width and case', () => {
    for (const { header, column } of aliases) {
      expect([header, matchKnownColumn(schema, header)]).toEqual([header, column]);
      const wide = header.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
      expect([wide, matchKnownColumn(schema, ` ${wide} `)]).toEqual([wide, column]);
    }
  });

  test('lead to one column each, however they are spelt', () => {
    const owners = new Map<string, Set<string>>();
    for (const { header, column } of aliases) {
      const plain = normaliseHeader(header);
      owners.set(plain, (owners.get(plain) ?? new Set()).add(column));
    }
    expect([...owners].filter(([, columns]) => columns.size > 1)).toEqual([]);
  });

  test('tell the table, whatever its file is called, or no table at all', () => {
    const required = Object.values(schema.columns).filter((column) => column.required);
    for (const columns of [Object.values(schema.columns), required]) {
      const headers = columns.map(({ label }) => label.zh);
      const found = matchKnownTable('导出 (3)', {}, 'zh', { headers });
      if (found.known) expect([headers, found.name]).toEqual([headers, name]);
    }
  });
});

test('all tables with four columns or more are known by their Chinese headers alone', () => {
  const wide = tables.filter(([, schema]) => Object.keys(schema.columns).length >= 4);
  const missed = wide.filter(([name, schema]) => {
    const headers = Object.values(schema.columns).map(({ label }) => label.zh);
    return matchKnownTable('导出', {}, 'zh', { headers }).name !== name;
  });
  expect(missed.map(([name]) => name)).toEqual([]);
});

describe('a name is not a claim, and not nothing', () => {
  const match = (stem: string, headers: readonly string[], table?: string) => {
    const { name, alias, known, told } = matchKnownTable(stem, table ? { table } : {}, 'zh', { headers });
    return { name, alias, known, told: told({ file: 'a.csv' }).map(({ id }) => id) };
  };
  const own = { name: 'orders', alias: undefined, known: false, told: [] };

  test.each([
    ['its key', ['订单编号', '买家'], true],
    ['half of what it must have', ['user_id', 'created_at', 'amount', '备注'], true],
    ['less than half', ['user_id', '备注'], false],
    ['nothing', ['买家', '应付'], false],
  ])('a file called orders with %s', (_, headers, known) => {
    expect(match('orders', headers)).toEqual(known ? { ...own, known } : { ...own, told: ['own-table'] });
  });

  test('tables.yaml has the last word', () => {
    expect(match('orders', ['order_id', 'user_id'], 'own')).toEqual(own);
    expect(match('orders', ['买家'], 'orders')).toEqual({ ...own, known: true });
    expect(match('明细', ['日期', '渠道', '推广计划', '展现量', '点击量', '花费'], 'own').known).toBe(false);
  });

  test('a file known by its headers goes by its own name, too, and is told', () => {
    const headers = ['日期', '渠道', '推广计划', '展现量', '点击量', '花费'];
    const known = { name: 'ad_spend', alias: '投放', known: true };
    expect(match('投放', headers)).toEqual({ ...known, told: ['known-by-headers'] });
    expect(match('投放', headers, 'ad_spend')).toEqual({ ...known, told: [] });
  });
});
