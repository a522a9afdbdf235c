import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseAdvances } from '../../charts/draw/truetype.ts';
import type { FaceCoverage, TextFace } from './character-faces.ts';
import { FontCoverage, readFontSpans, renameFamily } from './font-tables.ts';

/** By the names the compiler knows them under (see `renameFamily`); `typst/style.typ` says the same. */
export const families = {
  /** 宋, for text. */
  song: 'Fupan Song SC',
  /** 黑, for heads and charts. */
  hei: 'Fupan Hei SC',
  /** Latin italics, in the design of Song's own Latin. */
  italic: 'Fupan Serif It',
  code: 'Fupan Code Mono',
  formula: 'Fupan Formula',
  /** Black and white. */
  emoji: 'Fupan Moji',
} as const;

/** Letters of an emoji, in em, and how wide one then is; `typst/style.typ` says the same. */
export const emojiSize = 0.9;
export const emojiWidth = 1.27 * emojiSize;

interface Face {
  file: string;
  /** As the file names itself; as long as the name in `families`. */
  family: string;
  as: string;
  /** Shows what authors write; all weights of one show the same. What these lack is a missing glyph. */
  text?: TextFace;
}

const song = { family: 'Noto Serif SC', as: families.song, text: 'song' } as const;
const hei = { family: 'Noto Sans SC', as: families.hei, text: 'hei' } as const;
const italic = { family: 'Source Serif 4', as: families.italic };
const code = { family: 'Source Code Pro', as: families.code };
const formula = { family: 'STIX Two Math', as: families.formula };
const emoji = { family: 'Noto Emoji', as: families.emoji, text: 'emoji' } as const;

const faces: Face[] = [
  { file: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf', ...song },
  { file: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf', ...song },
  { file: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf', ...hei },
  { file: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf', ...hei },
  {
    file: '@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
    ...italic,
  },
  { file: '@expo-google-fonts/source-code-pro/400Regular/SourceCodePro_400Regular.ttf', ...code },
  { file: '@expo-google-fonts/stix-two-math/400Regular/STIXTwoMath_400Regular.ttf', ...formula },
  { file: '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf', ...emoji },
];

interface Fonts {
  blobs: Buffer[];
  coverage: FaceCoverage;
}

let loaded: Fonts | undefined;

/** The bundled fonts; read once a process (some 50 MB). */
export function loadFonts(): Fonts {
  if (loaded) return loaded;
  const { resolve } = createRequire(import.meta.url);
  const coverage = { hei: new FontCoverage(), song: new FontCoverage(), emoji: new FontCoverage() };
  const blobs = faces.map((face) => {
    const font = readFileSync(resolve(face.file));
    if (face.text) coverage[face.text].add(readFontSpans(font));
    return renameFamily(font, face.family, face.as);
  });
  loaded = { blobs, coverage };
  return loaded;
}

/** The width of a text in 黑, in em. */
export function measureHei(text: string): number {
  const regular = loadFonts().blobs[faces.findIndex(({ text: face }) => face === 'hei')]!;
  const advances = parseAdvances(regular, text);
  return [...text].reduce((sum, character) => sum + (advances[character] ?? 1), 0);
}
