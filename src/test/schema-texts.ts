/** Fills what a schema describes: every text field, so that one that is added is filled too. */
import type { z } from 'zod';

interface Filling {
  /** By path (`mentors[].name`): what must be something sound; undefined leaves a key out. */
  given: Record<string, unknown>;
  /** A text for the field at a path. */
  write: (path: string) => string;
  /** Also in fields that are no free text: choices, numbers, days, switches. */
  everywhere?: boolean;
}

/** The parts of a schema that tell what it is made of. */
interface Definition {
  type: string;
  innerType?: z.ZodType;
  in?: z.ZodType;
  element?: z.ZodType;
  valueType?: z.ZodType;
  options?: z.ZodType[];
}

const getDefinition = (schema: z.ZodType): Definition => schema.def as unknown as Definition;

/** A value for the schema: in an object all keys, in a list and a map one item for each sort that may stand there. */
export function fillSchema(schema: z.ZodType, filling: Filling, path = ''): unknown {
  if (Object.hasOwn(filling.given, path)) return filling.given[path];
  const definition = getDefinition(schema);
  const inner = definition.innerType ?? definition.in;
  if (inner) return fillSchema(inner, filling, path);
  switch (definition.type) {
    case 'object':
      return fillObject(schema as z.ZodObject, filling, path);
    case 'array':
      return listSorts(definition.element!).map((one) => fillSchema(one, filling, `${path}[]`));
    case 'record': {
      const sorts = listSorts(definition.valueType!);
      return Object.fromEntries(
        sorts.map((one) => [filling.write(`${path}{key}`), fillSchema(one, filling, `${path}{}`)]),
      );
    }
    case 'union':
      return fillSchema(definition.options![0]!, filling, path);
    case 'string':
      return filling.write(path);
    default:
      return filling.everywhere ? filling.write(path) : undefined;
  }
}

function fillObject(schema: z.ZodObject, filling: Filling, path: string): Record<string, unknown> {
  const entries = Object.entries(schema.shape).map(([key, value]) => [
    key,
    fillSchema(value as z.ZodType, filling, path ? `${path}.${key}` : key),
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** Of a union each member, else the schema itself. */
function listSorts(schema: z.ZodType): z.ZodType[] {
  const { type, options } = getDefinition(schema);
  return type === 'union' ? options! : [schema];
}
