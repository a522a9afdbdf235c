/** Vega-Lite's own JSON Schema, as its package brings it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { findNearestName } from '../../base/nearest-name.ts';
import { type JsonSchema, type SchemaError, SchemaValidator } from './json-schema.ts';

let schema: SchemaValidator | undefined;

/** Where a specification is not Vega-Lite; nothing where it is. */
export function findGrammarErrors(spec: unknown): SchemaError[] {
  if (!schema) {
    const file = createRequire(import.meta.url).resolve('vega-lite/vega-lite-schema.json');
    schema = new SchemaValidator(JSON.parse(readFileSync(file, 'utf8')) as JsonSchema);
  }
  const errors = schema.validate(spec);
  return errors.filter((error) => !errors.some((other) => isMisspelt(error, other)));
}

/** What is missing is there under a name that is nearly right, and that name is reported. */
function isMisspelt({ why, path, expected }: SchemaError, other: SchemaError): boolean {
  const [key] = other.path.slice(-1);
  const sameParent = other.why === 'key' && other.path.slice(0, -1).join('\n') === path.join('\n');
  return why === 'missing' && sameParent && findNearestName(String(key), expected) !== undefined;
}
