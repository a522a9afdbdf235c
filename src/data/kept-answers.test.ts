import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { Cell } from '../base/source-table.ts';
import type { Engine, QueryResult } from './engine.ts';
import { AnsweringEngine, readAnswers, writeAnswers } from './kept-answers.ts';

let asked: string[] = [];
let folder = '';

beforeEach(() => {
  asked = [];
  folder = mkdtempSync(join(tmpdir(), 'fupan-answers-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

const answer = (...cells: Cell[]): QueryResult => ({
  columns: [{ name: 'n', type: 'number' }],
  rows: cells.map((n) => ({ n })),
});

/** Answers each question with its own number, and fails where it is none. */
const engine = {
  tables: [],
  table: () => undefined,
  query: async (sql) => {
    asked.push(sql);
    if (sql === 'wrong') throw new RangeError(sql);
    return answer(Number(sql));
  },
  stream: async () => undefined,
  close: () => undefined,
} satisfies Engine;

async function ask(...questions: string[]): Promise<QueryResult[]> {
  const kept = new AnsweringEngine(engine, readAnswers(folder, 'r', 'k'));
  const answers = await Promise.all(questions.map((sql) => kept.query(sql)));
  await writeAnswers(folder, 'r', 'k', await kept.listAnswers());
  return answers;
}

test('a question is asked once in a build, and not again in the next', async () => {
  const [first, second] = await ask('1', '1', '2');
  expect(first).toEqual(second);
  expect(asked).toEqual(['1', '2']);
  expect(await ask('2', '1', '3')).toEqual([answer(2), answer(1), answer(3)]);
  expect(asked).toEqual(['1', '2', '3']);
});

test('what nobody asked for in the last build is forgotten', async () => {
  await ask('1', '2');
  await ask('2');
  await ask('1');
  expect(asked).toEqual(['1', '2', '1']);
});

test('other data, other answers', async () => {
  await ask('1');
  expect(readAnswers(folder, 'r', 'other').size).toBe(0);
  expect(readAnswers(folder, 's', 'k').size).toBe(0);
});

test('each who asks may change what it gets', async () => {
  const [first] = await ask('1', '1');
  first!.rows[0]!.n = 9;
  expect(await ask('1', '1')).toEqual([answer(1), answer(1)]);
});

test('a question that fails is asked again, each time', async () => {
  await expect(ask('wrong', 'wrong')).rejects.toThrow('wrong');
  await expect(ask('wrong')).rejects.toThrow('wrong');
  expect(asked.length).toBeGreaterThanOrEqual(3);
});

test.each([['Infinity'], ['-Infinity'], ['NaN'], ['-0']])('%s is not kept', async (sql) => {
  const [first] = await ask(sql);
  expect(await ask(sql)).toEqual([first]);
  expect(asked).toEqual([sql, sql]);
});
