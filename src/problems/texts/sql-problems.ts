import { defineProblem } from '../define-problem.ts';
import { explainMessage } from '../library-messages.ts';
import { suggestEn, suggestZh } from '../unknown-name.ts';

interface RefusalText {
  zh: (found: string) => string;
  en: (found: string) => string;
  cure: { zh: string; en: string };
}

const onlySelect = {
  zh: '只写一条查询，例如：select count(*) from users',
  en: 'Write one query only, such as: select count(*) from users',
};
const ownTables = {
  zh: '只能查询本报告 data 文件夹里的数据表，用表名引用，例如：select count(*) from users',
  en: 'Ask only the tables in the data folder of this report, by name: select count(*) from users',
};
const sameAnswer = {
  zh: "结果必须每次都一样：改用固定的值，例如日期写成 date '2026-06-28'",
  en: "The answer must be the same every time: use a fixed value, such as date '2026-06-28'",
};

const refusals = {
  empty: { zh: () => 'SQL 是空的。', en: () => 'The SQL is empty.', cure: onlySelect },
  several: {
    zh: () => 'SQL 里有不止一条语句。',
    en: () => 'There is more than one statement.',
    cure: onlySelect,
  },
  'not-select': {
    zh: () => '这里只允许 SELECT 查询，不能用 ATTACH、INSTALL、COPY、SET、PRAGMA、PIVOT 等语句。',
    en: () => 'Only a SELECT is allowed here, no ATTACH, INSTALL, COPY, SET, PRAGMA, PIVOT or the like.',
    cure: onlySelect,
  },
  file: {
    zh: (found: string) => `SQL 不能读取文件或外部来源：“${found}”。`,
    en: (found: string) => `SQL cannot read files or outside sources: “${found}”.`,
    cure: ownTables,
  },
  catalog: {
    zh: (found: string) => `SQL 不能查询数据库的内部信息：“${found}”。`,
    en: (found: string) => `SQL cannot ask about the inside of the database: “${found}”.`,
    cure: ownTables,
  },
  machine: {
    zh: (found: string) => `SQL 不能查询这台计算机或数据库的状态：“${found}”。`,
    en: (found: string) => `SQL cannot ask about this machine or the state of the database: “${found}”.`,
    cure: ownTables,
  },
  clock: {
    zh: (found: string) => `SQL 不能使用当前时间：“${found}”。`,
    en: (found: string) => `SQL cannot use the current time: “${found}”.`,
    cure: sameAnswer,
  },
  chance: {
    zh: (found: string) => `SQL 不能使用随机数或随机抽样：“${found}”。`,
    en: (found: string) => `SQL cannot use chance: “${found}”.`,
    cure: sameAnswer,
  },
  endless: {
    zh: (found: string) => `SQL 不能用 ${found}：两段长文字要算几个小时，中途停不下来。`,
    en: (found: string) =>
      `SQL cannot use ${found}: two long texts take it hours, and nothing can stop it meanwhile.`,
    cure: {
      zh: '比较文字相近程度用 jaro_winkler_similarity。',
      en: 'Compare how alike texts are with jaro_winkler_similarity.',
    },
  },
} satisfies Record<string, RefusalText>;

const widePattern = /[“”‘’，、；（）＝＞＜]/;
const asciiSigns: Record<string, string> = {
  '“': "'",
  '”': "'",
  '‘': "'",
  '’': "'",
  '，': ', ',
  '、': ', ',
  '；': ';',
};

/** What was typed with a Chinese keyboard, as SQL has it. */
function toAsciiSigns(text: string): string {
  return text.replace(/[“”‘’，、；]/g, (sign) => asciiSigns[sign] ?? sign).normalize('NFKC');
}

