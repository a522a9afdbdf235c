/** A course in which every text that a team writes is a payload: what is taken for sound in some reports, what is refused in others. */
import { stringify } from 'yaml';
import type { z } from 'zod';
import { courseFile } from '../schema/course-file.ts';
import { chapterFront, pageFront, reportFront } from '../schema/front-matter.ts';
import { writePayloadTags, writePayloadTexts } from './payload-chapters.ts';
import { writeRefusedCharts, writeSoundChart } from './payload-charts.ts';
import {
  writeBibliography,
  writeKnownTables,
  writeMetrics,
  writeOwnTables,
  writeTableNotes,
} from './payload-data.ts';
import { type Payload, PayloadList } from './payloads.ts';
import { fillSchema } from './schema-texts.ts';

type Files = Record<string, string | Uint8Array>;

export interface PayloadCourse {
  files: Files;
  /** `content/course.yaml` with a payload in the place of everything: an error of the course itself. */
  refusedCourse: string;
  payloads: Payload[];
  /** Reports that are published with all their pages; of the others there is a list of problems. */
  sound: string[];
}

const givenFront = {
  period: { from: '2026-03-02', to: '2026-03-15' },
  ...{
    date: undefined,
    dataDate: undefined,
    'corrections[].date': '2026-03-16',
    language: undefined,
    zone: undefined,
    kpis: undefined,
    references: undefined,
    in: undefined,
  },
};
const givenCourse = {
  ...{
    'phases[].from': '2026-03-02',
    'phases[].to': '2026-03-08',
    severities: undefined,
    card: undefined,
    waivers: undefined,
    references: undefined,
    names: 'shown',
  },
  ...{ 'limits.contacts': undefined, 'limits.team': undefined, 'required[].in': undefined },
  ...{ 'required[].kinds': undefined, 'required[].metrics': undefined, 'required[].data': undefined },
  'rubric[].weight': 100,
  url: 'https://course.invalid/2026/',
};

/** Writes front matter: payloads in the free texts, or in everything. */
function writeFront(schema: z.ZodObject, list: PayloadList, everywhere = false): string {
  const where = `front of a ${schema === reportFront ? 'report' : schema === pageFront ? 'page' : 'chapter'}`;
  const write = (path: string) => list.write(`${where}${everywhere ? ', all' : ''}: ${path}`);
  return `---\n${stringify(fillSchema(schema, { given: everywhere ? {} : givenFront, write, everywhere }))}---\n\n`;
}

function writeCourse(list: PayloadList): string {
  const write = (path: string) => list.write(`course.yaml ${path}`);
  const course = fillSchema(courseFile, { given: givenCourse, write }) as {
    glossary: Record<string, string>;
    required: object[];
  };
  course.glossary.t = write('glossary{}');
  course.required.push({ id: 'part', title: write('required[].title') });
  return stringify(course);
}

function writeRefusedCourse(list: PayloadList): string {
  const write = (path: string) => list.write(`course.yaml, all: ${path}`);
  return stringify(fillSchema(courseFile, { given: {}, write, everywhere: true }));
}

/** Files of a report's folder that are images by their names, and pages by what they hold. */
function writeImages(list: PayloadList): Files {
  const [script, use, page] = ['script', 'SVG from outside', 'script'].map((kind) =>
    list.write('image', kind),
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="window.__hit=0">${script}${use}</svg>`;
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  return {
    'a.png': Buffer.from(png, 'base64'),
    'drawing.svg': svg,
    'page.png': `<!doctype html><html><body>${page}</body></html>`,
  };
}

/** A report: its own files, and those of its data, which begin with `data/`. */
function writeReport(
  name: string,
  list: PayloadList,
  files: Files,
  front = writeFront(reportFront, list),
): Files {
  const moved = Object.entries(files).map(([file, text]): [string, string | Uint8Array] => [
    file.startsWith('data/') ? `data/${name}/${file.slice(5)}` : `content/reports/${name}/${file}`,
    text,
  ]);
  return { [`content/reports/${name}/index.mdx`]: `${front}摘要。\n`, ...Object.fromEntries(moved) };
}

const chapter = (text: string) => `---\ntitle: 章\n---\n\n${text}\n`;

/** Writes the whole course. `more` stands in a chapter beside the payloads. */
export function writePayloadCourse(): PayloadCourse {
  const list = new PayloadList();
  const [texts, tags] = [writePayloadTexts(list), writePayloadTags(list)];
  const [metrics, notes, references] = [writeMetrics(list), writeTableNotes(list), writeBibliography(list)];
  const charts = writeRefusedCharts(list);
  const sound = ['r', `known ${list.write('name of a report', 'expression')}`];
  const files: Files = {
    'content/course.yaml': writeCourse(list),
    // With it a server takes the whole folder for its own.
    'pnpm-workspace.yaml': 'packages: []\n',
    'content/reports/r/page.html': `<!doctype html>${list.write('page in a folder', 'script')}`,
    'content/pages/x.mdx': `${writeFront(pageFront, list)}${texts.page}`,
    ...writeReport('r', list, {
      ...writeImages(list),
      '01-text.mdx': chapter(texts.sound),
      '02-tags.mdx': chapter(tags.sound),
      [`03-${list.write('name of a chapter', 'template text')}.mdx`]: `${writeFront(chapterFront, list)}文字。\n`,
      "04-x' onload='window.__hit=0.mdx": chapter('文字<Cite of="k1,k2,k3,k4,k5,k6,k7" />。'),
      'references.bib': references.sound,
      'data/metrics.yaml': metrics.sound,
      'data/tables.yaml': notes.sound,
      'data/charts/own.vl.yaml': writeSoundChart(list),
      ...writeOwnTables('data', list),
    }),
    ...writeReport(sound[1]!, list, { '01-text.mdx': chapter('文字。'), ...writeKnownTables('data', list) }),
    ...writeReport('bad-front', list, {}, writeFront(reportFront, list, true)),
    ...writeReport('bad-chapter', list, { '01-x.mdx': `${writeFront(chapterFront, list, true)}文字。\n` }),
    ...writeReport('bad-text', list, { '01-text.mdx': chapter(texts.refused) }),
    ...writeReport('bad-addresses', list, { '01-text.mdx': chapter(texts.addresses) }),
    ...writeReport('bad-tags', list, { '01-tags.mdx': chapter(tags.refused) }),
    ...writeReport('bad-names', list, {
      '01-tags.mdx': chapter(tags.unknown),
      ...writeOwnTables('data', list),
    }),
    ...writeReport('bad-metrics', list, {
      '01-x.mdx': chapter('文字。'),
      'data/metrics.yaml': metrics.refused,
    }),
    ...writeReport('bad-values', list, {
      '01-x.mdx': chapter('文字。'),
      'data/metrics.yaml': metrics.unknown,
      ...writeOwnTables('data', list),
    }),
    ...writeReport('bad-notes', list, { '01-x.mdx': chapter('文字。'), 'data/tables.yaml': notes.refused }),
    ...writeReport('bad-references', list, {
      '01-x.mdx': chapter('文字。'),
      'references.bib': references.refused,
    }),
    ...writeReport('bad-charts', list, {
      '01-x.mdx': chapter(charts.map((_, i) => `<Chart spec="c${i}" id="c${i}" />`).join('\n\n')),
      ...Object.fromEntries(charts.map((text, i) => [`data/charts/c${i}.vl.yaml`, text])),
      ...writeOwnTables('data', list),
    }),
  };
  return { files, refusedCourse: writeRefusedCourse(list), payloads: list.all, sound };
}
