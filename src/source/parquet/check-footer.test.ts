import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkFooter } from './check-footer.ts';
import {
  buildFile,
  column,
  type Field,
  replaceField,
  root,
  usualChunk,
  writeList,
  writeNumber,
  writeStruct,
  writeText,
  writeVarint,
} from './footer.sample.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fupan-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function check(bytes: Uint8Array | string): Promise<string> {
  const absolute = join(folder, 'a.parquet');
  await writeFile(absolute, bytes);
  return describeFound(absolute);
}

async function describeFound(absolute: string): Promise<string> {
  const found = await checkFooter({ file: 'data/r/a.parquet', absolute });
  if (!('id' in found)) return `${found.rows} × ${found.columns}, ${found.values}`;
  expect(found.place).toEqual({ file: 'data/r/a.parquet' });
  return `${found.id}: ${found.what.en}`;
}

describe('a file that the engine wrote', () => {
  const rows = "select range as id, 'x' || range as t, [range, 1] as l, {a: 1} as s from range(1000)";
  async function copy(options: string): Promise<string> {
    const absolute = join(folder, 'copied.parquet');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run("set force_mbedtls_unsafe = 'true'");
    await connection.run("pragma add_parquet_key('key', '0123456789112345')");
    await connection.run(`copy (${rows}) to '${absolute}' (format parquet, ${options})`);
    connection.closeSync();
    return describeFound(absolute);
  }

  test.each(['uncompressed', 'snappy', 'gzip', 'zstd', 'lz4_raw'])('is taken in %s', async (codec) => {
    expect(await copy(`compression ${codec}`)).toBe('1000 × 4, 5000');
  });

  test('is refused in Brotli, and encrypted', async () => {
    expect(await copy('compression brotli')).toMatch(
      /^parquet-codec: The column “id” is packed with Brotli, /,
    );
    expect(await copy("encryption_config {footer_key: 'key'}")).toMatch(/^parquet-encrypted/);
  });
});

test('the sample is sound', async () => {
  expect(await check(buildFile({}))).toBe('10 × 1, 10');
  expect(await check(buildFile({ groups: 1, extra: [[9, 8, writeText('unknown')]] }))).toBe('10 × 1, 10');
});

const deep = (levels: number): number[] => (levels === 0 ? [0] : writeStruct([[1, 12, deep(levels - 1)]]));

const group = (name: string, children: number): Field[] => [
  [4, 8, writeText(name)],
  [5, 5, writeNumber(children)],
];

