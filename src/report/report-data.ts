/**
 * The data of a report before its text is looked at: read, masked, checked. What they come to is kept, and so is each answer
 * of the engine: files are read, and the engine is opened, for a question that nobody has asked before.
 *
 *   files ─▶ tables ─▶ masked, dated ─▶ engine ─▶ rules ─▶ findings about the data
 */

import { join } from 'node:path';
import { type Spending, SpentError } from '../base/limits/spending.ts';
import type { Problem } from '../base/problem.ts';
import type { TableRows } from '../base/value-series.ts';
import { type RuleResult, runDataRules } from '../checks/data/data-rules.ts';
import { createFacts } from '../checks/facts/facts.ts';
import type { Engine, EngineTable } from '../data/engine.ts';
import { AnsweringEngine, type KeptAnswers, readAnswers, writeAnswers } from '../data/kept-answers.ts';
import { Cache } from '../files/cache.ts';
import { KeptSteps } from '../files/kept-steps.ts';
import { remember, type StepMemory } from '../files/step-memory.ts';
import type { CourseFile } from '../schema/course-file.ts';
import type { ReportFront } from '../schema/front-matter.ts';
import { readTables } from '../source/read-tables.ts';
import { isLasting } from './passing-problems.ts';
import { buildMasks, maskNames } from './privacy/mask-names.ts';
import { type PersonalData, readPersonal } from './privacy/personal-data.ts';
import { findFarDates, withoutFarDates } from './tables/far-dates.ts';
import { buildReconciliationTable } from './tables/reconciliation-table.ts';
import { type BlankTime, findBlankTimes } from './values/left-out/blank-times.ts';

export interface DataInput {
  root: string;
  report: string;
  front: ReportFront;
  course: CourseFile;
  /** Whether names of members stay as they are. */
  isNamed: boolean;
  /** Folder that keeps the copies of Parquet files. */
  copies: string | undefined;
  spending: Spending;
  kept?: KeptData | undefined;
  memory?: StepMemory | undefined;
}

/** Where what is known of the data is kept, and what it depends on. */
export interface KeptData {
  folder: string;
  keys: DataKeys;
  /** What the steps after it made in the last build. */
  steps?: KeptSteps;
  /** Takes what is to be kept, by what it is, until it is known that no file was written meanwhile. */
  writes: Map<string, () => Promise<void>>;
}

export interface DataKeys {
  /** This program. */
  program: string;
  /** What the team says about its tables. */
  notes: string;
  /** The program, the course, and every file with data of the report. */
  rules: { program: string; course: string; tables: string };
}

/** What the data come to, as plain data. */
interface DataFacts {
  masks: [name: string, shown: string][];
  tables: EngineTable[];
  problems: { read: Problem[]; dated: Problem[]; loaded: Problem[]; checked: Problem[] };
  checked: RuleResult[];
  /** Whether the rules took all the time that the report may. */
  isSpent: boolean;
  /** What all tables depend on besides their files. */
  ground: string;
  reconciliation?: TableRows;
  personal: PersonalData;
  /** Times that are not filled in. */
  blankTimes: BlankTime[];
}

export interface ReportData extends DataFacts {
  /** Of all that the data and the rules are made of. */
  key: string;
  engine: AnsweringEngine;
}

/** Of one report, for as long as its data are the same. */
export async function prepareData(input: DataInput): Promise<ReportData> {
  const { memory, kept, front, isNamed, spending } = input;
  const given = JSON.stringify([front.language, front.zone, front.period, isNamed]);
  const last = memory?.peek<Promise<ReportData>>('data');
  const key = JSON.stringify([kept?.keys.rules, given]);
  const data = await remember(memory, 'data', key, () => makeData(input, given, last));
  if (data.isSpent) memory?.forget('data');
  data.engine.spending = spending;
  return data;
}

async function makeData(
  input: DataInput,
  given: string,
  last: Promise<ReportData> | undefined,
): Promise<ReportData> {
  const { kept, report } = input;
  const before = await last?.catch(() => undefined);
  const { answers, engine: open } = before ? await before.engine.release() : readKept(input);
  const key = JSON.stringify([kept?.keys.rules, given]);
  const ofFacts = { ...kept?.keys.rules, settings: given };
  const known = kept && openFactsCache(kept).readJson<DataFacts>(`${report}.json`, ofFacts);
  if (known) {
    open?.close();
    const files = new DataFiles(input, given, undefined);
    const openLate = async () => (await files.open()).engine;
    return { ...known, key, engine: new AnsweringEngine({ ...known, open: openLate, known: answers }) };
  }
  const files = new DataFiles(input, given, open && before && { engine: open, ground: before.ground });
  const found = { ...(await findFacts(files, input, answers)), key };
  const { engine: _, key: __, ...facts } = found;
  if (kept && !facts.isSpent && isLasting(Object.values(facts.problems).flat()))
    kept.writes.set('facts', () => openFactsCache(kept).writeJson(`${report}.json`, ofFacts, facts));
  return found;
}

