/** Every tag that a text of ours tells an author to write is one that the dialect takes. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageDir } from '../cli/workspace/work-folders.ts';
import { parseChapter } from '../markdown/parse-chapter.ts';
import { catalog } from '../problems/catalog.ts';
import type { ProblemDefinition } from '../problems/define-problem.ts';
import { isTagName, tagSchemas } from '../schema/tag-schemas.ts';
import { readGuideExamples, readGuidePages } from './guide-examples.ts';

/** Parameters that a cure looks up or takes as a list; all others are texts. */
const samples: Partial<Record<keyof typeof catalog, object[]>> = {
  'sql-refused': ['empty', 'file', 'clock'].map((reason) => ({ reason })),
  'sql-unknown-table': [{ all: ['users'] }],
  'sql-unknown-column': [{ all: ['users'] }],
  'json-syntax': ['quote', 'word'].map((why) => ({ why })),
  'not-rows': ['json', 'ndjson', 'yaml'].map((example) => ({ example })),
  'map-shape': [{ why: 'ring' }],
  'chart-spec-key': [{ all: ['mark'] }],
  'chart-spec-value': [{ all: ['bar'], sorts: ['number'] }],
  'heading-jump': [{ from: 2, to: 4 }],
  'bound-claim': [
    { denied: { by: 'goal' } },
    { denied: { by: 'order' } },
    { denied: { by: 'sign' } },
    { denied: { by: 'extreme', written: 'highest' } },
  ],
  'chart-over-bound': [{ bounded: 'rows' }],
};

/** Every parameter a text, or those that may be lacking left out. */
const texts = new Proxy({}, { get: () => 'x' });
const lacking = new Proxy({}, { get: (_, key) => (key === 'near' || key === 'all' ? undefined : 'x') });

function listCures(id: keyof typeof catalog): string[] {
  const { cure } = catalog[id] as unknown as ProblemDefinition<unknown>;
  const own = samples[id]?.map(
    (sample) => new Proxy(sample, { get: (of, key) => Reflect.get(of, key) ?? 'x' }),
  );
  return (own ?? [texts, lacking]).flatMap((params) =>
    (['zh', 'en'] as const).map((language) => String(cure[language](params))),
  );
}

/** The tags in a text, as written; what stands for anything (“…”) is filled in. */
function listTags(text: string): string[] {
  return [...text.matchAll(/<[A-Z]\w*[^<>]*>/g)].map(([tag]) =>
    tag.replaceAll('"…"', '"x"').replace(/ … ?(?=\/?>)/, ' '),
  );
}

/** What the dialect finds wrong with a tag that stands alone; only named, such as <Ref>, it must be one. */
function findTagProblems(tag: string): string[] {
  const name = /^<(\w+)/.exec(tag)?.[1] ?? '';
  if (!isTagName(name)) return [`${tag}: no tag`];
  if (tag === `<${name}>`) return [];
  const text = tagSchemas[name].position === 'container' ? `${tag}\n\nx\n\n</${name}>` : tag;
  return parseChapter({ file: 'a.mdx', text }).problems.map((one) => `${tag}: ${one.what.en}`);
}

/** A reference says 第 4 章 itself. */
const saidTwice = /第\s*<Ref\b|<Ref\b[^<>]*>\s*[章节]/u;

test('a tag the dialect refuses is seen', () => {
  expect(findTagProblems('<Ref of="x" />')).toHaveLength(2);
  expect(findTagProblems('<Image />')).toHaveLength(1);
  expect(findTagProblems('<Ref to="x" />')).toEqual([]);
  expect('见第<Ref to="x" />').toMatch(saidTwice);
});

const ids = Object.keys(catalog) as (keyof typeof catalog)[];
test('the cures of all problems', () => {
  const tags = ids.flatMap((id) =>
    listCures(id)
      .flatMap(listTags)
      .map((tag) => ({ id, tag })),
  );
  expect(tags.length).toBeGreaterThan(5);
  expect(tags.flatMap(({ id, tag }) => findTagProblems(tag).map((wrong) => `${id}: ${wrong}`))).toEqual([]);
  for (const id of ids) for (const cure of listCures(id)) expect(cure, id).not.toMatch(saidTwice);
});

describe('the readme and the guide', async () => {
  const pages = [
    { file: 'README.md', text: await readFile(join(packageDir, 'README.md'), 'utf8') },
    ...(await readGuidePages()),
  ];
  const chapters = (await readGuideExamples()).filter(({ language }) => language === 'mdx');

  test.each(pages)('$file in a line', ({ text }) => {
    const inline = [...text.matchAll(/`+[^`\n]+`+/g)].flatMap(([code]) => listTags(code));
    expect(inline.flatMap(findTagProblems)).toEqual([]);
    expect(saidTwice.exec(text)?.[0]).toBeUndefined();
  });

  test.each(chapters)('$at as a chapter', ({ at, text }) => {
    const { problems } = parseChapter({ file: at, text });
    expect(problems.map(({ place, what }) => `${place.line} ${what.en}`)).toEqual([]);
  });

  test('the chapter of the readme', () => {
    const fences = [...(pages[0]?.text ?? '').matchAll(/^```mdx[^\n]*\n([\s\S]*?)^```$/gm)];
    expect(fences.length).toBeGreaterThan(0);
    for (const [, text = ''] of fences) expect(parseChapter({ file: 'a.mdx', text }).problems).toEqual([]);
  });
});
