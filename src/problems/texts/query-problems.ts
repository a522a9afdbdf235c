/** What may be wrong with the rows that an entry of metrics.yaml asks for. */
import { defineProblem } from '../define-problem.ts';
import { suggestEn, suggestZh } from '../unknown-name.ts';

interface Linked {
  table: string;
  other: string;
}

export const queryProblems = {
  'of-missing': defineProblem<{ metric: string }>({
    severity: 'error',
    what: {
      zh: (p) => `指标 ${p.metric} 没有写 of（什么算数）。`,
      en: (p) => `The metric ${p.metric} has no “of” (what counts).`,
    },
    cure: {
      zh: () => `加上条件：of: "status = 'refunded'"；其余的行留在分母里。`,
      en: () => `Add a condition: of: "status = 'refunded'"; the other rows stay in the denominator.`,
    },
  }),
  'of-without-effect': defineProblem<{ metric: string }>({
    severity: 'error',
    what: {
      zh: (p) => `指标 ${p.metric} 没有 of：它不是占比。`,
      en: (p) => `The metric ${p.metric} has no “of”: it is no share.`,
    },
    cure: {
      zh: () => '只看一部分行，写 where；要算占比，写 metric: share。',
      en: () => 'To look at some rows only, write where; for a share, write metric: share.',
    },
  }),
  'each-without-rows': defineProblem<{ metric: string }>({
    severity: 'error',
    what: {
      zh: (p) => `指标 ${p.metric} 自己会归组，不能再写 each。`,
      en: (p) => `The metric ${p.metric} makes groups of its own; it takes no “each”.`,
    },
    cure: {
      zh: () => '先归组再算的，用 count、sum、mean、median、quantile、share 等按行的指标；否则删去 each。',
      en: () =>
        'Use a metric of rows (count, sum, mean, median, quantile, share …) over the groups, or delete each.',
    },
  }),
  'said-twice': defineProblem<{ key: string }>({
    severity: 'error',
    what: {
      zh: (p) => `“${p.key}”写了两遍：一遍在外面，一遍在 with 里。`,
      en: (p) => `“${p.key}” is written twice: by itself, and in with.`,
    },
    cure: { zh: () => '留下一处。', en: () => 'Keep one of them.' },
  }),
  'column-without-effect': defineProblem<{ key: string; metric: string; isEach: boolean }>({
    severity: 'error',
    what: {
      zh: (p) =>
        p.isEach && p.key === 'column'
          ? '写了 each，指标算的是每组取到的 value，外面的 column 没有用。'
          : `指标 ${p.metric} 不用“${p.key}”。`,
      en: (p) =>
        p.isEach && p.key === 'column'
          ? 'With each, the metric measures the value of the groups; the column outside has no effect.'
          : `The metric ${p.metric} has no use for “${p.key}”.`,
    },
    cure: {
      zh: (p) => (p.isEach && p.key === 'column' ? '把它移到 each 里：each: { column: … }' : '删去它。'),
      en: (p) => (p.isEach && p.key === 'column' ? 'Move it into each: each: { column: … }' : 'Delete it.'),
    },
  }),
  'rows-not-countable': defineProblem<{ name: string }>({
    severity: 'error',
    what: {
      zh: (p) => `“${p.name}”数的不是一张表里的行，不能用来限定别的行。`,
      en: (p) => `“${p.name}” does not count rows of a table, so it cannot say which rows are meant.`,
    },
    cure: {
      zh: () => '引用 count、share 等按行的指标，或一个 query：in: { user_id: 期末达人.user_id }',
      en: () =>
        'Name an entry with a metric of rows (count, share …) or a query: in: { user_id: NAME.user_id }',
    },
  }),
  'rows-cycle': defineProblem<{ path: string }>({
    severity: 'error',
    what: {
      zh: (p) => `in / not_in 绕了一圈又用到自己：${p.path}。`,
      en: (p) => `in / not_in comes back to itself: ${p.path}.`,
    },
    cure: {
      zh: () => '另写一个不带 in 的数值，引用它。',
      en: () => 'Add an entry without in, and name that one.',
    },
  }),
  'condition-expected': defineProblem<{ key: string; text: string; column: boolean }>({
    severity: 'error',
    what: {
      zh: (p) =>
        `${p.key} 要的是条件，“${p.text}”${p.column ? '是一列，不说哪些行算数' : '得到的不是真或假'}。`,
      en: (p) =>
        `“${p.key}” takes a condition; “${p.text}” ${p.column ? 'is a column and does not say which rows count' : 'is neither true nor false'}.`,
    },
    cure: {
      zh: (p) => `写出和什么比较：${p.key}: "${p.text} > 0"，文字写 ${p.key}: "${p.text} = '…'"。`,
      en: (p) =>
        `Say what it is compared with: ${p.key}: "${p.text} > 0", of texts ${p.key}: "${p.text} = '…'".`,
    },
  }),
  'number-expected': defineProblem<{ column: string; what: string; isTime: boolean }>({
    severity: 'error',
    what: {
      zh: (p) => `${p.what} 算的是数，列“${p.column}”是${p.isTime ? '日期' : '文字'}。`,
      en: (p) =>
        `${p.what} is made of numbers, the column “${p.column}” holds ${p.isTime ? 'dates' : 'texts'}.`,
    },
    cure: {
      zh: (p) =>
        p.isTime
          ? '日期只能在 table 的列里取最早、最晚；要算隔了多久，写两个时间相减：column: closed_at - opened_at'
          : '换成一列数；要数有几种，用 count_distinct；数字没被认出来的，看这一列里有没有夹着文字的格。',
      en: (p) =>
        p.isTime
          ? 'The earliest and latest of dates stand in a column of a table; of the time between, write column: closed_at - opened_at'
          : 'Name a column of numbers; to count different texts use count_distinct; where numbers were not recognised, look for a cell with words in it.',
    },
  }),
  'group-column': defineProblem<{ name: string; near: string | undefined; keys: string; key: string }>({
    severity: 'error',
    what: {
      zh: (p) => `写了 each，${p.key} 看的是归好的组：组里没有列“${p.name}”，只有 ${p.keys}。`,
      en: (p) => `With each, “${p.key}” looks at groups: they have no column “${p.name}”, only ${p.keys}.`,
    },
    cure: {
      zh: (p) =>
        `${suggestZh(p.near)}要按原来的行筛选，写在 where，或 each: { of: … } 里；每组取到的数叫 value。`,
      en: (p) =>
        `To choose rows before they are grouped, use where or each: { of: … }; the number of a group is called value.${suggestEn(p.near)}`,
    },
  }),
  'weeks-beyond-period': defineProblem<{ found: string; weeks: number; from: string; to: string }>({
    severity: 'error',
    what: {
      zh: (p) => `报告期 ${p.from} 至 ${p.to} 只有 ${p.weeks} 个整周，取不出“${p.found}”。`,
      en: (p) =>
        `The period of the report, ${p.from} to ${p.to}, has ${p.weeks} whole weeks: too few for “${p.found}”.`,
    },
    cure: {
      zh: () => '写小一点的数，或写明首尾两天：during: 2026-03-02..2026-03-29',
      en: () => 'Write a smaller number, or the first and last day: during: 2026-03-02..2026-03-29',
    },
  }),
  'bad-rows-reference': defineProblem<{ found: string }>({
    severity: 'error',
    what: {
      zh: (p) => `“${p.found}”没有说是哪个数值的哪一列。`,
      en: (p) => `“${p.found}” does not say which column of which entry.`,
    },
    cure: {
      zh: () => '写“数值名.列名”：in: { user_id: 期末达人.user_id }',
      en: () => 'Write NAME.COLUMN: in: { user_id: NAME.user_id }',
    },
  }),
  'bins-not-in-order': defineProblem<{ left: number; right: number }>({
    severity: 'error',
    what: {
      zh: (p) => `分段点要从小到大：${p.left} 之后不能是 ${p.right}。`,
      en: (p) => `The edges of bins must rise: ${p.right} cannot follow ${p.left}.`,
    },
    cure: {
      zh: () => '按从小到大写：by: { age: [18, 25, 35] }',
      en: () => 'Write them in order: by: { age: [18, 25, 35] }',
    },
  }),
  'join-to-several': defineProblem<Linked & { own: string; key: string; repeats: number }>({
    severity: 'error',
    what: {
      zh: (p) =>
        `${p.table} 按 ${p.own} 找 ${p.other} 的行，可 ${p.other} 里有 ${p.repeats} 行的 ${p.key} 与别的行相同：一行会找到几行，数会多算。`,
      en: (p) =>
        `${p.table} finds rows of ${p.other} by ${p.own}, but ${p.repeats} rows of ${p.other} have the ${p.key} of another: one row would find several and count twice.`,
    },
    cure: {
      zh: (p) =>
        `${p.other} 中每个 ${p.key} 只留一行；只想知道有没有出现过，用 in: { ${p.own}: 数值名.${p.key} }。`,
      en: (p) =>
        `Keep one row of ${p.other} for each ${p.key}; to ask only whether it occurs there, use in: { ${p.own}: NAME.${p.key} }.`,
    },
  }),
  'join-without-key': defineProblem<Linked & { columns: string }>({
    severity: 'error',
    what: {
      zh: (p) => `${p.table} 里没有一列能对上 ${p.other} 的编号，不能用 ${p.other} 的列。`,
      en: (p) =>
        `No column of ${p.table} names a row of ${p.other}, so columns of ${p.other} cannot be used.`,
    },
    cure: {
      zh: (p) =>
        `在 tables.yaml 里写明哪一列指向它：columns: { 列名: { references: ${p.other}.编号列 } }。${p.other} 的列：${p.columns}。`,
      en: (p) =>
        `Say in tables.yaml which column leads there: columns: { NAME: { references: ${p.other}.KEY } }. Columns of ${p.other}: ${p.columns}.`,
    },
  }),
  'no-snapshot': defineProblem<{ table: string }>({
    severity: 'error',
    what: {
      zh: (p) => `${p.table} 不是快照表，不能写 at。`,
      en: (p) => `${p.table} is no table of snapshots; it takes no “at”.`,
    },
    cure: {
      zh: () => '若它按日期整张重记，在 tables.yaml 里写 snapshot: 日期列；否则用 during。',
      en: () =>
        'If it is written as a whole day by day, write snapshot: COLUMN in tables.yaml; else use during.',
    },
  }),
  'bad-snapshot': defineProblem<{ found: string }>({
    severity: 'error',
    what: { zh: (p) => `at 不能是“${p.found}”。`, en: (p) => `“at” cannot be “${p.found}”.` },
    cure: {
      zh: () => '写 latest（最后一次）、first（第一次）或某天：at: 2026-06-21',
      en: () => 'Write latest, first or a day: at: 2026-06-21',
    },
  }),
  'table-column-kind': defineProblem<{ name: string; found: string }>({
    severity: 'error',
    what: {
      zh: (p) => (p.found ? `列“${p.name}”同时写了 ${p.found}。` : `列“${p.name}”没有说怎样得到。`),
      en: (p) =>
        p.found
          ? `The column “${p.name}” has ${p.found}.`
          : `The column “${p.name}” does not say how it is made.`,
    },
    cure: {
      zh: () =>
        '写且只写一个：metric（每行一个指标）、formula（由本表其他列算出），或 column（原样的列；有 by 时一组里要相同）。',
      en: () =>
        'Write exactly one: metric (a measure of each line), formula (over other columns), or column (as it stands; with by, the same in all rows of a line).',
    },
  }),
  'table-lines-mixed': defineProblem<{ name: string; found: string }>({
    severity: 'error',
    what: {
      zh: (p) =>
        p.found ? `表“${p.name}”写了 lines，又写了 ${p.found}。` : `表“${p.name}”没有写 columns 或 lines。`,
      en: (p) =>
        p.found
          ? `The table “${p.name}” has lines, and ${p.found}.`
          : `The table “${p.name}” has neither columns nor lines.`,
    },
    cure: {
      zh: () =>
        '由数据表的行得到：写 from 与 columns；由本文件的数值拼成：只写 lines，第一列的表头写 headings。',
      en: () =>
        'Of rows of a table: write from and columns. Of values of this file: write lines alone, with headings for its first column.',
    },
  }),
  'table-column-unfit': defineProblem<{ name: string; line?: string; values?: number }>({
    severity: 'error',
    what: {
      zh: (p) =>
        p.line !== undefined
          ? `列“${p.name}”只写了 column，一组里的各行应当相同；“${p.line}”一组有 ${p.values} 个不同的值。`
          : `表没有 by，每行就是原来的一行，列“${p.name}”不能是指标。`,
      en: (p) =>
        p.line !== undefined
          ? `The column “${p.name}” is a column alone, which all rows of a line must share; those of “${p.line}” have ${p.values} values.`
          : `Without by each line is one row: the column “${p.name}” cannot be a metric.`,
    },
    cure: {
      zh: (p) =>
        p.line !== undefined
          ? '写明取什么，如 { metric: max, column: … }，或把这一列也写进 by。'
          : '写 { column: 列名 }，或给表加上 by。',
      en: (p) =>
        p.line !== undefined
          ? 'Say what is taken: { metric: max, column: … }, or add the column to by.'
          : 'Write { column: NAME }, or give the table a by.',
    },
  }),
} as const;
