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

const { resolve } = createRequire(import.meta.url);

const readFace = ({ file }: Face): Buffer => readFileSync(resolve(file));

/** The bundled fonts as the compiler is given them (some 50 MB): it keeps its own copy. */
export function readFonts(): Buffer[] {
  return faces.map((face) => renameFamily(readFace(face), face.family, face.as));
}

let coverage: FaceCoverage | undefined;

/** What the faces can show; read once a process, from one weight of each. */
export function loadCoverage(): FaceCoverage {
  coverage ??= { hei: readCoverage('hei'), song: readCoverage('song'), emoji: readCoverage('emoji') };
  return coverage;
}

const findFace = (text: TextFace): Face => faces.find((face) => face.text === text)!;

function readCoverage(text: TextFace): FontCoverage {
  const shown = new FontCoverage();
  shown.add(readFontSpans(readFace(findFace(text))));
  return shown;
}

let regular: Buffer | undefined;

/** The width of a text in 黑, in em. The font is kept: who measures one label measures more. */
export function measureHei(text: string): number {
  regular ??= readFace(findFace('hei'));
  const advances = parseAdvances(regular, text);
  return [...text].reduce((sum, character) => sum + (advances[character] ?? 1), 0);
}
