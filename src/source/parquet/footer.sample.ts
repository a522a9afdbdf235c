/** For tests: writes Thrift's compact protocol, also as no writer would. */
export type Field = [id: number, type: number, bytes: number[]];

export function writeVarint(value: number | bigint): number[] {
  const bytes: number[] = [];
  let rest = BigInt(value);
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return [...bytes, Number(rest)];
}

export const writeNumber = (value: number | bigint) =>
  writeVarint(value < 0 ? -2n * BigInt(value) - 1n : 2n * BigInt(value));

export function writeText(text: string): number[] {
  const bytes = [...Buffer.from(text)];
  return [...writeVarint(bytes.length), ...bytes];
}

/** Fields by their number in full, so that they may come in any order. */
export const writeStruct = (fields: Field[]) => [
  ...fields.flatMap(([id, type, bytes]) => [type, ...writeNumber(id), ...bytes]),
  0,
];

export const writeList = (type: number, items: number[][], count = items.length) => [
  0xf0 | type,
  ...writeVarint(count),
  ...items.flat(),
];

/** What a sample file says of itself; each list of fields takes the place of the usual one. */
interface Footer {
  schema?: number[][];
  chunk?: Field[];
  chunkFields?: Field[];
  chunks?: number;
  groups?: number;
  rows?: number;
  extra?: Field[];
}

export const root: Field[] = [
  [4, 8, writeText('root')],
  [5, 5, writeNumber(1)],
];

export const column: Field[] = [
  [1, 5, writeNumber(2)],
  [3, 5, writeNumber(0)],
  [4, 8, writeText('id')],
];

/** Of one column of ten numbers in 80 bytes. */
export const usualChunk: Field[] = [
  [1, 5, writeNumber(2)],
  [4, 5, writeNumber(1)],
  [5, 6, writeNumber(10)],
  [6, 6, writeNumber(100)],
  [7, 6, writeNumber(80)],
  [9, 6, writeNumber(4)],
];

export function replaceField(fields: Field[], id: number, value: number | bigint): Field[] {
  return fields.map((field) => (field[0] === id ? [id, field[1], writeNumber(value)] : field));
}

/** A Parquet file whose footer is as told, and whose pages are zeros. */
export function buildFile(footer: Footer | number[], pages = 100): Buffer {
  const bytes = Buffer.from(Array.isArray(footer) ? footer : writeFooter(footer));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  const mark = Buffer.from('PAR1');
  return Buffer.concat([mark, Buffer.alloc(pages - mark.length), bytes, length, mark]);
}

function writeFooter({ schema, chunk = usualChunk, chunkFields = [], ...given }: Footer): number[] {
  const { chunks = 1, groups = 1, rows = 10, extra = [] } = given;
  const one = writeStruct([...chunkFields, [3, 12, writeStruct(chunk)]]);
  const group = writeStruct([
    [1, 9, writeList(12, Array(chunks).fill(one))],
    [3, 6, writeNumber(rows)],
  ]);
  return writeStruct([
    [1, 5, writeNumber(2)],
    [2, 9, writeList(12, schema ?? [root, column].map(writeStruct))],
    [3, 6, writeNumber(rows * groups)],
    [4, 9, writeList(12, Array(groups).fill(group))],
    ...extra,
  ]);
}
