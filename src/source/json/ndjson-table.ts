import type { Problem } from '../../base/problem.ts';
import { isRecord } from '../../base/record.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { RawTable } from '../rows/raw-table.ts';
import { parseJson, parseJsonText } from './json-table.ts';
import { findJsonFault } from './json-text.ts';
import { buildRecordsTable, type SourceRecord } from './records-table.ts';

/** A file with one flat JSON object a line; blank lines are allowed. Lines that are none are problems and left out. */
export function parseNdjsonTable(file: string, text: string): RawTable {
  const problems: Problem[] = [];
  const records: SourceRecord[] = [];
  text.split(/\r\n|\n|\r/).forEach((written, index) => {
    if (written.trim() === '') return;
    const place = { file, line: index + 1, column: 1 };
    try {
      const fields = parseJsonText(written);
      if (isRecord(fields)) {
        const getPlace = (key: string) => ({ ...place, column: findValueColumn(written, key) });
        records.push({ fields, place: () => place, getPlace });
      } else problems.push(createProblem('not-rows', place, { example: 'ndjson', rowsIn: undefined }));
    } catch {
      const { offset, why } = findJsonFault(written);
      problems.push(createProblem('json-syntax', { ...place, column: offset + 1 }, { why }));
    }
  });
  return buildRecordsTable(file, records, problems);
}

/** Whether the first lines are an object each, which is no JSON as a whole: such files are often called `.json`, too. */
export function isJsonLines(text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/, 20).filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.slice(0, 2).every((line) => isRecord(parseJson('', line).data));
}

/** Where the value of a key begins, from 1. */
function findValueColumn(line: string, key: string): number {
  const written = JSON.stringify(key);
  const at = line.indexOf(written);
  const colon = at < 0 ? -1 : line.indexOf(':', at + written.length);
  return colon < 0 ? 1 : colon + 1 + (/\S/.exec(line.slice(colon + 1))?.index ?? 0) + 1;
}