/** What was answered in the last build: of tables that did not change it is still true. Read when something is asked. */
function readKept({ kept, report }: DataInput): {
  answers: () => KeptAnswers;
  engine?: Engine | undefined;
} {
  const answers = () => (kept ? readAnswers(getAnswersFolder(kept), report, kept.keys.program) : new Map());
  return { answers };
}

/** What the steps of a report made in its last build. */
export const openSteps = (folder: string, report: string): KeptSteps =>
  new KeptSteps(join(folder, 'steps'), report);

const openFactsCache = ({ folder }: KeptData): Cache => new Cache(join(folder, 'facts'));
const getAnswersFolder = ({ folder }: KeptData): string => join(folder, 'answers');

/** Keeps what was answered, where it is not what is kept. */
export function keepAnswers({ kept, report }: DataInput, { engine }: ReportData): void {
  if (!kept) return;
  if (kept.steps?.hasTaken) engine.isPartial = true;
  kept.writes.set('answers', async () => {
    const news = await engine.listNews();
    if (news) await writeAnswers(getAnswersFolder(kept), report, kept.keys.program, news);
  });
}

/** Ends the engine of what is no longer remembered. */
export async function forgetData(memory: StepMemory): Promise<void> {
  const data = await memory.peek<Promise<ReportData>>('data')?.catch(() => undefined);
  memory.forgetAll();
  data?.engine.close();
}

async function findFacts(
  files: DataFiles,
  { front, course, spending }: DataInput,
  known: () => KeptAnswers,
): Promise<Omit<ReportData, 'key'>> {
  const { read, masks, dated, ground } = await files.read();
  const opened = await files.open();
  const { tables } = opened.engine;
  const engine = new AnsweringEngine({ tables, open: async () => opened.engine, known, ground });
  engine.spending = spending;
  const facts = createFacts({ engine, sources: dated.tables, period: front.period, course });
  const problems = { read: read.problems, dated: dated.problems, loaded: opened.problems };
  const found = { masks: [...masks], tables, ground, engine };
  try {
    const far = await findFarDates(engine, dated.tables, front.period);
    const checked = await runDataRules(facts);
    const reconciliation = await buildReconciliationTable(facts, front.language);
    const all = { ...problems, checked: [...far, ...checked.flatMap((one) => one.found)] };
    const personal = await readPersonal(engine);
    // Times that were told, and are not used, are not empty.
    const blankTimes = await findBlankTimes(engine, read.tables);
    const more = { personal, blankTimes, ...(reconciliation && { reconciliation }) };
    return { ...found, problems: all, checked, isSpent: false, ...more };
  } catch (error) {
    if (!(error instanceof SpentError)) throw error;
    const none = { checked: [], blankTimes: [], personal: { likely: [], secrets: [] } };
    return { ...found, ...none, problems: { ...problems, checked: [] }, isSpent: true };
  }
}

/** An engine that is open, and what its tables depend on besides their files. */
interface OpenEngine {
  engine: Engine;
  ground: string;
}

/** The files of a report with data, read and opened when that is asked for. */
class DataFiles {
  readonly #input: DataInput;
  readonly #given: string;
  readonly #last: OpenEngine | undefined;
  #read: ReturnType<DataFiles['readNow']> | undefined;
  #opened: ReturnType<DataFiles['openNow']> | undefined;

  /** `last`: an engine that nobody else uses any more. */
  constructor(input: DataInput, given: string, last: OpenEngine | undefined) {
    this.#input = input;
    this.#given = given;
    this.#last = last;
  }

  read() {
    this.#read ??= this.readNow();
    return this.#read;
  }

  open(): Promise<{ engine: Engine; problems: Problem[] }> {
    this.#opened ??= this.openNow();
    return this.#opened;
  }

  private async readNow() {
    const { root, report, front, isNamed, memory, kept } = this.#input;
    const read = await readTables(root, report, { language: front.language, memory });
    const masks = isNamed ? new Map<string, string>() : buildMasks(read.tables);
    const ground = JSON.stringify([this.#given, [...masks], kept?.keys.notes]);
    return { read, masks, ground, dated: withoutFarDates(read.tables, front.period) };
  }

  private async openNow() {
    // Loaded late: most builds after an edit ask for nothing.
    const { openEngine, renewEngine } = await import('../data/open-engine.ts');
    const { front, copies, spending } = this.#input;
    const { masks, dated, ground } = await this.read();
    const tables = maskNames(dated.tables, masks);
    const last = this.#last;
    if (last?.ground === ground && renewEngine(last.engine, tables))
      return { engine: last.engine, problems: [] };
    last?.engine.close();
    return openEngine(tables, { zone: front.zone, copies, spending });
  }
}
