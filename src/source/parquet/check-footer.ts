import { open } from 'node:fs/promises';
import type { Problem } from '../../base/problem.ts';
import type { DataFile } from '../data-files.ts';
import { assertWithin, FooterFault, throwDamage, throwEncrypted } from './footer-fault.ts';
import { type ParquetSummary, parseFooter } from './parse-footer.ts';
import { ThriftError } from './thrift-reader.ts';

type FileHandle = Awaited<ReturnType<typeof open>>;

/** At both ends of a file; `PARE` where the footer is encrypted. */
const mark = 'PAR1';

/** Behind the footer: its length, and the mark. */
const tailLength = 8;

/**
 * Looks at the footer of a Parquet file before the engine opens it: which codecs it needs, how much it says there is, and
 * whether that lies in the file. Gives the problem of one that is not to be opened. Throws when the file cannot be read.
 */
export async function checkFooter({
  file,
  absolute,
}: Pick<DataFile, 'file' | 'absolute'>): Promise<ParquetSummary | Problem> {
  const handle = await open(absolute);
  try {
    return await readFooter(handle);
  } catch (error) {
    if (error instanceof FooterFault) return error.at({ file });
    throw error;
  } finally {
    await handle.close();
  }
}

async function readFooter(handle: FileHandle): Promise<ParquetSummary> {
  const { size } = await handle.stat();
  if (size < mark.length + tailLength) throwDamage('ends');
  const head = await readBytes(handle, 0, mark.length);
  const tail = await readBytes(handle, size - tailLength, tailLength);
  const [first, last] = [head.toString('latin1'), tail.toString('latin1', mark.length)];
  if (last === 'PARE') throwEncrypted();
  if (first !== mark || last !== mark) throwDamage('ends');
  const length = tail.readUInt32LE(0);
  const begin = size - tailLength - length;
  if (begin < mark.length) throwDamage('ends');
  assertWithin('footer', length);
  try {
    return parseFooter(await readBytes(handle, begin, length), begin);
  } catch (error) {
    if (error instanceof ThriftError) throwDamage('footer');
    throw error;
  }
}

/** A file that became shorter meanwhile ends in zeros, which no check lets pass. */
async function readBytes(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  await handle.read(bytes, 0, length, at);
  return bytes;
}
