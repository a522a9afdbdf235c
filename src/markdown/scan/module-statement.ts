const name = String.raw`[\w$]+`;
const inOneParagraph = String.raw`(?:(?!\n[ \t]*\n)[^;])`;

/** Statements of a program, and not English sentences that begin with the same words. */
const statements = [
  String.raw`import\s*["'][^"'\n]*["']`,
  String.raw`import\s+(?:type\s+)?(?:${name}|\*\s*as\s+${name}|\{)${inOneParagraph}*?from\s*["'][^"'\n]*["']`,
  String.raw`export\s+(?:const|let|var)\s+[\w$[{]${inOneParagraph}*?=`,
  String.raw`export\s+(?:default\s+)?(?:async\s+)?function\b\s*\*?\s*[\w$]*\s*\(`,
  String.raw`export\s+(?:default\s+)?class\b\s*[\w$]*[^\n]*\{`,
  String.raw`export\s+default\s+(?:[({[]|${name}\s*;?[ \t]*$)`,
  String.raw`export\s*\{[^}]*\}`,
  String.raw`export\s*\*\s*(?:as\s+${name}\s+)?from\b`,
];
const statement = new RegExp(`(?:${statements.join('|')})`, 'my');

/** The `import` or `export` statement that begins at `from`, if it is one. */
export function findModuleStatement(text: string, from: number): string | undefined {
  statement.lastIndex = from;
  return statement.exec(text)?.[0];
}
