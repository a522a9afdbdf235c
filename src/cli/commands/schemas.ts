import { z } from 'zod';
import { writeInside } from '../../files/door.ts';
import { courseFile } from '../../schema/course-file.ts';
import { chapterFront, pageFront, reportFront } from '../../schema/front-matter.ts';
import { metricsFile } from '../../schema/metrics-file-schema.ts';
import { tablesFile } from '../../schema/tables-file.ts';
import type { Context, ExitCode } from '../command.ts';

/** Folder from the course root; `.vscode/settings.json` tells editors which file has which schema. */
export const schemaFolder = '.vscode/schemas';

const fileSchemas: Record<string, z.ZodType> = {
  course: courseFile,
  metrics: metricsFile,
  tables: tablesFile,
  report: reportFront,
  chapter: chapterFront,
  page: pageFront,
};

/** JSON Schema of every YAML an author writes, by file name. */
export function buildJsonSchemas(): Record<string, string> {
  const files = Object.entries(fileSchemas).map(([name, schema]) => {
    const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
    return [`${name}.json`, `${JSON.stringify(json, null, 2)}\n`] as const;
  });
  return Object.fromEntries(files);
}

/** Writes the JSON Schemas that editors use to complete and check YAML. */
export async function run({ root, terminal, words }: Context): Promise<ExitCode> {
  for (const [name, text] of Object.entries(buildJsonSchemas())) {
    await writeInside(root, `${schemaFolder}/${name}`, text);
    terminal.print(words.written(`${schemaFolder}/${name}`));
  }
  return 0;
}
