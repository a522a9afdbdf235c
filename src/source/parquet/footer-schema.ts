import { assertWithin, throwDamage } from './footer-fault.ts';
import { type ThriftReader, takeNumber } from './thrift-reader.ts';

/** A column, or what holds columns. */
export interface SchemaElement {
  name: string;
  /** Undefined of what holds columns. */
  type: number | undefined;
  repetition: number;
  children: number;
}

/** A column that has pages. */
export interface Leaf {
  name: string;
  type: number;
  /** Stands in a list, and has more or fewer values than there are rows. */
  isRepeated: boolean;
}

/** How often an element stands in its row: 2 for any number of times. */
const repeated = 2;

/** Physical types are numbered from 0 to this. */
const lastType = 7;

export function readSchemaElement(reader: ThriftReader): SchemaElement {
  const element: SchemaElement = { name: '', type: undefined, repetition: 0, children: 0 };
  reader.readStruct({
    1: takeNumber('int32', element, 'type'),
    3: takeNumber('int32', element, 'repetition'),
    4: [
      'text',
      () => {
        element.name = reader.readText();
        // SQL ends at a NUL, and could not name the column.
        if (element.name.includes('\0')) throwDamage('schema');
      },
    ],
    5: takeNumber('int32', element, 'children'),
  });
  return element;
}

/** The elements are a tree written from its root: each is followed by as many as it holds. */
export function collectLeaves(elements: readonly SchemaElement[]): Leaf[] {
  const leaves: Leaf[] = [];
  /** Of the elements that are open: how many are still to come, and whether they are repeated. */
  const open = [{ left: 1, isRepeated: false }];
  for (const [at, { name, type, repetition, children }] of elements.entries()) {
    while (open.at(-1)?.left === 0) open.pop();
    const holder = open.at(-1) ?? throwDamage('schema');
    holder.left--;
    const isRepeated = holder.isRepeated || (at > 0 && repetition === repeated);
    if (children > 0 && type === undefined) open.push({ left: children, isRepeated });
    else if (children === 0 && type !== undefined && type >= 0 && type <= lastType)
      leaves.push({ name, type, isRepeated });
    else throwDamage('schema');
    assertWithin('levels', open.length);
  }
  if (open.some(({ left }) => left > 0)) throwDamage('schema');
  return leaves;
}
