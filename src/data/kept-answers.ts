import type { Spending } from '../base/limits/spending.ts';
import type { Cell } from '../base/source-table.ts';
import { Cache, tellStep } from '../files/cache.ts';
import { hashContent } from '../files/folder-files.ts';
import {
  describeTable,
  type Engine,
  type EngineTable,
  type QueryOptions,
  type QueryResult,
} from './engine.ts';
import { parseAggregate, SharedPasses } from './shared-passes.ts';
import { createTableFinder, mapSpellings, normaliseName } from './sql-names.ts';

/** Cells of an answer that is kept. To ask again takes the files of all tables, and an engine. */
const mostCells = 400_000;

/** An answer, for as long as the tables that its question names are what they were. */
export interface KeptAnswer {
  /** Digest of those tables. */
  tables: string;
  result: QueryResult;
}

/** By SQL. */
export type KeptAnswers = ReadonlyMap<string, KeptAnswer>;

interface AnsweringSettings {
  /** As the engine will have them. */
  tables: EngineTable[];
  /** Opens the engine, for the first question that is new. */
  open: () => Promise<Engine>;
  /** What was answered before; asked for once. */
  known: () => KeptAnswers;
  /** What all tables depend on besides their files: the zone, names that are masked. */
  ground: string;
}

/**
 * An engine that answers from what it answered before, in this build or in the last one. Only answers are kept: what was
 * refused, wrong or too long is asked for again.
 */
export class AnsweringEngine implements Engine {
  readonly tables: EngineTable[];
  /** Who pays for what is asked from now on. */
  spending: Spending | undefined;
  /** Whether what some would ask is known without: then what nobody asked is not forgotten. */
  isPartial = false;
  readonly #spellings: ReadonlyMap<string, EngineTable>;
  readonly #open: () => Promise<Engine>;
  readonly #readKnown: () => KeptAnswers;
  #read: KeptAnswers | undefined;
  readonly #digestTables: (sql: string) => string;
  readonly #asked = new Map<string, Promise<QueryResult>>();
  readonly #passes = new SharedPasses((sql) => this.#askAlone(sql, {}));
  #engine: Promise<Engine> | undefined;
  #isNew = false;
  /** Questions that were listed last. */
  #listed: number | undefined;

  constructor({ tables, open, known, ground }: AnsweringSettings) {
    this.tables = tables;
    this.#spellings = mapSpellings(tables);
    this.#open = open;
    this.#readKnown = known;
    this.#digestTables = createTablesDigest(tables, ground);
  }

  table(name: string): EngineTable | undefined {
    return this.#spellings.get(normaliseName(name));
  }

  /** Who asks gets the answer that others get, and cannot change it. */
  async query(sql: string, options: QueryOptions = {}): Promise<QueryResult> {
    const before = this.#asked.get(sql);
    if (before) {
      const answer = await before.catch(() => undefined);
      if (answer) return answer;
    }
    const known = this.#known.get(sql);
    const isKnown = known !== undefined && known.tables === this.#digestTables(sql);
    tellStep({ step: 'queries', of: '', found: isKnown ? 'kept' : 'nothing' });
    const asked = (isKnown ? Promise.resolve(known.result) : this.#ask(sql, options)).then(freeze);
    this.#asked.set(sql, asked);
    return asked;
  }

  async stream(sql: string, take: (rows: Cell[][]) => void | Promise<void>): Promise<void> {
    return (await this.#openOnce()).stream(sql, take);
  }

  close(): void {
    void this.#engine?.then(
      (engine) => engine.close(),
      () => undefined,
    );
  }

  /** What has been asked for and can be kept; undefined where it is what was known, or what this gave before. */
  async listNews(): Promise<KeptAnswers | undefined> {
    const isAll = this.isPartial || this.#asked.size === (this.#listed ?? this.#known.size);
    if (!this.#isNew && isAll) return undefined;
    this.#isNew = false;
    this.#listed = this.#asked.size;
    return this.#listAnswers(isKeepable);
  }

  /** Hands over to the engine that comes after it: every answer, and what was opened. */
  async release(): Promise<{ answers: () => KeptAnswers; engine: Engine | undefined }> {
    const engine = await this.#engine?.catch(() => undefined);
    const answers = await this.#listAnswers(() => true);
    return { answers: () => answers, engine };
  }

  async #listAnswers(isWanted: (result: QueryResult) => boolean): Promise<KeptAnswers> {
    const answers = new Map<string, KeptAnswer>(this.isPartial ? this.#listTrue() : []);
    for (const [sql, asked] of this.#asked) {
      const result = await asked.catch(() => undefined);
      if (result && isWanted(result)) answers.set(sql, { tables: this.#digestTables(sql), result });
    }
    return answers;
  }

  get #known(): KeptAnswers {
    this.#read ??= this.#readKnown();
    return this.#read;
  }

  /** Of what was answered before, what tables that did not change have answered. */
  #listTrue(): [string, KeptAnswer][] {
    return [...this.#known].filter(([sql, { tables }]) => tables === this.#digestTables(sql));
  }

  /** What is answered together with others is kept as if it had been asked alone. */
  async #ask(sql: string, options: QueryOptions): Promise<QueryResult> {
    this.#isNew = true;
    const aggregate = options.isShared ? parseAggregate(sql) : undefined;
    const shared = aggregate && (await this.#passes.answer(aggregate));
    return shared ?? this.#askAlone(sql, options);
  }

  async #askAlone(sql: string, options: QueryOptions): Promise<QueryResult> {
    return (await this.#openOnce()).query(sql, { ...options, spending: this.spending });
  }

  #openOnce(): Promise<Engine> {
    this.#engine ??= this.#open();
    return this.#engine;
  }
}

/** Gives the digest of all tables that a question may read. */
function createTablesDigest(tables: readonly EngineTable[], ground: string): (sql: string) => string {
  const findTables = createTableFinder(tables);
  const digests = new Map<EngineTable, string>();
  const known = new Map<string, string>();
  const digestTable = (table: EngineTable): string => {
    const made = digests.get(table) ?? hashContent(describeTable(table));
    digests.set(table, made);
    return made;
  };
  return (sql) => {
    const made = known.get(sql) ?? hashContent([ground, ...findTables(sql).map(digestTable)].join(' '));
    known.set(sql, made);
    return made;
  };
}

function freeze(result: QueryResult): QueryResult {
  if (Object.isFrozen(result)) return result;
  for (const part of [...result.columns, ...result.rows, result.columns, result.rows]) Object.freeze(part);
  return Object.freeze(result);
}

/** JSON has neither infinity nor a zero below zero. */
const isPlain = (cell: Cell): boolean =>
  typeof cell !== 'number' || (Number.isFinite(cell) && !Object.is(cell, -0));

function isKeepable({ columns, rows }: QueryResult): boolean {
  if (columns.length * rows.length > mostCells) return false;
  return rows.every((row) => Object.values(row).every(isPlain));
}

/** The answers of the last build by the same program; `key` stands for it. */
export function readAnswers(folder: string, report: string, key: string): KeptAnswers {
  const kept = new Cache(folder).readJson<[string, KeptAnswer][]>(`${report}.json`, key);
  return new Map(kept);
}

/** Keeps the answers of a build instead of those of the last one. */
export async function writeAnswers(
  folder: string,
  report: string,
  key: string,
  answers: KeptAnswers,
): Promise<void> {
  await new Cache(folder).writeJson(`${report}.json`, key, [...answers]);
}
