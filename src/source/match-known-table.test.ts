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
