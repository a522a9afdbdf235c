/** Parquet files with something wrong in their pages, their footer, or in what the footer says. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { writeNumber, writeVarint } from '../../source/parquet/footer.sample.ts';
import { type Next, pick, testSeeds } from './course-fault.ts';

const columns = [
  "range as id, 'u' || (range % 7) as user_id, range / 3.0 as score",
  "['SEM', null, 'feed'][1 + (range % 3)::int] as channel, timestamp '2026-03-02' + interval (range) minute as at",
  "[range, null, 3] as list, {a: range, b: 'x' || range} as part, (range * 1.5)::decimal(18, 4) as amount",
  "repeat('文字' || range, 20) as text, range % 2 = 0 as flag, (range % 9)::utinyint as small, uuid() as key",
];

const sound = await writeSoundFiles();

async function writeSoundFiles(): Promise<Buffer[]> {
  const folder = await mkdtemp(join(tmpdir(), 'fupan-fuzz-'));
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  const files: Buffer[] = [];
  const path = join(folder, 'a.parquet');
  for (const codec of ['uncompressed', 'snappy', 'gzip', 'zstd', 'lz4_raw', 'brotli']) {
    for (const [at, select] of columns.entries()) {
      // The keys of the last are not the same each time.
      const own = select.replace('uuid()', 'md5(range::varchar)::uuid');
      const version = at % 2 === 0 ? 'V1' : 'V2';
      await connection.run(
        `copy (select ${own} from range(5000)) to '${path}' (format parquet, compression ${codec}, row_group_size 2048, parquet_version '${version}')`,
      );
      files.push(await readFile(path));
    }
  }
  connection.closeSync();
  await rm(folder, { recursive: true });
  return files;
}

const getFooterStart = (file: Buffer) => Math.max(8, file.length - 8 - file.readUInt32LE(file.length - 8));

/** Somewhere in the footer, or in the pages: in their heads more often than between. */
function drawPlace(next: Next, file: Buffer): number {
  const begin = getFooterStart(file);
  const where = next(3);
  if (where === 0) return begin + next(file.length - begin);
  return where === 1 ? 4 + next(Math.min(60, begin)) : 4 + next(begin - 4);
}

type Damage = (next: Next, file: Buffer) => Buffer;

const damages: Damage[] = [
  function flipBits(next, file) {
    if (file.length < 20) return file;
    for (let n = 1 + next(4); n > 0; n--) {
      const at = drawPlace(next, file);
      file[at] = file[at]! ^ (1 << next(8));
    }
    return file;
  },
  function cutOff(next, file) {
    return next(2) === 0 ? file.subarray(0, next(file.length)) : file.subarray(next(file.length));
  },
  function changeFooterLength(next, file) {
    const length = pick(next, [0, 1, 2 ** 31, 2 ** 32 - 1, file.length, next(file.length)]);
    file.writeUInt32LE(length, file.length - 8);
    return file;
  },
  // A number of the footer in the room of another: a codec, a count, an offset.
  function putNumber(next, file) {
    const begin = getFooterStart(file);
    const at = begin + next(file.length - 8 - begin);
    const huge = pick(next, [2n ** 31n - 1n, 2n ** 40n, 2n ** 62n, -1n, 0n, BigInt(next(9))]);
    const bytes = next(2) === 0 ? writeNumber(huge) : writeVarint(BigInt.asUintN(64, huge));
    return spliceFooter(file, at, next(2) === 0 ? bytes.length : 1 + next(3), Buffer.from(bytes));
  },
  function fillRange(next, file) {
    const at = drawPlace(next, file);
    return file.fill(pick(next, [0, 0xff, 0x55]), at, Math.min(file.length, at + 1 + next(200)));
  },
  function movePages(next, file) {
    const begin = getFooterStart(file);
    const [from, to] = [4 + next(begin - 4), 4 + next(begin - 4)];
    file.copy(file, to, from, Math.min(begin, from + next(500), from + begin - to));
    return file;
  },
  // Page heads say how much a page unpacks to, and how many values it has.
  function enlargePage(next, file) {
    const huge = Buffer.from(writeNumber(pick(next, [2 ** 31 - 1, 2 ** 30, 1e6, -1])));
    huge.copy(file, 4 + next(30));
    return file;
  },
];

/** Bytes in the room of others, with the length behind the footer as it must be. */
function spliceFooter(file: Buffer, at: number, remove: number, insert: Buffer): Buffer {
  const begin = getFooterStart(file);
  const end = file.length - 8;
  const footer = Buffer.concat([
    file.subarray(begin, at),
    insert,
    file.subarray(Math.min(end, at + remove), end),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(footer.length);
  return Buffer.concat([file.subarray(0, begin), footer, length, file.subarray(file.length - 4)]);
}

testSeeds('mutated Parquet files are refused with their place, or read', 400, (next) => {
  const file = Buffer.from(pick(next, sound));
  const damaged = pick(next, damages)(next, file);
  return {
    'data/r/more.parquet': next(4) === 0 ? damages[0]!(next, Buffer.from(damaged)) : damaged,
    'data/r/metrics.yaml':
      '行数: { metric: count, from: more }\n访问量: { metric: sum, from: visits, with: { column: visits }, by: week, unit: 次 }\n',
  };
});
