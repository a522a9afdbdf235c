/** Chapters full of payloads: what the dialect takes for text, and what it refuses, apart. */
import { escapeHtml } from '../components/html/escape-html.ts';
import { buildPages } from '../report/text/course-pages.ts';
import { courseFile } from '../schema/course-file.ts';
import { type TagName, tagNames, tagSchemas } from '../schema/tag-schemas.ts';
import type { PayloadList } from './payloads.ts';
import { fillSchema } from './schema-texts.ts';

/** Places of a chapter; `n` is a number of the frame's own. */
const frames: Record<string, (payload: string, n: number) => string> = {
  paragraph: (payload) => payload,
  sentence: (payload) => `文字${payload}文字`,
  'list item': (payload) => `- ${payload}`,
  quote: (payload) => `> ${payload}`,
  heading: (payload) => `## ${payload}`,
  emphasis: (payload) => `**${payload}**，*${payload}*，~~${payload}~~`,
  code: (payload) => `文字 \`\` ${payload} \`\``,
  'code block': (payload) => `\`\`\`html\n${payload}\n\`\`\``,
  'language of code': (payload) => `~~~${payload}\n文字\n~~~`,
  'cell typed by hand': (payload) => {
    const cell = payload.replaceAll('|', '\\|');
    return `| ${cell} | b |\n| - | - |\n| ${cell} | x |`;
  },
  'text of a link': (payload) => `[${payload}](https://a.cn)`,
  'title of a link': (payload) => `[文字](https://a.cn "${payload.replaceAll('"', '&quot;')}")`,
  'definition of a link': (payload, n) =>
    `[文字][r${n}]\n\n[r${n}]: https://a.cn/${encodeURIComponent(payload)}`,
  'text of an image': (payload) => `![${payload}](a.png)`,
  'title of an image': (payload) => `![文字](a.png "${payload.replaceAll('"', '&quot;')}")`,
  footnote: (payload, n) => `文字[^p${n}]\n\n[^p${n}]: ${payload}`,
  formula: (payload) => `文字 $\\text{${payload.replaceAll(/[{}$\\#%&_^]/g, '')}}$`,
  'formula with an address': (payload) => `$$\n\\href{${payload}}{x}\n$$`,
  'formula with a style': (payload) => `$\\htmlStyle{${payload}}{x}$ $\\class{${payload}}{x}$`,
  comment: (payload) => `<!-- ${payload} -->`,
  entities: (payload) => escapeHtml(payload),
  backslashes: (payload) => payload.replace(/[<>{}[\]()!$"'`*_&]/g, '\\$&'),
  'text of a note': (payload) => `<Note title="题">\n\n${payload}\n\n</Note>`,
  'title of a note': (payload) => `<Note title="${escapeHtml(payload)}">\n\n文字\n\n</Note>`,
  'address of a link': (payload) => `[文字](<${payload.replace(/[<>]/g, '\\$&')}>)`,
  'address of an image': (payload) => `![文字](<${payload.replace(/[<>]/g, '\\$&')}>)`,
  'address in angles': (payload) => `<${payload}>`,
  'unknown tag': (payload) => `<Fragment set:html="${payload}" />`,
  'unknown attribute': (payload) => `<Note ${payload}>\n\n文字\n\n</Note>`,
};

const addresses = new Set(['address of a link', 'address of an image']);

const course = courseFile.parse({ title: '课程' });

/** What a text would be: `page` where it is sound in a chapter and on a page of the course, which has no images. */
function judge(text: string): 'page' | 'sound' | 'refused' {
  const { problems } = buildPages(
    [{ file: 'content/pages/x.mdx', text: `---\ntitle: 题\n---\n\n${text}` }],
    course,
  );
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return 'page';
  return errors.every(({ id }) => id === 'course-page-image') ? 'sound' : 'refused';
}

/** Every payload in every place, in texts that are sound and texts that hold what is refused. */
export function writePayloadTexts(
  list: PayloadList,
): Record<'page' | 'sound' | 'refused' | 'addresses', string> {
  const texts = {
    page: [] as string[],
    sound: [] as string[],
    refused: [] as string[],
    addresses: [] as string[],
  };
  for (const [at, [name, frame]] of Object.entries(frames).entries())
    for (const [n, payload] of list.writeAll(`chapter: ${name}`).entries()) {
      const text = frame(payload, at * 1000 + n);
      const judged = judge(text);
      // Where nothing else is wrong, addresses are told that lead to nothing of the report.
      texts[addresses.has(name) && judged !== 'refused' ? 'addresses' : judged].push(text);
    }
  const join = (parts: string[]) => parts.join('\n\n');
  return {
    page: join(texts.page),
    sound: join([...texts.page, ...texts.sound]),
    refused: join(texts.refused),
    addresses: join(texts.addresses),
  };
}

/** Attributes that must name something that is there; undefined leaves one out. */
const given: Record<TagName, Record<string, unknown>> = {
  Value: { of: 'plain', as: undefined, digits: undefined },
  Verdict: { of: 'plain', vs: '0', as: undefined },
  Ref: { to: 'text' },
  Cite: { of: 'k1' },
  Term: { of: 't' },
  Figure: {
    ...{ kind: 'bars', of: 'few', id: 'fig', x: 'kind', y: 'amount', wide: undefined, by: undefined },
    ...{ from: undefined, to: undefined, group: undefined, events: undefined, layout: undefined },
    ...{ panel: undefined, page: undefined, at: undefined, where: undefined },
  },
  Chart: { spec: 'own', id: 'own', wide: 'yes' },
  Table: {
    ...{ of: 'cells', id: 'tab', columns: undefined, rows: undefined, from: undefined, to: undefined },
    ...{ where: undefined, order: undefined },
  },
  Kpis: { of: 'plain' },
  Conclusions: { of: undefined },
  Covers: { of: 'part' },
  Note: { kind: undefined },
};

function writeTag(name: TagName, props: Record<string, unknown>): string {
  const attributes = Object.entries(props).map(([key, text]) => ` ${key}="${escapeHtml(String(text))}"`);
  const tag = `<${name}${attributes.join('')}`;
  return tagSchemas[name].position === 'container' ? `${tag}>\n\n内容\n\n</${name}>` : `${tag} />`;
}

/** Attributes that a schema holds to a form. */
const formed = {
  as: undefined,
  digits: undefined,
  id: undefined,
  rows: undefined,
  wide: undefined,
  kind: undefined,
};

/** Every tag: with payloads in its free texts; in each attribute that names something; in every attribute. */
export function writePayloadTags(list: PayloadList): Record<'sound' | 'unknown' | 'refused', string> {
  const writeTags = (
    what: string,
    getGiven: (name: TagName) => Record<string, unknown>,
    everywhere = false,
  ) =>
    tagNames.map((name) => {
      const write = (path: string) => list.write(`${what}<${name} ${path}>`);
      const props = fillSchema(tagSchemas[name].props, { given: getGiven(name), write, everywhere });
      return writeTag(name, props as Record<string, unknown>);
    });
  const references = '见<Ref to="fig" />、<Ref to="own" />、<Ref to="tab" />。';
  const sound = ['## 节', references, ...writeTags('', (name) => given[name])];
  const unknown = writeTags('unknown: ', (name) => ({
    ...formed,
    ...(name === 'Figure' && { kind: 'bars' }),
  }));
  const strange = `<Figure kind="${escapeHtml(list.write('unknown: <Figure kind>'))}" of="few" />`;
  const refused = writeTags('all: ', () => ({}), true);
  return {
    sound: sound.join('\n\n'),
    unknown: [...unknown, strange].join('\n\n'),
    refused: refused.join('\n\n'),
  };
}
