/** One `@type{key, …}` of a .bib file. */
export interface Chunk {
  type: string;
  key: string;
  text: string;
  /** Of `@`. */
  offset: number;
}

/** Cuts a .bib file into entries; `@string` definitions come apart, since every entry may need them. */
export function splitBibliography(text: string): { chunks: Chunk[]; strings: string } {
  const chunks: Chunk[] = [];
  let strings = '';
  const start = /@([A-Za-z]+)[ \t]*([{(])/g;
  for (let found = start.exec(text); found; found = start.exec(text)) {
    if (isComment(text, found.index)) continue;
    const end = findEntryEnd(text, start.lastIndex);
    const whole = text.slice(found.index, end);
    const type = found[1]!.toLowerCase();
    if (type === 'string') strings += `${whole}\n`;
    else if (type !== 'comment' && type !== 'preamble') {
      const key = /^[^{(]*[{(]\s*([^\s,{}=]*)/.exec(whole)?.[1] ?? '';
      chunks.push({ type, key, text: whole, offset: found.index });
    }
    start.lastIndex = end;
  }
  return { chunks, strings };
}

function isComment(text: string, at: number): boolean {
  return text
    .slice(text.lastIndexOf('\n', at) + 1, at)
    .trimStart()
    .startsWith('%');
}

/** After the closing brace; an entry that never closes ends before the next one. */
function findEntryEnd(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '{') depth++;
    else if ((text[at] === '}' || (text[at] === ')' && depth === 1)) && --depth === 0) return at + 1;
  }
  const next = /\n[ \t]*@[A-Za-z]+[ \t]*[{(]/g;
  next.lastIndex = from;
  return next.exec(text)?.index ?? text.length;
}
