/** Personal data must not reach what is published: neither as columns, nor by SQL, nor as what a column is not known to hold. */
import { findPersonalData, isPersonalHeader, maskPersonalText } from '../../base/personal-patterns.ts';
import type { Problem } from '../../base/problem.ts';
import { quoteSqlName } from '../../base/quoting.ts';
import type { Cell, SourceColumn } from '../../base/source-table.ts';
import type { TableRows } from '../../base/value-series.ts';
import type { Engine, EngineTable } from '../../data/engine.ts';
import { createProblem } from '../../problems/catalog.ts';
import { reportWords } from '../../words/report-words.ts';
import type { Book } from '../book.ts';

/** Cells looked at closely once SQL has found them. */
const mostInspectedCells = 1000;

async function findLikelyColumns(engine: Engine): Promise<Problem[]> {
  const found: Problem[] = [];
  for (const table of engine.tables) {
    const columns = table.columns.filter(
      ({ type, personal }) => !personal && (type === 'text' || type === 'integer'),
    );
    const cells = await readLikelyCells(engine, table, columns);
    for (const [at, { name, header }] of columns.entries()) {
      const likely = findLikelyCells(table, name, cells.get(at) ?? []);
      if (likely.length === 0 && isPersonalHeader(header)) {
        found.push(
          createProblem('likely-personal-header', { file: table.file, cell: name }, { column: name }),
        );
      } else found.push(...likely);
    }
  }
  return found;
}

type LikelyCell = Readonly<Record<string, Cell>>;

/** Cells that may be personal, by the place of their column; all columns of a table in one question. Short texts are not matched. */
async function readLikelyCells(
  engine: Engine,
  { name }: EngineTable,
  columns: readonly SourceColumn[],
): Promise<Map<Cell, LikelyCell[]>> {
  if (columns.length === 0) return new Map();
  const cells = columns.map((column, at) => `cast(${quoteSqlName(column.name)} as varchar) as c${at}`);
  const parts = columns.map(
    (_, at) => `(select ${at} as nth, c${at} as cell, count(*) as n, min(place) as row_no from numbered
      where (strlen(c${at}) >= 11 or contains(c${at}, '@')) and regexp_matches(c${at}, '1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}|[0-9]{17}[0-9Xx]|@[^.@]+[.]')
      group by c${at} order by row_no limit ${mostInspectedCells})`,
  );
  const { rows } = await engine.query(
    `with numbered as (select row_number() over () as place, ${cells.join(', ')} from ${quoteSqlName(name)})
     select * from (${parts.join(' union all ')}) order by nth, row_no`,
    { isOwn: true },
  );
  return Map.groupBy(rows, ({ nth = null }) => nth);
}

function findLikelyCells({ file }: EngineTable, column: string, cells: readonly LikelyCell[]): Problem[] {
  const hits = cells.flatMap((row) =>
    findPersonalData(String(row.cell))
      .slice(0, 1)
      .map((likely) => ({ ...likely, row })),
  );
  return [...Map.groupBy(hits, ({ kind }) => kind)].map(([kind, of]) => {
    const count = of.reduce((sum, { row }) => sum + Number(row.n), 0);
    const place = { file, cell: `${column}!${String(of[0]?.row.row_no)}` };
    return createProblem('likely-personal', place, {
      kind,
      column,
      count,
      shown: maskPersonalText(of[0]!.text),
    });
  });
}

/** Values of personal columns, with the column they are from. */
type Secrets = ReadonlyMap<string, string>;

const mostSecrets = 50_000;

/** Columns in which values repeat (gender, class) are about groups, not people. */
async function readSecrets(engine: Engine): Promise<Secrets> {
  const secrets = new Map<string, string>();
  for (const table of engine.tables) {
    for (const { name, personal } of table.columns) {
      if (!personal) continue;
      const cell = quoteSqlName(name);
      const { rows } = await engine.query(
        `select distinct cast(cell as varchar) as cell from (
           select ${cell} as cell, count(*) over () as n, count(*) over (partition by ${cell}) as same
           from ${quoteSqlName(table.name)} where ${cell} is not null
         ) where same * 20 <= n or same = 1 limit ${mostSecrets}`,
        { isOwn: true },
      );
      for (const row of rows) secrets.set(String(row.cell).trim(), name);
    }
  }
  secrets.delete('');
  return secrets;
}

interface Published {
  where: string;
  file: string;
  /** The same object as long as it holds the same texts. */
  data: object;
  listTexts: () => string[];
}

/** What the tables of a report hold about people. */
export interface PersonalData {
  /** Columns that would be published and look personal. */
  likely: Problem[];
  secrets: [value: string, column: string][];
}

export async function readPersonal(engine: Engine): Promise<PersonalData> {
  return { likely: await findLikelyColumns(engine), secrets: [...(await readSecrets(engine))] };
}

/** Everything of a report that is about to be published and should not be. */
export function findPersonal(personal: PersonalData, book: Book, folder: string): Problem[] {
  const words = reportWords[book.language];
  const findFile = (slug: string) => book.chapters.find((one) => one.slug === slug)?.file ?? folder;
  const ofItem = (where: string, chapter: string, data: TableRows): Published => {
    return { where, file: findFile(chapter), data, listTexts: () => data.rows.flat() };
  };
  const shown: Published[] = [
    ...book.tables.map(({ number, chapter, data }) => ofItem(words.table(number), chapter, data)),
    ...book.figures.map(({ number, chapter, data }) => ofItem(words.figure(number), chapter, data)),
    ...Object.values(book.values).map(({ name, place, points }) => {
      const listTexts = () => points.flatMap(({ key, label, group }) => [key, label, group ?? '']);
      return { where: `“${name}”`, file: place.file, data: points, listTexts };
    }),
  ];
  return [...personal.likely, ...findLeaks(personal, shown)];
}

/** What was found in each table, figure and series, by what the tables hold: few are made again after a save. */
const searches = new WeakMap<PersonalData, LeakSearch>();

class LeakSearch {
  readonly #secrets: Secrets;
  readonly #found = new WeakMap<object, { text: string; column: string } | 'nothing'>();

  constructor(secrets: Secrets) {
    this.#secrets = secrets;
  }

  /** The first text that is a secret. */
  find({ data, listTexts }: Published): { text: string; column: string } | 'nothing' {
    const known = this.#found.get(data);
    if (known) return known;
    const column = (text: string) =>
      this.#secrets.get(text.trim()) ?? this.#secrets.get(text.replaceAll(',', ''));
    const text = listTexts().find((one) => column(one) !== undefined);
    const found = text === undefined ? 'nothing' : { text, column: column(text)! };
    this.#found.set(data, found);
    return found;
  }
}

/** Tables, figures and series that would publish such a value, each once. */
function findLeaks(personal: PersonalData, shown: readonly Published[]): Problem[] {
  if (personal.secrets.length === 0) return [];
  const search = searches.get(personal) ?? new LeakSearch(new Map(personal.secrets));
  searches.set(personal, search);
  return shown.flatMap((one) => {
    const found = search.find(one);
    if (found === 'nothing') return [];
    const { text, column } = found;
    const place = { file: one.file };
    const params = { where: one.where, column, shown: maskPersonalText(text) };
    return [createProblem('personal-published', place, params)];
  });
}
