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

export function isHtmlName(name: string): boolean {
  return names.has(name.toLowerCase());
}

/** The Markdown for an element, or '' when there is none. */
export function getMarkdownEquivalent(name: string): string {
  return markdownEquivalents[name.toLowerCase()] ?? '';
}
