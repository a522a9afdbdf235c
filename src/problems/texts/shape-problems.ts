import type { Bilingual } from '../../base/language.ts';
import type { Place } from '../../base/place.ts';
import { defineProblem } from '../define-problem.ts';

/** Problems of the shape of a file: what its names, rows, columns and tables are. */
export const shapeProblems = {
  'names-missing': defineProblem<{ found: string; columns: number; row: number }>({
    severity: 'error',
    what: {
      zh: (p) => `这一行像是数据而不是列名（${p.found}），也算作数据，各列暂称 c1 至 c${p.columns}。`,
      en: (p) =>
        `This row looks like data, not like column names (${p.found}); it is taken as data, the columns as c1 to c${p.columns}.`,
    },
    cure: {
      zh: (p) =>
        `在文件最上面加一行列名；或在 tables.yaml 中给这个文件写 columns: [${listExampleNames(p.columns, 'zh')}]，导入时用 --names ${listExampleNames(p.columns, 'zh', ',')}。若它真是列名，写 headerRow: ${p.row}。`,
      en: (p) =>
        `Put a row of names on top, or say columns: [${listExampleNames(p.columns, 'en')}] for this file in tables.yaml, --names ${listExampleNames(p.columns, 'en', ',')} for an import. If it does hold the names, say headerRow: ${p.row}.`,
    },
  }),
  'names-count': defineProblem<{ given: number; columns: number }>({
    severity: 'error',
    what: {
      zh: (p) => `给出了 ${p.given} 个列名，这张表有 ${p.columns} 列。`,
      en: (p) => `${p.given} column names are given for a table of ${p.columns} columns.`,
    },
    cure: {
      zh: () => '按从左到右的顺序，每一列写一个列名。',
      en: () => 'Give one name for each column, from left to right.',
    },
  }),
  'renamed-column': defineProblem<{ header: string; other: string; name: string }>({
    severity: 'warning',
    what: {
      zh: (p) =>
        p.header === p.other
          ? `列名“${p.header}”出现不止一次，这一列改称“${p.name}”。`
          : `列名“${p.header}”与“${p.other}”只有大小写不同，SQL 分不清，这一列改称“${p.name}”。`,
      en: (p) =>
        p.header === p.other
          ? `The column name “${p.header}” is there more than once; this column is called “${p.name}”.`
          : `“${p.header}” and “${p.other}” differ by case only, which SQL does not tell apart; this column is called “${p.name}”.`,
    },
    cure: {
      zh: (p) => `引用时写“${p.name}”；或在文件里给这一列写一个不同的列名，这条提示就不再出现。`,
      en: (p) => `Refer to it as “${p.name}”, or give it a name of its own in the file.`,
    },
  }),
  'left-out-column': defineProblem<{ column: number; kind: Bilingual }>({
    severity: 'warning',
    what: {
      zh: (p) => `第 ${p.column} 列是${p.kind.zh}，不是数据，没有采用。`,
      en: (p) => `Column ${p.column} is ${p.kind.en} and no data; it is left out.`,
    },
    cure: {
      zh: () => '不必改；若它是数据，请给它一个列名。用 pandas 导出时写 index=False，就没有这一列。',
      en: () => 'Nothing needs to be done; name it if it is data. In pandas index=False does not write it.',
    },
  }),
  'total-kept': defineProblem<{ label: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `最后一行叫“${p.label}”，像是合计，但与上面各行之和不同，仍当作数据计入。`,
      en: (p) =>
        `The last row is called “${p.label}”, like a total, but is not the sum of the rows above; it is taken as data.`,
    },
    cure: {
      zh: () => '若它是合计，请删掉这一行（或把名字改成“合计”）；若是数据，不必改。',
      en: () => 'Delete it if it is a total (or call it “Total”); as data it may stay.',
    },
  }),
  'known-by-headers': defineProblem<{
    stem: string;
    table: string;
    title: Bilingual;
    columns: number;
    pairs: readonly string[];
  }>({
    severity: 'warning',
    what: {
      zh: (p) =>
        `“${p.stem}”按列名认作“${p.title.zh}”（${p.table}），按它核对：${p.columns} 列中认出 ${p.pairs.length} 列（${p.pairs.slice(0, 4).join('、')}${p.pairs.length > 4 ? '…' : ''}）。`,
      en: (p) =>
        `By its headers “${p.stem}” is taken for “${p.title.en}” (${p.table}) and held to it: ${p.pairs.length} of ${p.columns} columns are known (${p.pairs.slice(0, 4).join(', ')}${p.pairs.length > 4 ? '…' : ''}).`,
    },
    cure: {
      zh: (p) =>
        `引用时写 ${p.table} 或 ${p.stem} 都行。认对了，在 tables.yaml 中给它写 table: ${p.table}，这条提示就不再出现；认错了，写 table: own。`,
      en: (p) =>
        `Refer to it as ${p.table} or ${p.stem}. If that is right, table: ${p.table} in tables.yaml says so; if not, say table: own.`,
    },
  }),
  'own-table': defineProblem<{
    table: string;
    title: Bilingual;
    lacking: readonly { name: string; label: string }[];
  }>({
    severity: 'warning',
    what: {
      zh: (p) =>
        `这张表叫 ${p.table}，却没有“${p.title.zh}”的主要列，按小组自己的表读，不按它核对。缺：${p.lacking.map(({ name, label }) => `${name}（${label}）`).join('、')}。`,
      en: (p) =>
        `This table is called ${p.table} but lacks the main columns of “${p.title.en}”: it is read as one of your own. Lacking: ${p.lacking.map(({ name }) => name).join(', ')}.`,
    },
    cure: {
      zh: (p) =>
        `是自己的表，在 tables.yaml 中给它写 table: own，这条提示就不再出现；要按“${p.title.zh}”核对，补上这些列，或写 table: ${p.table}。`,
      en: (p) =>
        `If it is your own, say table: own in tables.yaml; to have it checked, add these columns or say table: ${p.table}.`,
    },
  }),
  'several-tables': defineProblem<{ tables: readonly StackedTable[] }>({
    severity: 'warning',
    what: {
      zh: (p) =>
        `这个文件里有 ${p.tables.length} 张表，从这里开始的是第二张；它们叫：${p.tables.map((one) => `${one.name}（${formatStart(one, '第 ', ' 行')}起）`).join('、')}。表之间的说明行没有计入。`,
      en: (p) =>
        `There are ${p.tables.length} tables in this file, and the second begins here. They are called ${p.tables.map((one) => `${one.name} (from ${formatStart(one, 'line ', '')})`).join(', ')}. Notes between them are not counted.`,
    },
    cure: {
      zh: () =>
        '按这些名字引用；用 npm run import 导入这个文件，会把它们写成各自的文件，这条提示就不再出现。',
      en: () => 'Refer to them by these names; npm run import writes each to a file of its own.',
    },
  }),
  'left-out-sheet': defineProblem<{ sheet: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `工作表“${p.sheet}”里只有说明文字，不是数据表，没有读。`,
      en: (p) => `The sheet “${p.sheet}” holds notes and no table; it is left out.`,
    },
    cure: {
      zh: (p) =>
        `不必改；在 tables.yaml 的 sheets 下写 ${p.sheet}: { skip: true }，这条提示就不再出现；若它是数据表，写 ${p.sheet}: { skip: false }。`,
      en: (p) =>
        `Nothing needs to be done; ${p.sheet}: { skip: true } under sheets in tables.yaml says that you know, { skip: false } that it is a table.`,
    },
  }),
  'second-table': defineProblem({
    severity: 'error',
    what: {
      zh: () => '这个文件里有两张表，从这里开始的是第二张；文件太大，没有读它。',
      en: () =>
        'There are two tables in this file, and the second begins here; the file is too large to read it.',
    },
    cure: {
      zh: () => '把它拆成两个文件，每个文件一张表。',
      en: () => 'Split it into two files with one table each.',
    },
  }),
};

/** A table among others in one file, and where its names stand. */
interface StackedTable {
  name: string;
  place: Place | undefined;
}

function formatStart({ place }: StackedTable, before: string, after: string): string {
  return place?.cell?.split('!').at(-1) ?? `${before}${place?.line ?? 1}${after}`;
}

/** `列1, 列2, 列3` */
function listExampleNames(count: number, language: 'zh' | 'en', between = ', '): string {
  const word = { zh: '列名', en: 'name' }[language];
  const names = Array.from({ length: Math.min(count, 3) }, (_, at) => `${word}${at + 1}`);
  return [...names, ...(count > 3 ? ['…'] : [])].join(between);
}
