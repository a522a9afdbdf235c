import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language } from '../base/language.ts';
import { openEngine } from '../data/open-engine.ts';
import { type BuiltValues, buildValues } from '../report/values/build-values.ts';
import { readTables } from '../source/read-tables.ts';

/** The values of `metrics` over tables given as texts by file name, through the real reader and engine. */
export async function openValues(
  files: Record<string, string | Uint8Array>,
  metrics: string,
  language: Language = 'zh',
  dataDate?: string,
): Promise<BuiltValues & { close: () => Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), 'fupan-values-'));
  await mkdir(join(root, 'data/r'), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(root, 'data/r', name), text);
  const { tables } = await readTables(root, 'r');
  const zone = 'Asia/Shanghai';
  const { engine } = await openEngine(tables, { zone });
  const source = { file: 'data/r/metrics.yaml', text: metrics };
  const period = { from: '2026-03-02', to: '2026-06-21' };
  const built = await buildValues({ source, engine, language, period, dataDate });
  const close = async () => {
    engine.close();
    await rm(root, { recursive: true, force: true });
  };
  return { ...built, close };
}

/** As `openValues`, with nothing left open. */
export async function evaluateMetrics(
  files: Record<string, string | Uint8Array>,
  metrics: string,
  language: Language = 'zh',
  dataDate?: string,
) {
  const built = await openValues(files, metrics, language, dataDate);
  await built.close();
  return built;
}
