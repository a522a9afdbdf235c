import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { Cell } from '../base/source-table.ts';
import type { Engine, EngineTable, QueryResult } from './engine.ts';
import { AnsweringEngine, readAnswers, writeAnswers } from './kept-answers.ts';

let asked: string[] = [];
let folder = '';

beforeEach(() => {
  asked = [];
  tables = [];
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
    return answer(Number.parseFloat(sql));
  },
  stream: async () => undefined,
  close: () => undefined,
} satisfies Engine;

let tables: EngineTable[] = [];

const table = (name: string, sha256: string): EngineTable => ({
  ...{ name, sha256, title: '', file: '', absolute: '', bytes: 0, rows: 0, known: false, columns: [] },
});

async function ask(...questions: string[]): Promise<QueryResult[]> {
  const known = readAnswers(folder, 'r', 'k');
  const kept = new AnsweringEngine({ tables, open: async () => engine, known: () => known, ground: '' });
  const answers = await Promise.all(questions.map((sql) => kept.query(sql)));
  const news = await kept.listNews();
  if (news) await writeAnswers(folder, 'r', 'k', news);
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

test('a table that changed has its questions asked again, in whatever spelling, and no others', async () => {
  const questions = ['1 from orders', '2 from "my-visits"', '3 from MY_VISITS, orders', '4'];
  tables = [table('my-visits', 'a'), table('orders', 'a')];
  await ask(...questions);
  asked = [];
  tables = [table('my-visits', 'b'), table('orders', 'a')];
  await ask(...questions);
  expect(asked).toEqual([questions[1], questions[2]]);
  asked = [];
  tables = [table('my-visits', 'b')];
  await ask(...questions);
  expect(asked).toEqual([questions[0], questions[2]]);
});

test('the engine is opened for a question that is new', async () => {
  await ask('1');
  let opened = 0;
  const open = async () => {
    opened++;
    return engine;
  };
  const kept = new AnsweringEngine({ tables, open, known: () => readAnswers(folder, 'r', 'k'), ground: '' });
  await kept.query('1');
  expect(opened).toBe(0);
  await kept.query('2');
  await kept.query('3');
  expect(opened).toBe(1);
});

test('another program, other answers', async () => {
  await ask('1');
  expect(readAnswers(folder, 'r', 'other').size).toBe(0);
  expect(readAnswers(folder, 's', 'k').size).toBe(0);
});

test('nobody can change what others get', async () => {
  const [first] = await ask('1', '1');
  expect(() => {
    (first!.rows[0] as { n: number }).n = 9;
  }).toThrow(TypeError);
  expect(() => (first!.rows as unknown[]).push(1)).toThrow(TypeError);
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