/** Problems of SQL that an author wrote, in `metrics.yaml` or as a `where` condition. */
export const sqlProblems = {
  'sql-refused': defineProblem<{ reason: keyof typeof refusals; found: string }>({
    severity: 'error',
    what: { zh: (p) => refusals[p.reason].zh(p.found), en: (p) => refusals[p.reason].en(p.found) },
    cure: { zh: (p) => refusals[p.reason].cure.zh, en: (p) => refusals[p.reason].cure.en },
  }),
  'sql-syntax': defineProblem<{ message: string }>({
    severity: 'error',
    what: {
      zh: (p) => `SQL 语法有误：${explainMessage('sql', p.message).zh}。`,
      en: (p) => `The SQL has a syntax error: ${explainMessage('sql', p.message).en}.`,
    },
    cure: {
      zh: () => '检查引号、括号和逗号是否都是英文半角；文字用单引号，带空格或符号的列名用双引号。',
      en: () =>
        'Check quotes, brackets and commas; texts take single quotes, names with spaces or signs double quotes.',
    },
  }),
  'sql-unknown-table': defineProblem<{ name: string; near: string | undefined; all: string }>({
    severity: 'error',
    what: { zh: (p) => `没有数据表“${p.name}”。`, en: (p) => `There is no table “${p.name}”.` },
    cure: {
      zh: (p) => `${suggestZh(p.near)}现有数据表：${p.all || '无'}。`,
      en: (p) => `Tables: ${p.all || 'none'}.${suggestEn(p.near)}`,
    },
  }),
  'sql-unknown-column': defineProblem<{ name: string; near: string | undefined; all: string }>({
    severity: 'error',
    what: {
      zh: (p) =>
        widePattern.test(p.name)
          ? `SQL 里的 ${p.name} 用了中文的引号、逗号或括号。`
          : `查询的表里没有列“${p.name}”。`,
      en: (p) =>
        widePattern.test(p.name)
          ? `The SQL has Chinese quotes, commas or brackets in ${p.name}.`
          : `The tables asked have no column “${p.name}”.`,
    },
    cure: {
      zh: (p) =>
        widePattern.test(p.name)
          ? `写成 \`${toAsciiSigns(p.name)}\``
          : `${suggestZh(p.near)}${p.all ? `现有列：${p.all}。` : ''}文字要用单引号，如 'SEM'。`,
      en: (p) =>
        widePattern.test(p.name)
          ? `Write \`${toAsciiSigns(p.name)}\``
          : `${p.all ? `Columns: ${p.all}.` : ''}${suggestEn(p.near)} Texts take single quotes: 'SEM'.`,
    },
  }),
  'sql-too-long': defineProblem<{ seconds: number }>({
    severity: 'error',
    what: {
      zh: (p) => `查询用了 ${p.seconds} 秒处理器时间还没有结果，已停止。`,
      en: (p) => `The query had no result after ${p.seconds} seconds of processor time and was stopped.`,
    },
    cure: {
      zh: () => '先用 where 缩小范围；检查连接（join）是否缺少条件。',
      en: () => 'Narrow it with where first; check that each join has its condition.',
    },
  }),
  'sql-too-large': defineProblem<{ memory: string }>({
    severity: 'error',
    what: {
      zh: (p) => `查询需要的内存超过 ${p.memory}，已停止。`,
      en: (p) => `The query needs more than ${p.memory} of memory and was stopped.`,
    },
    cure: {
      zh: () => '先汇总再连接，或用 where 缩小范围。',
      en: () => 'Aggregate before joining, or narrow it with where.',
    },
  }),
  'sql-too-many-rows': defineProblem<{ limit: number }>({
    severity: 'error',
    what: {
      zh: (p) => `查询结果超过 ${p.limit} 行。`,
      en: (p) => `The query gives more than ${p.limit} rows.`,
    },
    cure: {
      zh: () => '用 group by 汇总，或加 order by … limit 100。',
      en: () => 'Aggregate with group by, or add order by … limit 100.',
    },
  }),
  'time-of-numbers': defineProblem<{ column: string }>({
    severity: 'error',
    what: {
      zh: (p) => `列“${p.column}”是数，不是日期，不能按时间取数。`,
      en: (p) => `The column “${p.column}” holds numbers and no days: it cannot be asked by time.`,
    },
    cure: {
      zh: (p) =>
        `若写的是 20260302 这样的日期，在 tables.yaml 中给它的文件写 columns: { ${p.column}: { type: date } }；1772409600 这样的时间戳写 type: timestamp；否则换一列作时间。`,
      en: (p) =>
        `If its cells are days such as 20260302, say columns: { ${p.column}: { type: date } } of its file in tables.yaml; type: timestamp for 1772409600; else name another column as time.`,
    },
  }),
  'sql-failed': defineProblem<{ message: string }>({
    severity: 'error',
    what: {
      zh: (p) => `查询出错：${explainMessage('sql', p.message).zh}。`,
      en: (p) => `The query failed: ${explainMessage('sql', p.message).en}.`,
    },
    cure: {
      zh: () => '按提示修改 SQL；把文字当数字算时先用 try_cast(列 as double) 转换。',
      en: () => 'Change the SQL as told; turn texts into numbers with try_cast(column as double) first.',
    },
  }),
};
