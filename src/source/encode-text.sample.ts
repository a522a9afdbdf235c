/** Texts in other encodings, for tests. Node decodes GB18030 but does not write it: the table is its decoder turned round. */
export function encodeText(text: string, encoding: string): Uint8Array<ArrayBuffer> {
  if (encoding === 'utf-8') return Uint8Array.from(Buffer.from(text, 'utf8'));
  if (encoding === 'utf-16le') return Uint8Array.from(Buffer.from(text, 'utf16le'));
  if (encoding === 'utf-16be') return Uint8Array.from(Buffer.from(text, 'utf16le').swap16());
  return Uint8Array.from([...text].flatMap(encodeGbkSign));
}

let table: Map<string, number[]> | undefined;

function encodeGbkSign(sign: string): number[] {
  if (sign < '\x80') return [sign.charCodeAt(0)];
  table ??= buildGbkTable();
  const bytes = table.get(sign);
  if (!bytes) throw new Error(`“${sign}” is no sign of the basic plane`);
  return bytes;
}

/** Signs of two bytes (GBK), and those of four that GB18030 adds for the rest of the basic plane. */
function buildGbkTable(): Map<string, number[]> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, number[]>();
  const addSign = (...bytes: number[]) => {
    const sign = decoder.decode(Uint8Array.from([0x20, ...bytes])).slice(1);
    if (sign.length === 1 && sign !== '\uFFFD' && !found.has(sign)) found.set(sign, bytes);
  };
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) addSign(lead, trail);
  for (let lead = 0x81; lead <= 0x84; lead++)
    for (let second = 0x30; second <= 0x39; second++)
      for (let third = 0x81; third <= 0xfe; third++)
        for (let last = 0x30; last <= 0x39; last++) addSign(lead, second, third, last);
  return found;
}
