/** Vega-Lite's own JSON Schema, as its package brings it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { nearest } from '../base/nearest.ts';
import { type Fault, type JsonSchema, Schema } from './json-schema.ts';

let schema: Schema | undefined;

/** Where a specification is not Vega-Lite; nothing where it is. */
export function grammarFaults(spec: unknown): Fault[] {
  if (!schema) {
    const file = createRequire(import.meta.url).resolve('vega-lite/vega-lite-schema.json');
    schema = new Schema(JSON.parse(readFileSync(file, 'utf8')) as JsonSchema);
  }
  const faults = schema.faults(spec);
  return faults.filter((fault) => !faults.some((other) => isMisspelt(fault, other)));
}

/** What is missing is there under a name that is nearly right, and that is told. */
function isMisspelt({ why, path, expected }: Fault, other: Fault): boolean {
  const [key] = other.path.slice(-1);
  const beside = other.why === 'key' && other.path.slice(0, -1).join('\n') === path.join('\n');
  return why === 'missing' && beside && nearest(String(key), expected) !== undefined;
}
