import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { renameFamily } from './font-family.ts';
import { Coverage, fontSpans } from './glyphs.ts';

/** 宋 for text and 黑 for heads, by the names the compiler knows them under (see `font-family.ts`). */
export const families = { song: 'Fupan Song SC', hei: 'Fupan Hei SC' } as const;

interface Face {
  file: string;
  /** As the file names itself; as long as the name in `families`. */
  family: string;
  as: string;
}

const song = { family: 'Noto Serif SC', as: families.song };
const hei = { family: 'Noto Sans SC', as: families.hei };

const faces: Face[] = [
  { file: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf', ...song },
  { file: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf', ...song },
  { file: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf', ...hei },
  { file: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf', ...hei },
];

export interface Fonts {
  blobs: Buffer[];
  /** Characters that the text faces can show. */
  coverage: Coverage;
}

let loaded: Fonts | undefined;

/** The bundled fonts; read once a process (some 50 MB). */
export function loadFonts(): Fonts {
  if (loaded) return loaded;
  const { resolve } = createRequire(import.meta.url);
  const coverage = new Coverage();
  const blobs = faces.map((face) => {
    const font = readFileSync(resolve(face.file));
    coverage.add(fontSpans(font));
    return renameFamily(font, face.family, face.as);
  });
  loaded = { blobs, coverage };
  return loaded;
}