test.each<[string, Uint8Array | string, RegExp]>([
  ['nothing', '', /damaged.* mark/],
  ['a text', 'id,name\n1,2\n', /damaged.* mark/],
  ['the end cut off', buildFile({}).subarray(0, -20), /damaged.* mark/],
  ['the beginning cut off', buildFile({}).subarray(10), /damaged.* mark/],
  [
    'a footer longer than the file',
    buildFile({}).fill(0xff, buildFile({}).length - 8, buildFile({}).length - 4),
    /damaged.* mark/,
  ],
  ['a footer of zeros', buildFile([0, 0, 0]), /damaged.* columns/],
  ['a footer that ends too early', buildFile([0x15]), /damaged.* directory/],
  ['a list of 2³¹ columns', buildFile([0x15, 2, 0x19, 0xfc, ...writeVarint(2 ** 31)]), /damaged.* directory/],
  ['a text of 2⁵⁰ bytes', buildFile({ extra: [[6, 8, writeVarint(2 ** 50)]] }), /damaged.* directory/],
  ['a number of eleven bytes', buildFile({ extra: [[10, 6, Array(11).fill(0x80)]] }), /damaged.* directory/],
  ['thirty levels of structures', buildFile({ extra: [[10, 12, deep(30)]] }), /damaged.* directory/],
  ['a type that does not exist', buildFile({ extra: [[10, 14, []]] }), /damaged.* directory/],
  [
    'a codec told twice',
    buildFile({ chunk: [...usualChunk, [4, 5, writeNumber(4)]] }),
    /damaged.* directory/,
  ],
  [
    'a codec beyond 32 bits',
    buildFile({ chunk: replaceField(usualChunk, 4, 2n ** 32n + 4n) }),
    /damaged.* dir/,
  ],
  ['a codec as a text', buildFile({ chunk: [[4, 8, writeText('x')]] }), /damaged.* directory/],
  ['no codec', buildFile({ chunk: usualChunk.filter(([id]) => id !== 4) }), /parquet-codec/],
  ['a codec nobody knows', buildFile({ chunk: replaceField(usualChunk, 4, 77) }), /packed with codec 77/],
  ['Brotli', buildFile({ chunk: replaceField(usualChunk, 4, 4) }), /packed with Brotli/],
  ['pages behind the end', buildFile({ chunk: replaceField(usualChunk, 9, 90) }), /damaged.* outside/],
  ['pages at 2⁴⁸', buildFile({ chunk: replaceField(usualChunk, 9, 2 ** 48) }), /damaged.* outside/],
  ['pages before the beginning', buildFile({ chunk: replaceField(usualChunk, 9, -4) }), /damaged.* outside/],
  ['a negative size', buildFile({ chunk: replaceField(usualChunk, 7, -80) }), /damaged.* outside/],
  ['a dictionary behind the end', buildFile({ chunk: replaceField(usualChunk, 9, 99) }), /damaged.* outside/],
  ['the same pages twice', buildFile({ groups: 2 }), /damaged.* outside/],
  ['more values than rows', buildFile({ chunk: replaceField(usualChunk, 5, 11) }), /damaged.* rows/],
  ['fewer rows than its groups', buildFile({ rows: -10 }), /damaged.* rows/],
  ['a column without pages', buildFile({ chunks: 0 }), /damaged.* columns/],
  ['pages without a column', buildFile({ chunks: 2 }), /damaged.* columns/],
  ['pages of another type', buildFile({ chunk: replaceField(usualChunk, 1, 6) }), /damaged.* columns/],
  [
    'a holder of columns that never come',
    buildFile({ schema: [writeStruct(group('a', 5))] }),
    /damaged.* columns/,
  ],
  [
    'columns after the last',
    buildFile({ schema: [root, column, column].map(writeStruct) }),
    /damaged.* columns/,
  ],
  [
    'data elsewhere',
    buildFile({ chunkFields: [[1, 8, writeText('/etc/passwd')]] }),
    /damaged.* another file/,
  ],
  ['an encrypted footer', buildFile({ extra: [[8, 12, [0]]] }), /parquet-encrypted/],
  ['too many columns', buildFile({ schema: Array(6000).fill(writeStruct(column)) }), /large.* 5001 columns/],
  [
    'too deep columns',
    buildFile({ schema: [...Array(20).fill(writeStruct(group('a', 1))), writeStruct(column)] }),
    /large.* levels/,
  ],
  [
    'too many row groups',
    buildFile({ chunk: replaceField(replaceField(usualChunk, 7, 0), 5, 0), rows: 0, groups: 100_001 }),
    /large.* 100001 row groups/,
  ],
  [
    'too many cells',
    buildFile({ chunk: replaceField(usualChunk, 5, 6e9), rows: 6e9 }),
    /large.* 6000000000 cells/,
  ],
  ['too much when unpacked', buildFile({ chunk: replaceField(usualChunk, 6, 2 ** 40) }), /large.* unpacked/],
  ['too large a footer', buildFile(Array(16_000_001).fill(0)), /large.* directory/],
])('%s is refused', async (_, bytes, expected) => {
  expect(await check(bytes)).toMatch(expected);
});

test('a footer of the largest size is gone through in little time', async () => {
  const names = writeList(8, Array(4_000_000).fill(writeText('ab')));
  const file = buildFile({ extra: [[10, 9, names]] });
  const begun = process.cpuUsage();
  expect(await check(file)).toBe('10 × 1, 10');
  const { user, system } = process.cpuUsage(begun);
  expect((user + system) / 1e6).toBeLessThan(2);
});
