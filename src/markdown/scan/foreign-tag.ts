import { findMeantName } from '../../base/names/suggest-names.ts';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import { createProblem } from '../../problems/catalog.ts';
import { tagNames } from '../../schema/tag-schemas.ts';
import type { LexedTag } from './tag-lexer.ts';

/**
 * What is wrong with a tag that is not of the dialect: HTML, a wrong case or a slip of the keyboard.
 * Undefined when it is prose after all: `a <b and c`, `if x<y then`, `List<String>`.
 */
export function findForeignTagProblem(
  tag: LexedTag,
  source: string,
  before: string,
  place: Place,
): Problem | undefined {
  const hasValue = tag.attributes.some(({ form }) => form !== 'bare');
  const meant = findIntendedTag(tag);
  // `<渠道>` is prose; `<表格 of="x" />` is a table.
  if (/\p{Script=Han}/u.test(tag.name) && !(hasValue && meant)) return undefined;
  if (meant && (tag.ended || hasValue)) {
    const corrected = source.replace(tag.name, meant);
    return createProblem('unknown-tag', place, {
      name: tag.name,
      near: meant,
      all: tagNames.join('、'),
      corrected,
    });
  }
  const proseLike = tag.attributes.length > 0 && !hasValue;
  if (!tag.ended && !hasValue) return undefined;
  if (isHtmlName(tag.name)) {
    if (proseLike && tag.name.length === 1) return undefined;
    return createProblem('raw-html', place, {
      source: shortenSource(source),
      instead: getMarkdownEquivalent(tag.name),
    });
  }
  if (proseLike || (/[A-Za-z]/.test(before) && !hasValue)) return undefined;
  const corrected = `\\${source}`;
  return createProblem('unknown-tag', place, {
    name: tag.name,
    near: undefined,
    all: tagNames.join('、'),
    corrected,
  });
}

/** The tag of the dialect that was meant: `value`, `Valeu`; but `<table>` with no `of` is HTML. */
function findIntendedTag(tag: LexedTag): string | undefined {
  const keys = tag.attributes.map(({ name }) => name);
  const likeOurs = keys.some((key) => ['of', 'to', 'kind', 'spec'].includes(key));
  if (isHtmlName(tag.name) && !likeOurs) return undefined;
  const sameLetters = tagNames.find((name) => name.toLowerCase() === tag.name.toLowerCase());
  if (sameLetters) return sameLetters;
  if (isHtmlName(tag.name)) return undefined;
  const near = findMeantName(tag.name, tagNames);
  return near && (likeOurs || /^[A-Z]/.test(tag.name)) ? near : undefined;
}

function shortenSource(source: string): string {
  const line = source.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}

/** Elements of HTML, with what an author should write instead; '' where there is only removing it. */
const markdownEquivalents: Record<string, string> = {
  br: '行末加两个空格，或空一行另起一段',
  hr: '---',
  b: '**文字**',
  strong: '**文字**',
  i: '*文字*',
  em: '*文字*',
  del: '~~文字~~',
  s: '~~文字~~',
  a: '[文字](网址)',
  img: '![说明](图片.png)',
  code: '`代码`',
  pre: '```',
  h1: '## 标题',
  h2: '## 标题',
  h3: '### 标题',
  h4: '#### 标题',
  h5: '##### 标题',
  h6: '###### 标题',
  ul: '- 条目',
  ol: '1. 条目',
  li: '- 条目',
  blockquote: '> 引文',
  table: '| 列 | 列 |',
  tr: '| 列 | 列 |',
  td: '| 列 | 列 |',
  th: '| 列 | 列 |',
  thead: '| 列 | 列 |',
  tbody: '| 列 | 列 |',
  sub: '$x_2$',
  sup: '$x^2$',
  p: '',
};

const others =
  'abbr address area article aside audio base bdi bdo body button canvas caption center cite col colgroup data dd details dfn dialog div dl dt embed fieldset figcaption figure font footer form frame frameset head header hgroup html iframe input ins kbd label legend link main map mark marquee math menu meta meter nav noframes noscript object optgroup option output param picture progress q rp rt ruby samp script search section select slot small source span strike style summary svg template textarea tfoot time title track tt u use var video wbr xml';

const names = new Set([...Object.keys(markdownEquivalents), ...others.split(' ')]);

function isHtmlName(name: string): boolean {
  return names.has(name.toLowerCase());
}

/** The Markdown for an element, or '' when there is none. */
function getMarkdownEquivalent(name: string): string {
  return markdownEquivalents[name.toLowerCase()] ?? '';
}
