import { assertCodecAllowed, assertWithin, throwDamage, throwEncrypted } from './footer-fault.ts';
import { collectLeaves, type Leaf, readSchemaElement, type SchemaElement } from './footer-schema.ts';
import { ThriftReader, takeNumber } from './thrift-reader.ts';

export interface ParquetSummary {
  rows: number;
  columns: number;
  /** Cells of all columns, those in lists included. */
  values: number;
}

/** A column of a row group. */
interface Chunk {
  type: number;
  codec: number;
  values: number;
  packed: number;
  unpacked: number;
  data: number;
  dictionary: number;
}

interface RowGroup {
  rows: number;
  chunks: Chunk[];
}

interface Totals {
  rows: number;
  values: number;
  packed: number;
  unpacked: number;
  rowGroups: number;
}

/**
 * Reads the footer of a Parquet file as far as it says what the engine will do with the rest, and throws a FooterFault where
 * that is more or other than it should be. `end`: where the footer begins, and the pages must end.
 */
export function parseFooter(bytes: Uint8Array, end: number): ParquetSummary {
  const elements: SchemaElement[] = [];
  let leaves: Leaf[] = [];
  const told = { rows: 0 };
  const totals: Totals = { rows: 0, values: 0, packed: 0, unpacked: 0, rowGroups: 0 };
  new ThriftReader(bytes).readStruct({
    2: [
      'list',
      (reader) =>
        reader.readList('struct', () => {
          elements.push(readSchemaElement(reader));
          assertWithin('columns', elements.length);
        }),
    ],
    3: takeNumber('int64', told, 'rows'),
    4: [
      'list',
      (reader) => {
        // The schema stands before the row groups, and each group is looked at and forgotten.
        leaves = collectLeaves(elements);
        reader.readList('struct', () => addRowGroup(totals, readRowGroup(reader, leaves), { leaves, end }));
      },
    ],
    8: ['struct', throwEncrypted],
  });
  if (leaves.length === 0) throwDamage('schema');
  if (told.rows !== totals.rows) throwDamage('rows');
  return { rows: told.rows, columns: leaves.length, values: totals.values };
}

function addRowGroup(
  totals: Totals,
  group: RowGroup,
  { leaves, end }: { leaves: Leaf[]; end: number },
): void {
  if (group.chunks.length !== leaves.length) throwDamage('schema');
  if (group.rows < 0) throwDamage('rows');
  totals.rows += group.rows;
  totals.rowGroups++;
  assertWithin('rowGroups', totals.rowGroups);
  for (const [at, chunk] of group.chunks.entries()) {
    checkChunk(chunk, leaves[at]!, group.rows, end);
    totals.values += chunk.values;
    totals.packed += chunk.packed;
    totals.unpacked += chunk.unpacked;
  }
  assertWithin('values', totals.values);
  assertWithin('unpacked', totals.unpacked);
  // The same pages told of many times are a small file with much in it.
  if (totals.packed > end) throwDamage('pages');
}

function checkChunk(chunk: Chunk, leaf: Leaf, rows: number, end: number): void {
  const { values, packed, unpacked, data, dictionary } = chunk;
  if (chunk.type !== leaf.type) throwDamage('schema');
  assertCodecAllowed(chunk.codec, leaf.name);
  // Of a list there may be more, and none of an empty one is still one.
  if (leaf.isRepeated ? values < 0 : values !== rows) throwDamage('rows');
  if (Math.min(packed, unpacked, data, dictionary) < 0) throwDamage('pages');
  const start = dictionary > 0 ? Math.min(dictionary, data) : data;
  if (start + packed > end || (values > 0 && (start < 4 || packed === 0))) throwDamage('pages');
}

function readRowGroup(reader: ThriftReader, leaves: readonly Leaf[]): RowGroup {
  const group: RowGroup = { rows: -1, chunks: [] };
  reader.readStruct({
    1: [
      'list',
      () =>
        reader.readList('struct', () => {
          if (group.chunks.length === leaves.length) throwDamage('schema');
          group.chunks.push(readChunk(reader));
        }),
    ],
    3: takeNumber('int64', group, 'rows'),
  });
  return group;
}

function readChunk(reader: ThriftReader): Chunk {
  const chunk: Chunk = { type: -1, codec: -1, values: -1, packed: -1, unpacked: -1, data: -1, dictionary: 0 };
  reader.readStruct({
    1: ['text', () => reader.readText() === '' || throwDamage('elsewhere')],
    3: ['struct', () => readChunkData(reader, chunk)],
    8: ['struct', throwEncrypted],
    9: ['text', throwEncrypted],
  });
  return chunk;
}

function readChunkData(reader: ThriftReader, chunk: Chunk): void {
  reader.readStruct({
    1: takeNumber('int32', chunk, 'type'),
    4: takeNumber('int32', chunk, 'codec'),
    5: takeNumber('int64', chunk, 'values'),
    6: takeNumber('int64', chunk, 'unpacked'),
    7: takeNumber('int64', chunk, 'packed'),
    9: takeNumber('int64', chunk, 'data'),
    11: takeNumber('int64', chunk, 'dictionary'),
  });
}
