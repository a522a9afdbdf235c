/** How usual a sign is in Chinese. Level 1 of GB 2312 and of Big5 and their punctuation are common. */
type CharacterFrequency = 'common' | 'known' | 'rare';

const weights: Record<CharacterFrequency, number> = { common: 1, known: 0.5, rare: 0 };

/** Simplified or traditional characters. */
type Script = 'simplified' | 'traditional';

/** How much of the signs beyond ASCII is everyday Chinese, from 0 to 1; 1 without any. */
export function computeChineseShare(text: string, script: Script): number {
  const table = getCharacterFrequencies(script);
  let [all, sum] = [0, 0];
  for (const sign of text) {
    if (sign < '\x80') continue;
    all++;
    sum += weights[table.get(sign) ?? 'rare'];
  }
  return all === 0 ? 1 : sum / all;
}

/** Share of common characters above which a text is taken for Chinese; a text in a wrong encoding has about a third. */
const chineseThreshold = 0.7;

export function isChinese(text: string, script: Script): boolean {
  return computeChineseShare(text, script) >= chineseThreshold;
}

/** Part of a table of two bytes, by the first of them. */
type Range = readonly [first: number, last: number, standing: CharacterFrequency];

/** Rows of GB 2312: 1–9 signs and other letters, 16–55 level 1, 56–87 level 2. Kana, Greek and Cyrillic (4–7) do not count. */
const simplified: readonly Range[] = [
  [0xa1, 0xa1, 'common'],
  [0xa3, 0xa3, 'common'],
  [0xb0, 0xd7, 'common'],
  [0xd8, 0xf7, 'known'],
];
/** Big5: signs, 5401 characters that are used often, and the others. */
const traditional: readonly Range[] = [
  [0xa1, 0xa3, 'common'],
  [0xa4, 0xc6, 'common'],
  [0xc9, 0xf9, 'known'],
];

const frequencies: Partial<Record<Script, ReadonlyMap<string, CharacterFrequency>>> = {};

/** The characters that Node's own decoders know; all others are rare. */
function getCharacterFrequencies(script: Script): ReadonlyMap<string, CharacterFrequency> {
  frequencies[script] ??=
    script === 'simplified'
      ? buildCharacterFrequencies('gb18030', simplified, 0xa1)
      : buildCharacterFrequencies('big5', traditional, 0x40);
  return frequencies[script];
}

function buildCharacterFrequencies(
  encoding: string,
  ranges: readonly Range[],
  firstTrail: number,
): ReadonlyMap<string, CharacterFrequency> {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, CharacterFrequency>();
  for (const [first, last, standing] of ranges) {
    for (let lead = first; lead <= last; lead++) {
      for (let trail = firstTrail; trail <= 0xfe; trail++) {
        const sign = decoder.decode(Uint8Array.of(lead, trail));
        if (sign.length === 1 && sign !== '\uFFFD') table.set(sign, standing);
      }
    }
  }
  return table;
}
