/** Numbers that were answered by one pass over the rows are those of a query of their own, to the last bit. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AnsweringEngine } from '../../data/kept-answers.ts';
import { openEngine } from '../../data/open-engine.ts';
import { readTables } from '../../source/read-tables.ts';
import { buildValues } from './build-values.ts';

const root = join(import.meta.dirname, '../../..');
const period = { from: '2026-03-02', to: '2026-06-21' };

test.each(['growth-lab', 'search-lab', 'community-lab'])(
  'each answer of %s',
  async (report) => {
    const { tables } = await readTables(root, report);
    const { engine } = await openEngine(tables, { zone: 'Asia/Shanghai' });
    let queries = 0;
    const counted = {
      tables: engine.tables,
      table: (name: string) => engine.table(name),
      query: (...given: Parameters<typeof engine.query>) => {
        queries++;
        return engine.query(...given);
      },
      stream: engine.stream.bind(engine),
      close: () => undefined,
    };
    const answering = new AnsweringEngine({
      tables: engine.tables,
      open: async () => counted,
      known: () => new Map(),
      ground: '',
    });
    const file = `data/${report}/metrics.yaml`;
    const source = { file, text: await readFile(join(root, file), 'utf8') };
    const { problems } = await buildValues({ source, engine: answering, language: 'zh', period });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { answers: listAnswers } = await answering.release();
    const answers = listAnswers();
    // Many numbers share their pass: else this compares nothing.
    expect(queries).toBeLessThan(answers.size * 0.9);
    for (const [sql, { result }] of answers)
      expect({ sql, ...(await engine.query(sql)) }).toEqual({ sql, ...result });
    engine.close();
  },
  300_000,
);
