/** The fenced examples of the author's guide, as its readers would copy them. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { packageDir } from '../cli/workspace/work-folders.ts';

export interface GuideExample {
  /** `guide-data.mdx:31` */
  at: string;
  language: string;
  /** What stands after the language: a file name, or `wrong`. */
  meta: string;
  text: string;
}

const folder = join(packageDir, 'content/pages');

export async function readGuidePages(): Promise<{ file: string; text: string }[]> {
  const files = (await readdir(folder)).filter((name) => /^guide(-.*)?\.mdx$/.test(name)).sort();
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(join(folder, file), 'utf8') })));
}

export async function readGuideExamples(): Promise<GuideExample[]> {
  return (await readGuidePages()).flatMap(({ file, text }) =>
    [...text.matchAll(/^```(\S*)[ ]?(.*)\n([\s\S]*?)^```$/gm)].map((match) => {
      const [, language = '', meta = '', inside = ''] = match;
      const line = text.slice(0, match.index).split('\n').length;
      return { at: `${file}:${line}`, language, meta, text: inside };
    }),
  );
}

/** The file that an example in YAML names in its first line: `# metrics.yaml`. */
export const getYamlFile = ({ text }: GuideExample): string => /^# (\S+)\n/.exec(text)?.[1] ?? '';

/** The YAML examples of one file put together; two that say different things of one name are refused. */
export function mergeYamlExamples(examples: readonly GuideExample[], file: string): Record<string, unknown> {
  const whole: Record<string, unknown> = {};
  for (const example of examples.filter((one) => one.language === 'yaml' && getYamlFile(one) === file)) {
    for (const [name, given] of Object.entries(parse(example.text) as Record<string, unknown>)) {
      if (name in whole && stringify(whole[name]) !== stringify(given)) {
        throw new Error(`${example.at}: ${name} is another one than before`);
      }
      whole[name] = given;
    }
  }
  return whole;
}
