import type { Bilingual } from '../../base/language.ts';
import { defineProblem } from '../define-problem.ts';
import { suggestEn, suggestZh } from '../unknown-name.ts';

/** A name as a key of YAML; quoted where its signs would mean something. */
const quoteKey = (name: string) => (/^[\p{L}_][\p{L}\p{N}_ -]*$/u.test(name) ? name : JSON.stringify(name));
const quoteZh = (texts: readonly string[]) => texts.map((text) => `“${text}”`).join('、');
const quoteEn = (texts: readonly string[]) => texts.map((text) => `“${text}”`).join(', ');

/** Problems of the rows, columns and cells of a table. */
export const tableProblems = {
  'repeated-rows': defineProblem<{
    table: string;
    columns: string;
    key: string;
    rows: number;
    first: number;
  }>({
    severity: 'warning',
    what: {
      zh: (p) =>
        p.rows === 1
          ? `这一行与第 ${p.first} 行数据每一格都相同（“${p.columns}”${p.key}）：只计一次。`
          : `${p.table} 有 ${p.rows} 行与前面的行每一格都相同，都只计一次；第一处与第 ${p.first} 行数据相同（“${p.columns}”${p.key}）。`,
      en: (p) =>
        p.rows === 1
          ? `This row is equal to data row ${p.first} in every cell (“${p.columns}” ${p.key}): it counts once.`
          : `${p.rows} rows of ${p.table} are equal to earlier ones in every cell and count once; the first is that of data row ${p.first} (“${p.columns}” ${p.key}).`,
    },
    cure: {
      zh: () => '多半是同一份导出贴了两遍：删去重复的行。确实发生了两次的，给它们不同的编号。',
      en: () =>
        'The export was probably pasted twice: remove the repeated rows. What did happen twice needs two ids.',
    },
  }),
  'empty-table': defineProblem<{ table: string }>({
    severity: 'error',
    what: {
      zh: (p) => `数据表“${p.table}”没有任何数据行。`,
      en: (p) => `The table “${p.table}” has no rows.`,
    },
    cure: {
      zh: () => '第一行写列名，从第二行起写数据；不用的文件请删除。',
      en: () => 'Put column names in the first row and data below; delete a file that is not used.',
    },
  }),
  'duplicate-header': defineProblem<{ header: string; column: string }>({
    severity: 'error',
    what: {
      zh: (p) => `列名“${p.header}”重复${p.header === p.column ? '' : `：它与另一列都表示 ${p.column}`}。`,
      en: (p) =>
        `The column “${p.header}” is there twice${p.header === p.column ? '' : ` (both mean ${p.column})`}.`,
    },
    cure: {
      zh: () => '删掉多余的一列，或改成不同的列名。',
      en: () => 'Delete one, or give it another name.',
    },
  }),
  'empty-header': defineProblem<{ column: number }>({
    severity: 'error',
    what: { zh: (p) => `第 ${p.column} 列没有列名。`, en: (p) => `Column ${p.column} has no name.` },
    cure: {
      zh: () => '在第一行给这一列写上列名，或删掉这一列。',
      en: () => 'Name it in the first row, or delete it.',
    },
  }),
  'missing-column': defineProblem<{
    table: string;
    column: string;
    label: string;
    near: string | undefined;
    all: string;
  }>({
    severity: 'error',
    what: {
      zh: (p) => `数据表“${p.table}”缺少列 ${p.column}（${p.label}）。`,
      en: (p) => `The table “${p.table}” lacks the column ${p.column}.`,
    },
    cure: {
      zh: (p) =>
        `${p.near ? `列“${p.near}”是不是它？若是，请改名为 ${p.column}。` : `加上这一列，列名写 ${p.column} 或“${p.label}”。`}若是小组自己的表，在 tables.yaml 中写 table: own。现有列：${p.all}。`,
      en: (p) =>
        `${p.near ? `Is it “${p.near}”? Then rename that to ${p.column}.` : `Add it as ${p.column}.`} If the table is your own, say table: own in tables.yaml. Columns: ${p.all}.`,
    },
  }),
  'missing-columns': defineProblem<{
    table: string;
    columns: readonly { column: string; label: string; near: string | undefined }[];
    all: string;
  }>({
    severity: 'error',
    what: {
      zh: (p) =>
        `数据表“${p.table}”缺少 ${p.columns.length} 列：${p.columns.map((one) => `${one.column}（${one.label}${one.near ? `，是不是“${one.near}”？` : ''}）`).join('、')}。`,
      en: (p) =>
        `The table “${p.table}” lacks ${p.columns.length} columns: ${p.columns.map((one) => `${one.column}${one.near ? ` (is it “${one.near}”?)` : ''}`).join(', ')}.`,
    },
    cure: {
      zh: (p) =>
        `加上这些列，或把对应的列改名；若它不是系统认识的“${p.table}”，而是小组自己的表，在 tables.yaml 中给这个文件写 table: own。现有列：${p.all}。`,
      en: (p) =>
        `Add them, or rename those that are meant; if the table is your own and no “${p.table}”, say table: own for this file in tables.yaml. Columns: ${p.all}.`,
    },
  }),
  'near-column': defineProblem<{ table: string; header: string; near: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `“${p.table}”的说明里没有列“${p.header}”，它会当作自定义列。`,
      en: (p) => `“${p.header}” is no column of “${p.table}”; it is taken as your own.`,
    },
    cure: {
      zh: (p) => `如果你想写“${p.near}”，请改列名。`,
      en: (p) => `If you meant “${p.near}”, rename it.`,
    },
  }),
  'empty-rows': defineProblem<{ count: number; first: number }>({
    severity: 'warning',
    what: {
      zh: (p) => `有 ${p.count} 行全是空单元格（第一处在第 ${p.first} 行），没有计入。`,
      en: (p) =>
        `${p.count} rows hold empty cells only (the first is line ${p.first}); they are not counted.`,
    },
    cure: { zh: () => '删掉这些空行。', en: () => 'Delete them.' },
  }),
  'bad-cell': defineProblem<{ column: string; found: string; expected: Bilingual; near?: string }>({
    severity: 'error',
    what: {
      zh: (p) => `列“${p.column}”的值“${p.found}”不对，应为${p.expected.zh}。`,
      en: (p) => `“${p.found}” in column “${p.column}” is not ${p.expected.en}.`,
    },
    cure: {
      zh: (p) => (p.near ? `改成：${p.near}` : `改成${p.expected.zh}。`),
      en: (p) => (p.near ? `Write: ${p.near}` : `Write ${p.expected.en}.`),
    },
  }),
  'empty-cell': defineProblem<{ column: string; expected: Bilingual }>({
    severity: 'error',
    what: {
      zh: (p) => `必填列“${p.column}”是空的。`,
      en: (p) => `“${p.column}” must not be empty.`,
    },
    cure: { zh: (p) => `填入${p.expected.zh}。`, en: (p) => `Write ${p.expected.en}.` },
  }),
  'more-bad-cells': defineProblem<{ column: string; more: number }>({
    severity: 'error',
    what: {
      zh: (p) => `列“${p.column}”还有 ${p.more} 个单元格有同样的问题。`,
      en: (p) => `${p.more} more cells of column “${p.column}” have the same problem.`,
    },
    cure: { zh: () => '按上面的例子一并改好。', en: () => 'Correct them in the same way.' },
  }),
  'text-among-days': defineProblem<{ column: string; found: string }>({
    severity: 'error',
    what: {
      zh: (p) => `列“${p.column}”几乎都是日期，这一格“${p.found}”却写得不对。`,
      en: (p) => `“${p.column}” is days, but “${p.found}” here is not written as one.`,
    },
    cure: {
      zh: () =>
        '写成 2026-03-02 这样的日期；没有就留空；若这一列本来就是文字，在 tables.yaml 中写 type: text。',
      en: () =>
        'Write a day such as 2026-03-02, or leave the cell empty; a column of text has type: text in tables.yaml.',
    },
  }),
  'far-date': defineProblem<{ column: string; found: string; from: string; to: string }>({
    severity: 'error',
    what: {
      zh: (p) =>
        `列“${p.column}”的日期 ${p.found} 离报告的时间（${p.from} 至 ${p.to}）有一百年以上，多半是年份写错；这一格没有使用。`,
      en: (p) =>
        `${p.found} in “${p.column}” lies more than a century off the report (${p.from} to ${p.to}): mostly a mistyped year. The cell was not used.`,
    },
    cure: {
      zh: () => '改正年份；不知道日期、或还没有结束的，留空，不要写 9999-12-31。',
      en: () => 'Correct the year; leave a day that is not known or not yet come empty, without 9999-12-31.',
    },
  }),
  'odd-date': defineProblem<{ column: string; found: string; from: string; to: string }>({
    severity: 'warning',
    what: {
      zh: (p) =>
        `列“${p.column}”的日期 ${p.found} 离报告的时间（${p.from} 至 ${p.to}）有几十年，可能是年份写错。`,
      en: (p) =>
        `${p.found} in “${p.column}” lies decades off the report (${p.from} to ${p.to}): perhaps a mistyped year.`,
    },
    cure: { zh: () => '检查年份，写错了就改正。', en: () => 'Check the year.' },
  }),
  'more-far-dates': defineProblem<{ column: string; more: number }>({
    severity: 'error',
    what: {
      zh: (p) => `列“${p.column}”还有 ${p.more} 格这样的日期。`,
      en: (p) => `${p.more} more such dates in “${p.column}”.`,
    },
    cure: { zh: () => '一并改正。', en: () => 'Correct them, too.' },
  }),
  'text-among-numbers': defineProblem<{
    column: string;
    texts: readonly string[];
    near: string | undefined;
    /** That `near` is a time in seconds. */
    inSeconds?: boolean;
    count: number;
  }>({
    severity: 'warning',
    what: {
      zh: (p) =>
        p.inSeconds
          ? `列“${p.column}”写的是时长（如${quoteZh(p.texts)}），按文字处理，不能相加、求平均。`
          : `列“${p.column}”大多像数字，但有 ${p.count} 格不是（如${quoteZh(p.texts)}），因此整列按文字处理，不能相加。`,
      en: (p) =>
        p.inSeconds
          ? `“${p.column}” holds durations (${quoteEn(p.texts)}), which are taken as text: they have no sum and no mean.`
          : `Most of “${p.column}” looks like numbers, but ${p.count} cells are none (${quoteEn(p.texts)}), so all of it is taken as text.`,
    },
    cure: {
      zh: (p) =>
        `${p.near ? `“${p.texts[0]}”写成 ${p.near}${p.inSeconds ? '（以秒计）' : ''}` : '改成一个数'}；没有数据就留空；若这一列本来就是文字（如编号），在 tables.yaml 中给这个文件写 columns: { ${quoteKey(p.column)}: { type: text } }。`,
      en: (p) =>
        `${p.near ? `Write ${p.near}${p.inSeconds ? ' (seconds)' : ''} for “${p.texts[0]}”` : 'Write a number'}; leave cells without data empty; if it is text (ids), say of this file columns: { ${quoteKey(p.column)}: { type: text } } in tables.yaml.`,
    },
  }),
  'days-as-text': defineProblem<{
    column: string;
    texts: readonly string[];
    near: string | undefined;
    count: number;
  }>({
    severity: 'warning',
    what: {
      zh: (p) =>
        `列“${p.column}”大多像日期，但有 ${p.count} 格不是能用的日期（如${quoteZh(p.texts)}），因此整列不当作日期，不能按日、周、月汇总。`,
      en: (p) =>
        `Most of “${p.column}” looks like days, but ${p.count} cells are none that can be used (${quoteEn(p.texts)}), so it is not taken as days.`,
    },
    cure: {
      zh: (p) =>
        `${p.near ? `“${p.texts[0]}”写成 ${p.near}` : '每一格写成 2026-03-02 这样的日期（要有年份）'}；没有就留空；若本来就不是日期，在 tables.yaml 中给这个文件写 columns: { ${quoteKey(p.column)}: { type: text } }。`,
      en: (p) =>
        `${p.near ? `Write ${p.near} for “${p.texts[0]}”` : 'Write every cell as a day with its year, such as 2026-03-02'}, or leave it empty; if it is none, say of this file columns: { ${quoteKey(p.column)}: { type: text } } in tables.yaml.`,
    },
  }),
  'months-as-days': defineProblem<{ column: string; texts: readonly string[]; count: number }>({
    severity: 'warning',
    what: {
      zh: (p) => `列“${p.column}”写的是月份（如“${p.texts[0]}”），按当月 1 日读。`,
      en: (p) => `“${p.column}” has months (“${p.texts[0]}”); they are read as the first day of each.`,
    },
    cure: {
      zh: (p) =>
        `按月汇总不必改；要当作文字，在 tables.yaml 中给这个文件写 columns: { ${quoteKey(p.column)}: { type: text } }；不想再看到这条提示，写成 2026-03-01 这样的日期。`,
      en: (p) =>
        `Nothing needs to be done for months; to keep texts, say of this file columns: { ${quoteKey(p.column)}: { type: text } } in tables.yaml; written as 2026-03-01 this is not said again.`,
    },
  }),
  'missing-words': defineProblem<{ column: string; texts: readonly string[]; count: number }>({
    severity: 'warning',
    what: {
      zh: (p) => `列“${p.column}”有 ${p.count} 格写的是${quoteZh(p.texts)}，当作没有数据。`,
      en: (p) => `${p.count} cells of “${p.column}” say ${quoteEn(p.texts)}; they count as empty.`,
    },
    cure: {
      zh: () => '确实没有数据就不必改（留空后不再提示）；若是 0，请写 0。',
      en: () =>
        'Nothing needs to be done where there are no data (empty cells are not told); write 0 where it is 0.',
    },
  }),
  'percent-and-plain': defineProblem<{
    column: string;
    texts: readonly string[];
    count: number;
    percentage: number;
  }>({
    severity: 'warning',
    what: {
      zh: (p) =>
        `列“${p.column}”有 ${p.percentage} 格带 %，有 ${p.count} 格不带（如${quoteZh(p.texts)}）：带 % 的按 12.5% = 0.125 读，不带的照原数读，可能差 100 倍。`,
      en: (p) =>
        `“${p.column}” has ${p.percentage} cells with % and ${p.count} without (${quoteEn(p.texts)}): 12.5% is read as 0.125 and the others as they stand, perhaps a hundredfold.`,
    },
    cure: {
      zh: (p) =>
        `全列写成同一种：都带 %；或在 tables.yaml 中给这个文件写 columns: { ${quoteKey(p.column)}: { unit: "%" } }，那么 12.5% 和 12.5 都是百分之十二点五。`,
      en: (p) =>
        `Write all alike, with %; or say of this file columns: { ${quoteKey(p.column)}: { unit: "%" } } in tables.yaml, so that 12.5% and 12.5 are the same.`,
    },
  }),
  'lost-digits': defineProblem<{ column: string; found: string; count: number }>({
    severity: 'warning',
    what: {
      zh: (p) =>
        `列“${p.column}”有 ${p.count} 格是 Excel 缩短过的长数字（如“${p.found}”）：Excel 只留 15 位，显示得更少，后面的数字已经丢了，不同的编号会变成同一个。`,
      en: (p) =>
        `${p.count} cells of “${p.column}” are long numbers that Excel has shortened (“${p.found}”): it keeps 15 digits and shows fewer; the others are lost, and different ids become one.`,
    },
    cure: {
      zh: (p) =>
        `是编号的，回到平台重新导出，不要用 Excel 打开后另存（一定要用 Excel，先把这一列设成“文本”再导入），现在不能用它去重、计数或连接；确实是数的，在 tables.yaml 中给这个文件写 columns: { ${quoteKey(p.column)}: { type: number } }。`,
      en: (p) =>
        `For ids, export them again and do not save them with Excel (or import the column as text): they cannot be counted or joined now. For true numbers say of this file columns: { ${quoteKey(p.column)}: { type: number } } in tables.yaml.`,
    },
  }),
  'row-contradiction': defineProblem<{
    low: string;
    high: string;
    lowValue: string;
    highValue: string;
    order: boolean;
  }>({
    severity: 'error',
    what: {
      zh: (p) =>
        `${p.low}（${p.lowValue}）${p.order ? '晚于' : '大于'} ${p.high}（${p.highValue}），这不可能。`,
      en: (p) =>
        `${p.low} (${p.lowValue}) is ${p.order ? 'after' : 'above'} ${p.high} (${p.highValue}), which cannot be.`,
    },
    cure: {
      zh: () => '核对这一行的两个数，改正填错的一个。',
      en: () => 'Check both and correct the wrong one.',
    },
  }),
  'more-contradictions': defineProblem<{ low: string; high: string; more: number; order: boolean }>({
    severity: 'error',
    what: {
      zh: (p) => `还有 ${p.more} 行的 ${p.low} ${p.order ? '晚于' : '大于'} ${p.high}。`,
      en: (p) => `In ${p.more} more rows ${p.low} is ${p.order ? 'after' : 'above'} ${p.high}.`,
    },
    cure: { zh: () => '请一并核对。', en: () => 'Check them too.' },
  }),
  'unknown-recon-name': defineProblem<{ name: string; near: string | undefined; all: string }>({
    severity: 'error',
    what: {
      zh: (p) => `核对表里没有“${p.name}”。`,
      en: (p) => `There is no “${p.name}” in the table recon.`,
    },
    cure: {
      zh: (p) => `${suggestZh(p.near)}表里有：${p.all}。`,
      en: (p) => `It has: ${p.all}.${suggestEn(p.near)}`,
    },
  }),
  'hidden-rows': defineProblem<{ count: number }>({
    severity: 'warning',
    what: {
      zh: (p) => `工作表里有 ${p.count} 行被隐藏（这是第一行），它们也计入了。`,
      en: (p) => `${p.count} rows of the sheet are hidden (this is the first); they are counted too.`,
    },
    cure: {
      zh: () => '取消隐藏后核对；不要的行请删除。',
      en: () => 'Show and check them; delete those that do not belong.',
    },
  }),
  'left-out-rows': defineProblem<{ kind: Bilingual; count: number }>({
    severity: 'warning',
    what: {
      zh: (p) => `从这里起有 ${p.count} 行是${p.kind.zh}，不是数据，没有计入。`,
      en: (p) => `${p.count} rows, this one first, are ${p.kind.en} and no data; they are not counted.`,
    },
    cure: {
      zh: () => '不必改；若它们是数据，请改掉其中的说明文字。删去这些行，这条提示就不再出现。',
      en: () => 'Nothing needs to be done; delete them and this is not said again.',
    },
  }),
  'total-differs': defineProblem<{ column: string; stated: string; sum: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `合计行里“${p.column}”写的是 ${p.stated}，各行相加是 ${p.sum}。`,
      en: (p) => `The total of “${p.column}” is given as ${p.stated}; the rows add up to ${p.sum}.`,
    },
    cure: {
      zh: () => '核对是否少了行、多了行或改过数；报告只用各行的数。',
      en: () => 'Check for rows that are missing, doubled or changed; only the rows are used.',
    },
  }),
  'other-unit': defineProblem<{ column: string; found: string; expected: string }>({
    severity: 'error',
    what: {
      zh: (p) => `单位行说“${p.column}”的单位是“${p.found}”，这一列应当用“${p.expected}”。`,
      en: (p) => `The row of units says “${p.column}” is in “${p.found}”; it must be in “${p.expected}”.`,
    },
    cure: {
      zh: (p) => `把这一列换算成${p.expected}，再改单位行。`,
      en: (p) => `Convert the column to ${p.expected} and correct the row of units.`,
    },
  }),
  'date-order': defineProblem<{ found: string }>({
    severity: 'error',
    what: {
      zh: (p) => `日期“${p.found}”有两种读法：先月后日，或先日后月。`,
      en: (p) => `“${p.found}” can be read as month/day or as day/month.`,
    },
    cure: {
      zh: () => '在 tables.yaml 中给这个文件写明 dateOrder: mdy（先月后日）或 dateOrder: dmy（先日后月）。',
      en: () => 'Say dateOrder: mdy or dateOrder: dmy for this file in tables.yaml.',
    },
  }),
};
