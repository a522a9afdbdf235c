/** Personal data must not reach what is published: neither as columns, nor by SQL, nor as what a column is not known to hold. */
import { findPersonalData, isPersonalHeader, maskPersonalText } from '../../base/personal-patterns.ts';
import type { Problem } from '../../base/problem.ts';
import { quoteSqlName } from '../../base/quoting.ts';
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
    for (const { name, header, type, personal } of table.columns) {
      if (personal || (type !== 'text' && type !== 'integer')) continue;
      const likely = await findLikelyCells(engine, table, name);
      if (likely.length === 0 && isPersonalHeader(header)) {
        found.push(
          createProblem('likely-personal-header', { file: table.file, cell: name }, { column: name }),
        );
      } else found.push(...likely);
    }
  }
  return found;
}

async function findLikelyCells(
  engine: Engine,
  { name, file }: EngineTable,
  column: string,
): Promise<Problem[]> {
  const cell = `cast(${quoteSqlName(column)} as varchar)`;
  const { rows } = await engine.query(
    `select ${cell} as cell, count(*) as n, min(row_no) as row_no
     from (select ${quoteSqlName(column)}, row_number() over () as row_no from ${quoteSqlName(name)})
     where regexp_matches(${cell}, '1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}|[0-9]{17}[0-9Xx]|@[^.@]+[.]')
     group by 1 order by row_no limit ${mostInspectedCells}`,
  );
  const hits = rows.flatMap((row) =>
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
  data: TableRows;
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
export function findPersonal({ likely, secrets }: PersonalData, book: Book, folder: string): Problem[] {
  const words = reportWords[book.language];
  const findFile = (slug: string) => book.chapters.find((one) => one.slug === slug)?.file ?? folder;
  const shown: Published[] = [
    ...book.tables.map(({ number, chapter, data }) => ({
      where: words.table(number),
      file: findFile(chapter),
      data,
    })),
    ...book.figures.map(({ number, chapter, data }) => ({
      where: words.figure(number),
      file: findFile(chapter),
      data,
    })),
    ...Object.values(book.values).map(({ name, place, points }) => {
      const rows = points.map(({ key, label, group }) => [key, label, group ?? '']);
      return { where: `“${name}”`, file: place.file, data: { columns: [], rows } };
    }),
  ];
  return [...likely, ...findLeaks(new Map(secrets), shown)];
}

/** Tables, figures and series that would publish such a value, each once. */
function findLeaks(secrets: Secrets, shown: readonly Published[]): Problem[] {
  if (secrets.size === 0) return [];
  return shown.flatMap(({ where, file, data }) => {
    const cell = data.rows
      .flat()
      .find((text) => secrets.has(text.trim()) || secrets.has(text.replaceAll(',', '')));
    if (cell === undefined) return [];
    const column = secrets.get(cell.trim()) ?? secrets.get(cell.replaceAll(',', '')) ?? '';
    return [createProblem('personal-published', { file }, { where, column, shown: maskPersonalText(cell) })];
  });
}
