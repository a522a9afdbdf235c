import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suggestNames } from '../base/names/suggest-names.ts';
import type { Problem } from '../base/problem.ts';
import { parseYaml, type YamlText } from '../base/yaml-text.ts';
import { findOddFile } from '../files/course-file.ts';
import { createProblem } from '../problems/catalog.ts';
import { isNotFound } from '../problems/error-code.ts';
import { createReadProblem } from '../problems/read-problem.ts';
import { collectSchemaProblems } from '../problems/schema-problems.ts';
import { collectSyntaxProblems } from '../problems/syntax-problems.ts';
import { type TablesFile, tablesFile } from '../schema/tables-file.ts';
import { decodeAuthorText } from './text-faults.ts';

/** What `tables.yaml` says of a report's files, and where. */
export interface Notes {
  files: TablesFile;
  yaml: YamlText | undefined;
  problems: Problem[];
  /** It cannot be read: what it says of the files is not known. */
  isUnread?: true;
}

/** Reads `data/<report>/tables.yaml`; a report may do without. */
export async function readNotes(root: string, folder: string): Promise<Notes> {
  const file = `${folder}/tables.yaml`;
  const odd = findOddFile(root, file);
  if (odd) return { files: {}, yaml: undefined, problems: [odd] };
  let bytes: Uint8Array;
  try {
    bytes = await readFile(join(root, file));
  } catch (error) {
    // Columns that it calls personal would be published if its absence were taken for granted.
    const problems = isNotFound(error) ? [] : [createReadProblem(error, file, join(root, file))];
    return { files: {}, yaml: undefined, problems };
  }
  const read = decodeAuthorText(file, bytes);
  if ('problem' in read) return { files: {}, yaml: undefined, problems: [read.problem], isUnread: true };
  const yaml = parseYaml({ file, text: read.text });
  const unread = collectSyntaxProblems(yaml);
  if (unread.length > 0) return { files: {}, yaml, problems: unread, isUnread: true };
  const checked = tablesFile.safeParse(yaml.data ?? {});
  return checked.success
    ? { files: checked.data, yaml, problems: [] }
    : { files: {}, yaml, problems: collectSchemaProblems(checked.error, tablesFile, yaml.data, yaml) };
}

/** Files, sheets or columns that are named in tables.yaml but are not there. */
export function checkNoteNames(
  notes: Notes,
  path: readonly string[],
  written: readonly string[],
  known: readonly string[],
): Problem[] {
  return written
    .filter((name) => !known.includes(name))
    .map((name) => {
      const place = notes.yaml?.getKeyPlace([...path, name]) ?? { file: 'tables.yaml' };
      const suggested = suggestNames(name, known);
      return createProblem('unknown-data-file', place, { name, ...suggested, all: suggested.all || '—' });
    });
}
