import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { removeInside, writeInside, writeNew } from '../files/door.ts';
import { resolvePlain } from '../files/path-guard.ts';
import { writeLargeWorld } from './large/large-world.ts';
import { formatAnswerKey } from './output/answer-key.ts';
import { formatCsv } from './output/format-csv.ts';
import { formatTableTitles } from './output/table-titles.ts';
import { applySettings } from './plan-settings.ts';
import type { SimulatedReport } from './reports/simulated-report.ts';
import type { WorldName } from './reports/world-names.ts';
import { worlds } from './reports/worlds.ts';
import { getSpendLines } from './world/spend-lines.ts';
import { simulateWorld } from './world/world.ts';

export interface SimulateOptions {
  /** Name of the data folder: `growth-lab`. */
  report: string;
  /** Whose plan it follows; by default that of the report's name, or of growth-lab. */
  world?: WorldName;
  /** Same seed, same bytes; another one changes the noise and nothing that is planned. Default: that of the plan. */
  seed?: number;
  /** Multiplies people, orders and money; 1 is the plan (3 120 new users), at least 0.1. */
  scale?: number;
  /** Scenarios by name (`goals.新增用户=missed`), or numbers of the plan (`planted.anomaly.factor=3`). */
  set?: readonly string[];
}

interface SimulatedFile {
  /** From the course root: `data/growth-lab/users.csv`. */
  file: string;
  text: string;
  rows: number;
}

/** Practice data for a report, one CSV a table, and last the key to what is hidden in them. */
export function simulate(options: SimulateOptions): SimulatedFile[] {
  const { report, scale = 1, set = [] } = options;
  const { plan, tables } = resolveSimulatedReport(options);
  const seed = options.seed ?? plan.seed;
  const world = simulateWorld(plan, seed, scale);
  const files = Object.entries(tables).map(([name, table]) => {
    const rows = table.rows(world);
    return {
      file: `data/${report}/${name}.csv`,
      text: formatCsv(name, table.columns, rows),
      rows: rows.length,
    };
  });
  const key = formatAnswerKey(world, { seed, set }, getSpendLines(world));
  return [...files, { file: getAnswerKeyPath(report), text: key, rows: 0 }];
}

/** From the course root. Not beside the data, which are handed out, and in a folder that git ignores. */
export const getAnswerKeyPath = (report: string): string => `out/keys/${report}.yaml`;

function resolveSimulatedReport({
  report,
  world: named,
  set = [],
}: SimulateOptions): SimulatedReport & { world: WorldName } {
  const world = named ?? (Object.hasOwn(worlds, report) ? (report as WorldName) : 'growth-lab');
  const { plan, tables } = worlds[world];
  return { world, plan: applySettings(plan, set), tables };
}

/** Above this scale the tables of people are written as Parquet. */
const largeScale = 4;

/** Files of a report that are not those to be written. */
export class ExistingFilesError extends Error {
  readonly files: readonly string[];

  constructor(files: readonly string[]) {
    super(`other files exist: ${files.join(', ')}`);
    this.files = files;
  }
}

interface WriteOptions extends SimulateOptions {
  /** Course root. */
  out: string;
  /** Overwrite files of other contents. */
  force?: boolean;
}

/** Writes the files under a course root and returns them. Data and key of a report that are there stay, unless forced. */
export async function writeSimulated(options: WriteOptions): Promise<Pick<SimulatedFile, 'file' | 'rows'>[]> {
  const { report, out } = options;
  const files =
    (options.scale ?? 1) > largeScale ? await writeParquetFiles(options) : await writeCsvFiles(options);
  const titles = `data/${report}/tables.yaml`;
  const names = files.slice(0, -1).map(({ file }) => basename(file));
  const { language } = resolveSimulatedReport(options).plan;
  // A team may have described its tables by now.
  await writeNew(out, titles, formatTableTitles(names, language)).catch(() => undefined);
  return files;
}

async function writeCsvFiles(options: WriteOptions): Promise<SimulatedFile[]> {
  const files = simulate(options);
  const others = (await Promise.all(files.map((file) => findConflicts(options.out, file)))).flat();
  if (others.length > 0 && !options.force) throw new ExistingFilesError(others);
  for (const other of others) await removeInside(options.out, other);
  for (const { file, text } of files) await writeInside(options.out, file, text);
  return files;
}

/** What is in the place of a file: another text, or the same table as Parquet. */
async function findConflicts(out: string, { file, text }: SimulatedFile): Promise<string[]> {
  const existing = await readFile(resolvePlain(out, file), 'utf8').catch(() => text);
  const large = file.replace(/\.csv$/, '.parquet');
  const hasLarge = large !== file && (await isExistingPath(join(out, large)));
  return [...(existing === text ? [] : [file]), ...(hasLarge ? [large] : [])];
}

const isExistingPath = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

async function writeParquetFiles(options: WriteOptions) {
  const { report, out, scale = 1, set = [], force } = options;
  const folder = join(out, 'data', report);
  const existing = (await readdir(folder).catch(() => [])).filter((name) => /\.(csv|parquet)$/.test(name));
  const target = join(out, getAnswerKeyPath(report));
  const others = [
    ...existing.map((name) => `data/${report}/${name}`),
    ...((await isExistingPath(target)) ? [getAnswerKeyPath(report)] : []),
  ];
  if (others.length > 0 && !force) throw new ExistingFilesError(others);
  const { plan, world } = resolveSimulatedReport(options);
  const seed = options.seed ?? plan.seed;
  // Checked from the course root: a folder that is a link is left alone.
  resolvePlain(out, `data/${report}`);
  const { files, first, spent } = await writeLargeWorld({ world, plan, seed, scale, folder });
  await writeInside(
    out,
    getAnswerKeyPath(report),
    formatAnswerKey({ ...first, scale }, { seed, set }, spent),
  );
  const data = files.map(({ name, rows }) => ({ file: `data/${report}/${name}`, rows }));
  return [...data, { file: getAnswerKeyPath(report), rows: 0 }];
}
