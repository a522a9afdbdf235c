import { readYaml } from '../base/yaml-text.ts';
import { problem } from '../problems/problem.ts';
import { isRecords } from './json-table.ts';
import type { RawTable } from './raw-table.ts';
import { recordsTable, type WrittenRecord } from './records.ts';

/** A YAML file that holds a list of flat maps. */
export function yamlTable(file: string, text: string): RawTable {
  const yaml = readYaml({ file, text });
  const errors = yaml.errors.map(({ place, message }) => problem('yaml-syntax', place, { message }));
  if (errors.length > 0) return recordsTable(file, [], errors);
  if (!isRecords(yaml.data))
    return recordsTable(file, [], [problem('not-rows', { file }, { example: 'yaml', rowsIn: undefined })]);
  const records = yaml.data.map(
    (fields, row): WrittenRecord => ({
      fields,
      place: () => yaml.placeOf([row]),
      placeOf: (key) => yaml.placeOf([row, key]),
    }),
  );
  return recordsTable(file, records, []);
}
