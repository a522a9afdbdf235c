/** How usual a Chinese sign is. Level 1 of GB 2312 (3755 characters in order of sound) and its signs are common. */
export type CharacterFrequency = 'common' | 'known' | 'rare';

let frequencies: ReadonlyMap<string, CharacterFrequency> | undefined;

/** The signs and characters of GB 2312, which Node's own decoder knows; all others are rare. */
export function getCharacterFrequencies(): ReadonlyMap<string, CharacterFrequency> {
  frequencies ??= buildCharacterFrequencies();
  return frequencies;
}

/** Rows of GB 2312: 1–9 signs and other letters, 16–55 level 1, 56–87 level 2. Kana, Greek and Cyrillic (4–7) do not count. */
const ranges: readonly (readonly [first: number, last: number, standing: CharacterFrequency])[] = [
  [1, 1, 'common'],
  [3, 3, 'common'],
  [16, 55, 'common'],
  [56, 87, 'known'],
];

function buildCharacterFrequencies(): ReadonlyMap<string, CharacterFrequency> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, CharacterFrequency>();
  for (const [first, last, standing] of ranges) {
    for (let row = first; row <= last; row++) {
      for (let cell = 1; cell <= 94; cell++) {
        const sign = decoder.decode(Uint8Array.of(0xa0 + row, 0xa0 + cell));
        table.set(sign, standing);
      }
    }
  }
  return table;
}
