import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findNearestName } from '../base/nearest-name.ts';
import type { Problem } from '../base/problem.ts';
import { parseYaml, type YamlText } from '../base/yaml-text.ts';
import { findOddFile } from '../files/course-file.ts';
import { createProblem } from '../problems/catalog.ts';
import { isNotFound } from '../problems/error-code.ts';
import { createReadProblem } from '../problems/read-problem.ts';
import { collectSchemaProblems, collectSyntaxProblems } from '../problems/schema-problems.ts';
import { type TablesFile, tablesFile } from '../schema/tables-file.ts';

/** What `tables.yaml` says of a report's files, and where. */
export interface Notes {
  files: TablesFile;
  yaml: YamlText | undefined;
  problems: Problem[];
}

/** Reads `data/<report>/tables.yaml`; a report may do without. */
export async function readNotes(root: string, folder: string): Promise<Notes> {
  const file = `${folder}/tables.yaml`;
  const odd = findOddFile(root, file);
  if (odd) return { files: {}, yaml: undefined, problems: [odd] };
  let text: string;
  try {
    text = await readFile(join(root, file), 'utf8');
  } catch (error) {
    // Columns that it calls personal would be published if its absence were taken for granted.
    const problems = isNotFound(error) ? [] : [createReadProblem(error, file, join(root, file))];
    return { files: {}, yaml: undefined, problems };
  }
  const yaml = parseYaml({ file, text: text.replace(/^\uFEFF/, '') });
  if (yaml.errors.length > 0) {
    const problems = collectSyntaxProblems(yaml);
    return { files: {}, yaml, problems };
  }
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
  const all = known.join('、') || '—';
  return written
    .filter((name) => !known.includes(name))
    .map((name) => {
      const place = notes.yaml?.getKeyPlace([...path, name]) ?? { file: 'tables.yaml' };
      return createProblem('unknown-data-file', place, { name, near: findNearestName(name, known), all });
    });
}
