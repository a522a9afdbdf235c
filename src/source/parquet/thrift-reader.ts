/** Types of Thrift's compact protocol as a field or an element of a list names them; 1 and 2 are true and false. */
const thriftTypes = { int32: 5, int64: 6, text: 8, list: 9, struct: 12 } as const;

type ThriftType = keyof typeof thriftTypes;

/** What is read of a structure, by the number of the field; all other fields are passed over. */
export type ThriftFields = Record<number, ThriftField>;

type ThriftField = readonly [type: ThriftType, read: (reader: ThriftReader) => void];

/** A field whose number becomes the property `key` of `target`. */
export function takeNumber<K extends string>(
  type: 'int32' | 'int64',
  target: Partial<Record<K, number>>,
  key: K,
): ThriftField {
  return [
    type,
    (reader) => {
      target[key] = type === 'int32' ? reader.readInt32() : reader.readInt64();
    },
  ];
}

/** Bytes that are not what a writer of Thrift writes. */
export class ThriftError extends Error {}

/** Structures in structures; the footer of a Parquet file has seven. */
const mostLevels = 24;

/**
 * Reads Thrift's compact protocol strictly. Lenient readers differ: of a field that is written twice, or of a number
 * that is too long for its type, each takes something else, and what was checked would not be what is used.
 */
export class ThriftReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  #level = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Fields must stand in order of number, as writers write them: then none stands there twice. */
  readStruct(fields: ThriftFields): void {
    this.#enter();
    let last = 0;
    for (;;) {
      const head = this.#readByte();
      if (head === 0) break;
      const step = head >> 4;
      const id = step === 0 ? this.#readSigned(15) : last + step;
      if (id <= last) throw new ThriftError('order of fields');
      last = id;
      const type = head & 15;
      const field = fields[id];
      if (!field) this.#skip(type, false);
      else if (type !== thriftTypes[field[0]]) throw new ThriftError(`type of field ${id}`);
      else field[1](this);
    }
    this.#level--;
  }

  readInt32(): number {
    return this.#readSigned(31);
  }

  /** Within 2⁵²: no size and no count in a file is beyond. */
  readInt64(): number {
    return this.#readSigned(52);
  }

  readText(): string {
    return new TextDecoder().decode(this.#takeBytes());
  }

  /** Calls `read` for each element. */
  readList(type: ThriftType, read: () => void): void {
    const head = this.#readListHead();
    if (head.count > 0 && head.type !== thriftTypes[type]) throw new ThriftError('type of a list');
    for (let n = 0; n < head.count; n++) read();
  }

  #enter(): void {
    if (++this.#level > mostLevels) throw new ThriftError('levels');
  }

  #readByte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new ThriftError('end');
    return byte;
  }

  /** Up to 2⁵³: numbers beyond are exact in no JavaScript number, and stand nowhere in a sound file. */
  #readVarint(): number {
    let value = 0;
    for (let weight = 1; weight < 2 ** 53; weight *= 128) {
      const byte = this.#readByte();
      value += (byte & 127) * weight;
      if (value >= 2 ** 53) break;
      if (byte < 128) return value;
    }
    throw new ThriftError('number');
  }

  /** A number of at most `bits` bits and a sign, in zigzag. */
  #readSigned(bits: number): number {
    const raw = this.#readVarint();
    if (raw >= 2 ** (bits + 1)) throw new ThriftError('number');
    return raw % 2 === 1 ? -(raw + 1) / 2 : raw / 2;
  }

  /** A length, which is never more than the bytes that are left. */
  #readLength(): number {
    const length = this.#readVarint();
    if (length > this.#bytes.length - this.#at) throw new ThriftError('length');
    return length;
  }

  #takeBytes(): Uint8Array {
    const length = this.#readLength();
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** Every element takes a byte at least, so that no list is longer than what is left. */
  #readListHead(): { type: number; count: number } {
    const head = this.#readByte();
    const count = head >> 4 === 15 ? this.#readLength() : head >> 4;
    return { type: head & 15, count };
  }

  /** `inList`: a truth value is a byte there, and in the head of its field elsewhere. */
  #skip(type: number, inList: boolean): void {
    if (type === 1 || type === 2) this.#at += inList ? 1 : 0;
    else if (type === 3) this.#at++;
    else if (type >= 4 && type <= 6) this.#skipNumber();
    else if (type === 7) this.#at += 8;
    else if (type === 8) this.#takeBytes();
    else if (type === 9 || type === 10) this.#skipList();
    else if (type === 12) this.readStruct({});
    else throw new ThriftError(`type ${type}`);
  }

  /** A number of any size, in ten bytes at most. */
  #skipNumber(): void {
    for (let n = 0; n < 10; n++) if (this.#readByte() < 128) return;
    throw new ThriftError('number');
  }

  #skipList(): void {
    this.#enter();
    const { type, count } = this.#readListHead();
    for (let n = 0; n < count; n++) this.#skip(type, true);
    this.#level--;
  }
}
