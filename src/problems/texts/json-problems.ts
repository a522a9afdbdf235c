import type { Bilingual } from '../../base/language.ts';
import { defineProblem } from '../define-problem.ts';

/** Why a feature of a map cannot be drawn. */
export type MapErrorReason = 'feature' | 'geometry' | 'coordinates' | 'ring' | 'name';

const mapErrorTexts: Record<MapErrorReason, Bilingual> = {
  feature: { zh: '它不是 Feature', en: 'it is no Feature' },
  geometry: { zh: '不认识这种 geometry', en: 'its geometry is of no known type' },
  coordinates: { zh: '坐标不是成对的数', en: 'its coordinates are no pairs of numbers' },
  ring: { zh: '区域的边界没有闭合，或不足四点', en: 'a ring is not closed, or has less than four points' },
  name: { zh: '属性名与 geometry 列重复', en: 'a property has the name of the column geometry' },
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

/** Problems of tables written as JSON or YAML, and of maps. */
export const jsonProblems = {
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
        `${p.rowsIn ? `各行好像在“${p.rowsIn}”里：只留一处后面方括号里的部分。` : ''}${rowExamples[p.example].zh}`,
      en: (p) =>
        `${p.rowsIn ? `The rows seem to be in “${p.rowsIn}”: keep only the list behind it. ` : ''}${rowExamples[p.example].en}`,
    },
  }),
  'rows-inside': defineProblem<{ rows: string; left: readonly string[] }>({
    severity: 'warning',
    what: {
      zh: (p) =>
        `各行在“${p.rows}”里，按它读成表${p.left.length > 0 ? `；旁边的 ${p.left.join('、')} 没有采用` : ''}。`,
      en: (p) =>
        `The rows are in “${p.rows}”, which is read as the table${p.left.length > 0 ? `; ${p.left.join(', ')} beside it is left out` : ''}.`,
    },
    cure: {
      zh: () => '不必改；文件里只留下各行的列表，这条提示就不再出现。',
      en: () => 'Nothing needs to be done; keep only the list of rows and this is not said again.',
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
};
