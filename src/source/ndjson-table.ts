import type { Problem } from '../base/problem.ts';
import { problem } from '../problems/problem.ts';
import { jsonFault } from './json-fault.ts';
import { jsonTable } from './json-table.ts';
import type { RawTable } from './raw-table.ts';
import { recordsTable, type WrittenRecord } from './records.ts';

/** A file with one flat JSON object a line; blank lines are allowed. Lines that are none are told and left out. */
export function ndjsonTable(file: string, text: string): RawTable {
  if (text.trimStart().startsWith('[')) return jsonTable(file, text);
  const problems: Problem[] = [];
  const records: WrittenRecord[] = [];
  text.split(/\r\n|\n|\r/).forEach((written, index) => {
    if (written.trim() === '') return;
    const place = { file, line: index + 1, column: 1 };
    try {
      const fields: unknown = JSON.parse(written);
      if (isRecord(fields)) {
        const placeOf = (key: string) => ({ ...place, column: columnOf(written, key) });
        records.push({ fields, place: () => place, placeOf });
      } else problems.push(problem('not-rows', place, { example: 'ndjson', rowsIn: undefined }));
    } catch {
      const { offset, why } = jsonFault(written);
      problems.push(problem('json-syntax', { ...place, column: offset + 1 }, { why }));
    }
  });
  return recordsTable(file, records, problems);
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

/** Where the value of a key begins, from 1. */
function columnOf(line: string, key: string): number {
  const written = JSON.stringify(key);
  const at = line.indexOf(written);
  const colon = at < 0 ? -1 : line.indexOf(':', at + written.length);
  return colon < 0 ? 1 : colon + 1 + (/\S/.exec(line.slice(colon + 1))?.index ?? 0) + 1;
}
