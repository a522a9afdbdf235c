import type { Bilingual } from '../../base/language.ts';
import { defineProblem } from '../define-problem.ts';

const suggestZh = (near: string | undefined) => (near ? `你是不是想写“${near}”？` : '');
const suggestEn = (near: string | undefined) => (near ? ` Did you mean “${near}”?` : '');

/** Why a feature of a map cannot be drawn. */
export type MapErrorReason = 'feature' | 'geometry' | 'coordinates' | 'ring' | 'name';

const mapErrorTexts: Record<MapErrorReason, Bilingual> = {
  feature: { zh: '它不是 Feature', en: 'it is no Feature' },
  geometry: { zh: '不认识这种 geometry', en: 'its geometry is of no known type' },
  coordinates: { zh: '坐标不是成对的数', en: 'its coordinates are no pairs of numbers' },
  ring: { zh: '区域的边界没有闭合，或不足四点', en: 'a ring is not closed, or has less than four points' },
  name: { zh: '属性名与 geometry 列重复', en: 'a property has the name of the column geometry' },
};

/** Problems of the files in `data/<report>/` and of the rows in them. */
export const tableProblems = {
  'unreadable-file': defineProblem<{ reason: string }>({
    severity: 'error',
    what: { zh: (p) => `读不了这个数据文件：${p.reason}`, en: (p) => `The file cannot be read: ${p.reason}` },
    cure: {
      zh: () => '确认文件没有损坏、没有加密，扩展名与内容一致；可用原软件重新导出。',
      en: () =>
        'Check that it is neither damaged nor encrypted and that its extension fits; export it again.',
    },
  }),
  'not-workbook': defineProblem({
    severity: 'error',
    what: {
      zh: () => '文件的扩展名是 .xlsx，内容却不是工作簿，或加了密码。',
      en: () => 'The file is called .xlsx but is no workbook, or has a password.',
    },
    cure: {
      zh: () => '用 Excel 或 WPS 打开后去掉密码，另存为 .xlsx；若本来是 CSV，把扩展名改成 .csv。',
      en: () => 'Open it, take off the password and save it as .xlsx; if it is CSV, call it .csv.',
    },
  }),
  'unsupported-file': defineProblem<{ name: string }>({
    severity: 'error',
    what: {
      zh: (p) => `不认识的数据文件：“${p.name}”。`,
      en: (p) => `This kind of data file is not known: “${p.name}”.`,
    },
    cure: {
      zh: () =>
        '数据表用 .csv、.tsv、.xlsx、.json、.ndjson、.yaml 或 .parquet，地图用 .geojson（文本可再压成 .gz、.zst）；旧的 .xls 请另存为 .xlsx；其他文件移出 data 文件夹。',
      en: () =>
        'Tables are .csv, .tsv, .xlsx, .json, .ndjson, .yaml or .parquet, maps .geojson (texts also as .gz, .zst); save .xls as .xlsx; move other files elsewhere.',
    },
  }),
  'outside-file': defineProblem<{ name: string }>({
    severity: 'error',
    what: {
      zh: (p) => `“${p.name}”是一个链接，指向别处；数据必须在报告自己的文件夹里。`,
      en: (p) => `“${p.name}” is a link to elsewhere; data must be in the report's own folder.`,
    },
    cure: {
      zh: () => '把文件本身复制进来，代替这个链接。',
      en: () => 'Copy the file itself in place of the link.',
    },
  }),
  'file-name-signs': defineProblem<{ name: string }>({
    severity: 'error',
    what: {
      zh: (p) => `大文件“${p.name}”的路径里有 [ ] * 或 ?，数据引擎打不开。`,
      en: (p) => `The path of the large file “${p.name}” has [ ] * or ?, which the engine cannot open.`,
    },
    cure: { zh: () => '改名，去掉这些符号。', en: () => 'Rename it without these signs.' },
  }),
  'not-utf8': defineProblem<{ encoding: string }>({
    severity: 'error',
    what: {
      zh: (p) => `文件不是 ${p.encoding} 编码，这里开始出现无法识别的字节。`,
      en: (p) => `The file is not ${p.encoding}: bytes that mean nothing begin here.`,
    },
    cure: {
      zh: () =>
        '在 Excel 中另存为“CSV UTF-8（逗号分隔）”；或在 tables.yaml 中写明它的编码，例如 encoding: gb18030。',
      en: () => 'Save it as “CSV UTF-8”, or name its encoding in tables.yaml, such as encoding: gb18030.',
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
  'duplicate-table-name': defineProblem<{ table: string; other: string }>({
    severity: 'error',
    what: {
      zh: (p) => `表名“${p.table}”重复：“${p.other}”已经用了这个名字。`,
      en: (p) => `The table name “${p.table}” is taken by “${p.other}”.`,
    },
    cure: { zh: () => '把其中一个文件（或工作表）改名。', en: () => 'Rename one of the files or sheets.' },
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
        `${p.near ? `列“${p.near}”是不是它？若是，请改名为 ${p.column}。` : `加上这一列，列名写 ${p.column} 或“${p.label}”。`}现有列：${p.all}。`,
      en: (p) =>
        `${p.near ? `Is it “${p.near}”? Then rename that to ${p.column}.` : `Add it as ${p.column}.`} Columns: ${p.all}.`,
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
  'bad-row': defineProblem<{ expected: number; found: number }>({
    severity: 'error',
    what: {
      zh: (p) => `这一行有 ${p.found} 个单元格，应为 ${p.expected} 个。`,
      en: (p) => `This row has ${p.found} cells instead of ${p.expected}.`,
    },
    cure: {
      zh: () =>
        '内容里有分隔符（如逗号）时，整格要用英文双引号括起来："上海,浦东"；缺的单元格留空但要保留分隔符。',
      en: () =>
        'A cell that holds the separator needs double quotes: "a,b"; keep the separators of empty cells.',
    },
  }),
  'more-bad-rows': defineProblem<{ more: number }>({
    severity: 'error',
    what: {
      zh: (p) => `还有 ${p.more} 行的单元格个数不对。`,
      en: (p) => `${p.more} more rows have a wrong number of cells.`,
    },
    cure: {
      zh: () => '请先改好上面列出的行，再检查一次。',
      en: () => 'Correct those above first, then check again.',
    },
  }),
  'open-quote': defineProblem({
    severity: 'error',
    what: {
      zh: () => '从这里开始的双引号没有结束，后面的内容都被当成一个单元格。',
      en: () => 'The double quote that begins here never ends; all that follows is one cell.',
    },
    cure: {
      zh: () => '在单元格末尾补上英文双引号 "；内容里的双引号要写两个：""。',
      en: () => 'Close the cell with "; write a quote inside a cell twice: "".',
    },
  }),
  'text-after-quote': defineProblem({
    severity: 'error',
    what: {
      zh: () => '双引号结束之后还有文字。',
      en: () => 'There is text after the closing double quote.',
    },
    cure: {
      zh: () => '内容里的双引号要写两个：""，例如 "他说""好""。"。',
      en: () => 'Write a quote inside a cell twice: "he said ""yes""".',
    },
  }),
  'more-bad-quotes': defineProblem<{ more: number }>({
    severity: 'error',
    what: {
      zh: (p) => `还有 ${p.more} 个单元格在双引号结束之后有文字。`,
      en: (p) => `${p.more} more cells have text after their closing double quote.`,
    },
    cure: {
      zh: () => '请先改好上面列出的单元格，再检查一次。',
      en: () => 'Correct those above first, then check again.',
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
  'bad-cell': defineProblem<{ column: string; found: string; wanted: Bilingual; near?: string }>({
    severity: 'error',
    what: {
      zh: (p) => `列“${p.column}”的值“${p.found}”不对，应为${p.wanted.zh}。`,
      en: (p) => `“${p.found}” in column “${p.column}” is not ${p.wanted.en}.`,
    },
    cure: {
      zh: (p) => (p.near ? `改成：${p.near}` : `改成${p.wanted.zh}。`),
      en: (p) => (p.near ? `Write: ${p.near}` : `Write ${p.wanted.en}.`),
    },
  }),
  'empty-cell': defineProblem<{ column: string; wanted: Bilingual }>({
    severity: 'error',
    what: {
      zh: (p) => `必填列“${p.column}”是空的。`,
      en: (p) => `“${p.column}” must not be empty.`,
    },
    cure: { zh: (p) => `填入${p.wanted.zh}。`, en: (p) => `Write ${p.wanted.en}.` },
  }),
  'more-bad-cells': defineProblem<{ column: string; more: number }>({
    severity: 'error',
    what: {
      zh: (p) => `列“${p.column}”还有 ${p.more} 个单元格有同样的问题。`,
      en: (p) => `${p.more} more cells of column “${p.column}” have the same problem.`,
    },
    cure: { zh: () => '按上面的例子一并改好。', en: () => 'Correct them in the same way.' },
  }),
  'text-among-numbers': defineProblem<{
    column: string;
    found: string;
    near: string | undefined;
    count: number;
  }>({
    severity: 'warning',
    what: {
      zh: (p) =>
        `列“${p.column}”几乎都是数字，但有 ${p.count} 格不是（如“${p.found}”），因此整列按文字处理。`,
      en: (p) =>
        `“${p.column}” is numbers but for ${p.count} cells (“${p.found}”), so all of it is taken as text.`,
    },
    cure: {
      zh: (p) =>
        `${p.near ? `写成 ${p.near}` : '改成一个数'}；没有数据就留空；若这一列本来就是文字（如编号），在 tables.yaml 中写 type: text。`,
      en: (p) =>
        `${p.near ? `Write ${p.near}` : 'Write a number'}; leave cells without data empty; if it is text (ids), say type: text in tables.yaml.`,
    },
  }),
  'nested-cell': defineProblem<{ column: string }>({
    severity: 'error',
    what: {
      zh: (p) => `列“${p.column}”的值是一个嵌套结构，表格单元格只能是文字、数字、真假或空。`,
      en: (p) => `“${p.column}” holds a nested structure; a cell is a text, a number, true/false or empty.`,
    },
    cure: {
      zh: () => '把它拆成几列，或写成一段文字。',
      en: () => 'Make columns of it, or write it as text.',
    },
  }),
  'not-rows': defineProblem<{ example: RowExample; rowsIn: string | undefined }>({
    severity: 'error',
    what: {
      zh: () => '这个文件不是一张表：应为若干行，每行是“列名: 值”。',
      en: () => 'This is not a table: it should be a list of rows of “column: value”.',
    },
    cure: {
      zh: (p) =>
        `${p.rowsIn ? `各行好像在“${p.rowsIn}”里：只留它后面方括号里的部分。` : ''}${rowExamples[p.example].zh}`,
      en: (p) =>
        `${p.rowsIn ? `The rows seem to be in “${p.rowsIn}”: keep only the list behind it. ` : ''}${rowExamples[p.example].en}`,
    },
  }),
  'map-collection': defineProblem<{ found: string }>({
    severity: 'error',
    what: {
      zh: (p) => `这个地图文件不是 GeoJSON 的 FeatureCollection，而是“${p.found}”。`,
      en: (p) => `This map is no GeoJSON FeatureCollection but “${p.found}”.`,
    },
    cure: {
      zh: () =>
        '在地图软件里导出为 GeoJSON；文件最外层应为 {"type": "FeatureCollection", "features": [ … ]}，每个区域一个 Feature。',
      en: () =>
        'Export it as GeoJSON: {"type": "FeatureCollection", "features": [ … ]}, one Feature for each region.',
    },
  }),
  'map-shape': defineProblem<{ feature: number; found: string; why: MapErrorReason }>({
    severity: 'error',
    what: {
      zh: (p) => `地图的第 ${p.feature} 个要素画不出来：${mapErrorTexts[p.why].zh}（${p.found}）。`,
      en: (p) => `Feature ${p.feature} of the map cannot be drawn: ${mapErrorTexts[p.why].en} (${p.found}).`,
    },
    cure: {
      zh: () =>
        '写成 {"type": "Feature", "properties": { … }, "geometry": {"type": "Polygon", "coordinates": [[[经度, 纬度], …, 与第一点相同]]}}。',
      en: () =>
        'Write {"type": "Feature", "properties": { … }, "geometry": {"type": "Polygon", "coordinates": [[[longitude, latitude], …, the first again]]}}.',
    },
  }),
  'map-size': defineProblem<{ points: string; limit: string }>({
    severity: 'error',
    what: {
      zh: (p) => `地图有 ${p.points} 个坐标点，最多 ${p.limit} 个。`,
      en: (p) => `The map has ${p.points} points; ${p.limit} are the most.`,
    },
    cure: {
      zh: () => '在地图软件里“简化”边界，或只留下报告用到的区域。',
      en: () => 'Simplify its outlines, or keep only the regions that the report speaks of.',
    },
  }),
  'json-syntax': defineProblem<{ why: JsonErrorReason }>({
    severity: 'error',
    what: {
      zh: (p) => `这里不是正确的 JSON：${jsonErrorTexts[p.why].what.zh}。`,
      en: (p) => `This is not valid JSON: ${jsonErrorTexts[p.why].what.en}.`,
    },
    cure: {
      zh: (p) => jsonErrorTexts[p.why].cure.zh,
      en: (p) => jsonErrorTexts[p.why].cure.en,
    },
  }),
  'large-file': defineProblem<{ megabytes: number; limit: number }>({
    severity: 'error',
    what: {
      zh: (p) => `文件有 ${p.megabytes} MB；这种格式最多 ${p.limit} MB。`,
      en: (p) => `The file has ${p.megabytes} MB; this format takes ${p.limit} MB at most.`,
    },
    cure: { zh: () => '大表请存为 .csv 或 .parquet。', en: () => 'Save large tables as .csv or .parquet.' },
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
  'unknown-data-file': defineProblem<{ name: string; near: string | undefined; all: string }>({
    severity: 'error',
    what: {
      zh: (p) => `tables.yaml 提到“${p.name}”，但这里没有这个文件、工作表或列。`,
      en: (p) => `tables.yaml names “${p.name}”, but there is no such file, sheet or column here.`,
    },
    cure: {
      zh: (p) => `${suggestZh(p.near)}现有：${p.all}。`,
      en: (p) => `There are: ${p.all}.${suggestEn(p.near)}`,
    },
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
  'notes-without-effect': defineProblem<{ key: string; why: Bilingual }>({
    severity: 'warning',
    what: {
      zh: (p) => `tables.yaml 里的“${p.key}”不起作用：${p.why.zh}。`,
      en: (p) => `“${p.key}” in tables.yaml has no effect: ${p.why.en}.`,
    },
    cure: {
      zh: () => '删去这一项，或改到起作用的地方。',
      en: () => 'Remove it, or put it where it has one.',
    },
  }),
};

type RowExample = 'json' | 'ndjson' | 'yaml';

const jsonRow = '{"kpi": "新增用户", "target": 1000}';
const yamlRow = '- kpi: 新增用户\n  target: 1000';

const rowExamples: Record<RowExample, Bilingual> = {
  json: { zh: `写成列表，例如：\n[${jsonRow}]`, en: `Write a list, such as:\n[${jsonRow}]` },
  ndjson: { zh: `每行写一个对象，例如：\n${jsonRow}`, en: `Write one object a line, such as:\n${jsonRow}` },
  yaml: { zh: `写成列表，例如：\n${yamlRow}`, en: `Write a list, such as:\n${yamlRow}` },
};

/** Why a text is no JSON. */
export type JsonErrorReason =
  | 'quote'
  | 'unclosed'
  | 'comma'
  | 'extra-comma'
  | 'colon-missing'
  | 'rest'
  | 'word';

const jsonErrorTexts: Record<JsonErrorReason, { what: Bilingual; cure: Bilingual }> = {
  quote: {
    what: { zh: '英文双引号 " 没有成对', en: 'a double quote is never closed' },
    cure: { zh: '在文字末尾补上英文双引号 "。', en: 'Close the text with a double quote.' },
  },
  unclosed: {
    what: { zh: '括号没有成对', en: 'a bracket has no partner' },
    cure: {
      zh: '[ 配 ]，{ 配 }；文件若没有下载完整，请重新导出。',
      en: '[ goes with ], { with }; export the file again if it was cut off.',
    },
  },
  comma: {
    what: { zh: '这里缺一个逗号', en: 'a comma is missing here' },
    cure: { zh: '两项之间写一个英文逗号。', en: 'Write a comma between two items.' },
  },
  'extra-comma': {
    what: { zh: '最后一项后面多了一个逗号', en: 'there is a comma after the last item' },
    cure: { zh: '删掉这个逗号。', en: 'Take the comma out.' },
  },
  'colon-missing': {
    what: { zh: '列名后面缺英文冒号', en: 'a colon is missing after a name' },
    cure: { zh: '写成 "列名": 值。', en: 'Write "name": value.' },
  },
  rest: {
    what: { zh: '数据结束之后还有内容', en: 'something follows the end of the data' },
    cure: {
      zh: '若每行是一个对象，把扩展名改成 .ndjson；否则删掉多余的内容。',
      en: 'If every line is an object, call the file .ndjson; else take out what is too much.',
    },
  },
  word: {
    what: {
      zh: '这里应是数字、true、false、null 或用英文双引号括起的文字',
      en: 'a number, true, false, null or a text in double quotes is expected',
    },
    cure: {
      zh: '文字和列名用英文双引号括起；没有数据写 null。',
      en: 'Put texts and names into double quotes; write null for no data.',
    },
  },
};
