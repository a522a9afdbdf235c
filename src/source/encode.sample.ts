/** Texts in other encodings, for tests. Node decodes GB18030 but does not write it: the table is its decoder turned round. */
export function encodeText(text: string, encoding: string): Uint8Array<ArrayBuffer> {
  if (encoding === 'utf-8') return Uint8Array.from(Buffer.from(text, 'utf8'));
  if (encoding === 'utf-16le') return Uint8Array.from(Buffer.from(text, 'utf16le'));
  if (encoding === 'utf-16be') return Uint8Array.from(Buffer.from(text, 'utf16le').swap16());
  return Uint8Array.from([...text].flatMap(gbkBytes));
}

let table: Map<string, number[]> | undefined;

function gbkBytes(sign: string): number[] {
  if (sign < '\x80') return [sign.charCodeAt(0)];
  if (sign === '\uFEFF') return [0x84, 0x31, 0x95, 0x33];
  table ??= gbkTable();
  const bytes = table.get(sign);
  if (!bytes) throw new Error(`“${sign}” has no two bytes in GBK`);
  return bytes;
}

function gbkTable(): Map<string, number[]> {
  const decoder = new TextDecoder('gbk');
  const found = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const sign = decoder.decode(Uint8Array.of(lead, trail));
      if (!sign.includes('\uFFFD') && !found.has(sign)) found.set(sign, [lead, trail]);
    }
  }
  return found;
}
