/**
 * What of a JSON Schema does not fit a value, reported as an author needs it: of many alternatives only the one that
 * was meant. Knows the keywords that the schema of Vega-Lite uses; formats are not checked.
 */

export interface JsonSchema {
  $ref?: string;
  anyOf?: JsonSchema[];
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, JsonSchema>;
  additionalProperties?: boolean | JsonSchema;
  required?: string[];
  minProperties?: number;
  items?: JsonSchema | JsonSchema[];
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  definitions?: Record<string, JsonSchema>;
}

export type Path = (string | number)[];

export interface SchemaError {
  /** A key that is not known there, one that is missing, or a value that cannot stand there. */
  why: 'key' | 'missing' | 'value';
  path: Path;
  /** Keys or words that may be written. */
  expected: string[];
  /** Sorts of values that may: `number`, `array`, `number ≥ 0`. */
  sorts: string[];
}

export class SchemaValidator {
  readonly #root: JsonSchema;
  /** Values are compared with the same definition again and again, through nested alternatives. */
  readonly #known = new WeakMap<object, WeakMap<object, SchemaError[]>>();

  constructor(root: JsonSchema) {
    this.#root = root;
  }

  /** Empty where the value fits. */
  validate(value: unknown, schema: JsonSchema = this.#root): SchemaError[] {
    // Paths are counted from the value itself, so that what is known holds wherever it stands.
    if (typeof value !== 'object' || value === null) return this.#check(value, schema);
    const known = this.#known.get(schema) ?? new WeakMap<object, SchemaError[]>();
    this.#known.set(schema, known);
    const found = known.get(value) ?? this.#check(value, schema);
    known.set(value, found);
    return found;
  }

  #check(value: unknown, schema: JsonSchema): SchemaError[] {
    if (schema.$ref !== undefined) return this.validate(value, this.#definition(schema.$ref));
    if (!isPlainMatch(value, schema)) return [{ why: 'value', path: [], ...describeExpected(schema) }];
    if (schema.anyOf) return this.#alternatives(value, schema.anyOf);
    if (Array.isArray(value)) return this.#items(value, schema);
    if (typeof value === 'object' && value !== null)
      return this.#properties(value as Record<string, unknown>, schema);
    return [];
  }

  #definition(ref: string): JsonSchema {
    const name = decodeURIComponent(ref.replace('#/definitions/', ''));
    const found = this.#root.definitions?.[name];
    if (!found) throw new Error(`no definition ${ref}`);
    return found;
  }

  #items(list: unknown[], { items }: JsonSchema): SchemaError[] {
    if (items === undefined) return [];
    return list.flatMap((item, i) => {
      const schema = Array.isArray(items) ? items[i] : items;
      return schema ? prefixPath(i, this.validate(item, schema)) : [];
    });
  }

  #properties(value: Record<string, unknown>, schema: JsonSchema): SchemaError[] {
    const { properties = {}, additionalProperties = true, required = [] } = schema;
    const missing = required.filter((key) => value[key] === undefined);
    const faults = missing.map(
      (key): SchemaError => ({ why: 'missing', path: [], expected: [key], sorts: [] }),
    );
    for (const [key, item] of Object.entries(value)) {
      if (item === undefined) continue;
      const own = Object.hasOwn(properties, key) ? properties[key] : undefined;
      const other = typeof additionalProperties === 'object' ? additionalProperties : undefined;
      const known = own ?? other;
      if (known) faults.push(...prefixPath(key, this.validate(item, known)));
      else if (additionalProperties === false)
        faults.push({ why: 'key', path: [key], expected: Object.keys(properties), sorts: [] });
    }
    return faults;
  }

  #alternatives(value: unknown, branches: readonly JsonSchema[]): SchemaError[] {
    const tried: { branch: JsonSchema; faults: SchemaError[] }[] = [];
    for (const branch of branches) {
      const faults = this.validate(value, branch);
      if (faults.length === 0) return [];
      tried.push({ branch, faults });
    }
    const inside = tried.filter(({ faults }) => !isTypeMismatch(faults));
    if (inside.length === 0) {
      const all = tried.flatMap(({ faults }) => faults);
      const expected = [...new Set(all.flatMap((fault) => fault.expected))];
      return [{ why: 'value', path: [], expected, sorts: [...new Set(all.flatMap(({ sorts }) => sorts))] }];
    }
    return inside.reduce((best, one) => (isCloserMatch(one.faults, best.faults) ? one : best)).faults;
  }
}

/** The value as a whole is of another sort. */
function isTypeMismatch(faults: readonly SchemaError[]): boolean {
  return faults.some(({ why, path }) => why === 'value' && path.length === 0);
}

/** Whether an alternative was more likely meant. */
function isCloserMatch(a: readonly SchemaError[], b: readonly SchemaError[]): boolean {
  return computeCost(a) < computeCost(b);
}

/** Unknown keys count more than missing ones, these more than values; a `type` of another word most. */
function computeCost(faults: readonly SchemaError[]): number {
  const weights = faults.map(({ why, path }) => {
    if (why === 'key') return path.length === 1 ? 4 : 2;
    if (why === 'missing') return path.length === 0 ? 3 : 1.5;
    return path.length === 1 && path[0] === 'type' ? 6 : 1 + 1 / path.length;
  });
  return weights.reduce((sum, weight) => sum + weight, 0);
}

function prefixPath(key: string | number, faults: readonly SchemaError[]): SchemaError[] {
  return faults.map((fault) => ({ ...fault, path: [key, ...fault.path] }));
}

function isPlainMatch(value: unknown, schema: JsonSchema): boolean {
  const { type, const: constant, enum: choices } = schema;
  if (constant !== undefined && value !== constant) return false;
  if (choices && !choices.includes(value)) return false;
  if (type !== undefined && ![type].flat().some((name) => isOfType(value, name))) return false;
  return isInBounds(value, schema);
}

function isInBounds(value: unknown, schema: JsonSchema): boolean {
  const { minimum = -Infinity, maximum = Infinity } = schema;
  if (typeof value === 'number') return value >= minimum && value <= maximum;
  if (typeof value === 'string')
    return isCountInBounds([...value].length, schema.minLength, schema.maxLength);
  if (Array.isArray(value)) return isCountInBounds(value.length, schema.minItems, schema.maxItems);
  if (typeof value === 'object' && value !== null)
    return isCountInBounds(Object.keys(value).length, schema.minProperties);
  return true;
}

const isCountInBounds = (count: number, least = 0, most = Infinity) => count >= least && count <= most;

function isOfType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isRecord(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

function describeExpected(schema: JsonSchema): Pick<SchemaError, 'expected' | 'sorts'> {
  const { type, const: constant, enum: choices, minimum, maximum } = schema;
  if (constant !== undefined) return { expected: [String(constant)], sorts: [] };
  if (choices) return { expected: choices.map(String), sorts: [] };
  const bounds = [minimum !== undefined && `≥ ${minimum}`, maximum !== undefined && `≤ ${maximum}`];
  const boundsText = bounds.filter(Boolean).join(' ');
  const names = [type ?? (boundsText ? 'number' : 'object')].flat();
  return { expected: [], sorts: names.map((name) => (boundsText ? `${name} ${boundsText}` : name)) };
}

/** Whether a value as parsed from JSON or YAML is an object, and no list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
