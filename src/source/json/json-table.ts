import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import { isRecord } from '../../base/record.ts';
import { createProblem } from '../../problems/catalog.ts';
import { losesDigits } from '../cells/id-forms.ts';
import { createLineFinder } from '../line-finder.ts';
import type { RawTable } from '../rows/raw-table.ts';
import { type FoundRows, findRows } from './find-rows.ts';
import { toRecords } from './json-rows.ts';
import { createPlaceFinder, findJsonFault, jsonToken } from './json-text.ts';
import { buildRecordsTable, type SourceRecord } from './records-table.ts';

type FindPlace = (...path: (string | number)[]) => Place;

/** A JSON file that holds rows: a list of flat objects, in an object of a service too, or columns as programs write them. */
export function parseJsonTable(file: string, text: string): RawTable {
  const { data, fault } = parseJson(file, text);
  if (fault) return buildRecordsTable(file, [], [fault]);
  if (isRecordList(data)) return parseRecordList(file, text, data);
  if (isGeojson(data)) return buildRecordsTable(file, [], [createMapProblem(file)]);
  const found = findRows(data);
  const [rows] = found;
  if (!rows || found.length > 1) return buildRecordsTable(file, [], [createNotRowsProblem(file, found)]);
  const placeIn = createPlaceFinder(file, text, rows.path.length + 3);
  const records = toRecords(data, rows, placeIn);
  return buildRecordsTable(file, records, listFoundProblems(data, rows, placeIn));
}

function parseRecordList(file: string, text: string, data: readonly Record<string, unknown>[]): RawTable {
  const offsets = findValueOffsets(text);
  const lines = createLineFinder(text);
  const placeAt = (offset: number): Place => ({ file, ...lines(offset) });
  const records = data.map((fields, row): SourceRecord => {
    const { at, keys } = offsets[row] ?? { at: 0, keys: new Map() };
    return { fields, place: () => placeAt(at), getPlace: (key) => placeAt(keys.get(key) ?? at) };
  });
  return buildRecordsTable(file, records, []);
}

/** Services wrap the rows that were asked for: `{"code": 0, "data": [ … ]}`. What stands around them is told. */
function listFoundProblems(data: unknown, { path, form }: FoundRows, placeIn: FindPlace): Problem[] {
  const around = path.flatMap((key, at) => {
    const inside = path
      .slice(0, at)
      .reduce<unknown>((value, one) => (isRecord(value) ? value[one] : undefined), data);
    return isRecord(inside) ? Object.keys(inside).filter((one) => one !== key) : [];
  });
  const left = [...around, ...(form.kind === 'split' ? form.left : [])];
  if (path.length === 0 && left.length === 0) return [];
  const rows = [...path, ...(form.kind === 'split' ? [form.rows] : [])].join('.');
  return [createProblem('rows-inside', placeIn(...path), { rows, left })];
}

function createNotRowsProblem(file: string, found: readonly FoundRows[]): Problem {
  const rowsIn = found.map(({ path }) => path.join('.')).join('、') || undefined;
  return createProblem('not-rows', { file }, { example: 'json', rowsIn });
}

function isGeojson(data: unknown): boolean {
  return isRecord(data) && data.type === 'FeatureCollection';
}

function createMapProblem(file: string): Problem {
  return createProblem(
    'disguised-file',
    { file },
    {
      kind: { zh: '一份 GeoJSON 地图', en: 'a GeoJSON map' },
      cure: { zh: '把扩展名改成 .geojson。', en: 'Call it .geojson.' },
      extension: '.json',
    },
  );
}

/** Digits enough that a number might not keep them; nearly no file has some. */
const manyDigits = /\d[\d.]{15}/;

/** A text as data; a number that JavaScript would not keep, as an id of 19 digits, is a text of its digits. */
export function parseJsonText(text: string): unknown {
  if (!manyDigits.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_, value: unknown, { source }: { source?: string } = {}) =>
    typeof value === 'number' && source !== undefined && losesDigits(source) ? source : value,
  );
}

/** The text as data, or where it is no JSON. */
export function parseJson(file: string, text: string): { data?: unknown; fault?: Problem } {
  try {
    return { data: parseJsonText(text) };
  } catch {
    const { offset, why } = findJsonFault(text);
    return { fault: createProblem('json-syntax', { file, ...createLineFinder(text)(offset) }, { why }) };
  }
}

export function isRecordList(data: unknown): data is Record<string, unknown>[] {
  return Array.isArray(data) && data.every(isRecord);
}

/** Where the objects of a valid list and their values begin. */
function findValueOffsets(text: string): { at: number; keys: Map<string, number> }[] {
  const found: { at: number; keys: Map<string, number> }[] = [];
  let depth = 0;
  let key: string | undefined;
  let valueNext = false;
  for (const { 0: word, index } of text.matchAll(jsonToken)) {
    if (valueNext && key !== undefined && depth === 2) {
      found.at(-1)!.keys.set(key, index);
      valueNext = false;
    } else if (depth === 2 && word.startsWith('"')) key = JSON.parse(word) as string;
    if (word === '{' || word === '[') {
      if (depth === 1) found.push({ at: index, keys: new Map() });
      depth++;
    } else if (word === '}' || word === ']') depth--;
    else if (word === ':' && depth === 2) valueNext = true;
  }
  return found;
}
