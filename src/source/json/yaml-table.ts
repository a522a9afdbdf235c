import { parseYaml } from '../../base/yaml-text.ts';
import { createProblem } from '../../problems/catalog.ts';
import { collectSyntaxProblems } from '../../problems/syntax-problems.ts';
import { isIdLike } from '../cells/id-forms.ts';
import type { RawTable } from '../rows/raw-table.ts';
import { isRecordList } from './json-table.ts';
import { buildRecordsTable, type SourceRecord } from './records-table.ts';

/** A YAML file that holds a list of flat maps. */
export function parseYamlTable(file: string, text: string): RawTable {
  const yaml = parseYaml({ file, text }, 1, isIdLike);
  const errors = collectSyntaxProblems(yaml);
  if (errors.length > 0) return buildRecordsTable(file, [], errors);
  if (!isRecordList(yaml.data))
    return buildRecordsTable(
      file,
      [],
      [createProblem('not-rows', { file }, { example: 'yaml', rowsIn: undefined })],
    );
  const records = yaml.data.map(
    (fields, row): SourceRecord => ({
      fields,
      place: () => yaml.getPlace([row]),
      getPlace: (key) => yaml.getPlace([row, key]),
    }),
  );
  return buildRecordsTable(file, records, []);
}
