/**
 * Texts that would do something if a page took them for more than text: run a script, load from outside, or lead to an
 * address that is a program. Each has a number, so that whatever happens tells where it was written.
 */
const evil = 'https://evil.invalid';

/** Each kind by what it tries; `n` is the number that a hit tells. */
const payloadKinds: Record<string, (n: number) => string> = {
  script: (n) => `<script>window.__hit=${n}</script>`,
  'script from outside': (n) => `<script src="${evil}/${n}.js"></script>`,
  'end of a script': (n) => `</script><script>window.__hit=${n}</script>`,
  'end of a title': (n) => `</title></style></textarea><script>window.__hit=${n}</script>`,
  'end of a comment': (n) => `--><img src=x onerror="window.__hit=${n}"><!-- ]]>`,
  onerror: (n) => `<img src=x onerror="window.__hit=${n}">`,
  onload: (n) => `"><svg onload="window.__hit=${n}">`,
  'single quote': (n) => `'><svg onload='window.__hit=${n}'>`,
  'attribute in double quotes': (n) =>
    `x" onmouseover="window.__hit=${n}" autofocus onfocus="window.__hit=${n}`,
  'attribute in single quotes': (n) =>
    `x' onmouseover='window.__hit=${n}' autofocus onfocus='window.__hit=${n}`,
  'attribute in none': (n) => `x onpointerover=window.__hit=${n} tabindex=0 onfocus=window.__hit=${n}`,
  ontoggle: (n) => `<details open ontoggle="window.__hit=${n}"><summary>x</summary></details>`,
  animation: (n) => `<svg><animate onbegin="window.__hit=${n}" attributeName=x dur=1s></svg>`,
  'other namespace': (n) =>
    `<math><mtext><table><mglyph><style><img src=x onerror="window.__hit=${n}"></style></mglyph></table></mtext></math>`,
  javascript: (n) => `javascript:window.__hit=${n}`,
  'javascript in percent': (n) => `javascript%3Awindow.__hit=${n}`,
  'javascript in entities': (n) => `&#106;avascript:window.__hit=${n}`,
  'javascript with a tab': (n) => `java\tscript:window.__hit=${n}`,
  'link to javascript': (n) => `<a href="javascript:window.__hit=${n}" onclick="window.__hit=${n}">x</a>`,
  'Markdown link to javascript': (n) => `[x](javascript:window.__hit=${n})`,
  'data as HTML': (n) => `data:text/html,<script>window.__hit=${n}</script>`,
  'form to javascript': (n) =>
    `<form action="javascript:window.__hit=${n}"><button formaction="javascript:window.__hit=${n}">x</button></form>`,
  'address without a scheme': (n) => `//evil.invalid/${n}`,
  address: (n) => `${evil}/${n}.png`,
  'image from outside': (n) => `<img src="${evil}/${n}" srcset="${evil}/${n} 2x">`,
  'Markdown image from outside': (n) => `![x](${evil}/${n}.png)`,
  'styles from outside': (n) =>
    `<link rel=stylesheet href="${evil}/${n}"><style>@import url(${evil}/${n})</style>`,
  'styles in an attribute': (n) => `x" style="background:url(${evil}/${n})`,
  'styles in a class': (n) => `x;background-image:url(${evil}/${n});mask:image-set("${evil}/${n}" 1x)`,
  frame: (n) => `<iframe src="${evil}/${n}" srcdoc="<script>parent.__hit=${n}</script>"></iframe>`,
  refresh: (n) => `<meta http-equiv="refresh" content="0;url=${evil}/${n}"><base href="${evil}/${n}/">`,
  media: (n) =>
    `<video src="${evil}/${n}" poster="${evil}/${n}"></video><object data="${evil}/${n}"></object>`,
  'SVG from outside': (n) =>
    `<svg><use href="${evil}/${n}#x"/><image href="${evil}/${n}"/><filter><feImage href="${evil}/${n}"/></filter></svg>`,
  'foreign object': (n) => `<svg><foreignObject><script>window.__hit=${n}</script></foreignObject></svg>`,
  expression: (n) => `{window.__hit=${n}}`,
  'expression at build': (n) => `{globalThis.process.stdout.write("__hit=${n}")}`,
  'template text': (n) => `\${window.__hit=${n}}`,
  import: (n) => `import x from '${evil}/${n}.js'`,
  export: (n) => `export const x = (globalThis.__hit = ${n})`,
  component: (n) => `<Fragment set:html={"<script>window.__hit=${n}</script>"} />`,
  'formula of a spreadsheet': (n) => `=HYPERLINK("${evil}/${n}","x")`,
};

export const kindNames = Object.keys(payloadKinds);

/** Kinds that need more than to stand on a page as they are: an address in a link, Markdown, a program of another sort. */
export const textKinds = [
  'attribute in double quotes',
  'attribute in single quotes',
  'attribute in none',
  'other namespace',
  'javascript',
  'javascript in percent',
  'javascript in entities',
  'javascript with a tab',
  'Markdown link to javascript',
  'address without a scheme',
  'address',
  'Markdown image from outside',
  'styles in an attribute',
  'styles in a class',
  'expression',
  'expression at build',
  'template text',
  'import',
  'export',
  'component',
  'formula of a spreadsheet',
];

export interface Payload {
  number: number;
  kind: string;
  /** Where it was written: `front.title`, `cell of a CSV`. */
  channel: string;
  text: string;
}

/** Hands out payloads one after the other, each of the next kind, and remembers where they went. */
export class PayloadList {
  readonly all: Payload[] = [];

  /** The next one, or one of a kind that a place needs. */
  write(channel: string, kind = kindNames[this.all.length % kindNames.length]!): string {
    const number = this.all.length + 1;
    const text = payloadKinds[kind]!(number);
    this.all.push({ number, kind, channel, text });
    return text;
  }

  /** One of every kind. */
  writeAll(channel: string): string[] {
    return kindNames.map((kind) => this.write(channel, kind));
  }
}

/** Numbers of the payloads that a text holds, as it was written or as HTML, JSON, CSV and addresses write it. */
export function findNumbers(text: string): Set<number> {
  const plain = text.replace(/%3D/gi, '=').replace(/%2F/gi, '/');
  return new Set([...plain.matchAll(/(?:__hit ?= ?|evil\.invalid\/)(\d+)/g)].map(([, n]) => Number(n)));
}
