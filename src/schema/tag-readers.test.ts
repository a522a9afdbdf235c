/**
 * The set of tags is closed: every attribute that a tag takes is read by what makes that tag, and nothing else is
 * asked of it. The files of a tag are named here; what they read is taken from their syntax.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { type TagName, tagNames, tagSchemas } from './tag-schemas.ts';

interface Reader {
  /** Its name under `src/report`. */
  file: string;
  /** The method of an object that alone is this tag's; the whole file when there is none. */
  method?: TagName;
  /** It is handed the attributes and its functions take them apart as parameters. */
  handed?: true;
}

const resolver = (method: TagName): Reader[] => [{ file: 'inline-tags.ts', method }];
const numbered: Reader[] = [{ file: 'numbering.ts' }];
const figure = ['build-figures.ts', 'figure-input.ts', 'figure-table.ts'].map((file) => ({ file }));

const readers: Record<TagName, Reader[]> = {
  Value: resolver('Value'),
  Verdict: resolver('Verdict'),
  Ref: resolver('Ref'),
  Cite: resolver('Cite'),
  Term: resolver('Term'),
  Figure: [...figure, ...numbered],
  Chart: [{ file: 'user-charts.ts' }, ...numbered],
  Table: [{ file: 'report-tables.ts' }, { file: 'series-table.ts', handed: true }, ...numbered],
  Kpis: [{ file: 'build-prose.ts' }],
  Conclusions: [{ file: 'build-prose.ts' }],
  Covers: [{ file: 'sections.ts' }],
  Note: [{ file: 'build-prose.ts' }],
};

const report = fileURLToPath(new URL('../report', import.meta.url));
const paths = new Map(
  readdirSync(report, { recursive: true, encoding: 'utf8' }).map((path) => [
    basename(path),
    join(report, path),
  ]),
);

/** Names of the attributes that a reader takes from `props`. */
function listReads({ file, method, handed }: Reader): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(paths.get(file)!, 'utf8'),
    ts.ScriptTarget.ESNext,
    true,
  );
  const reads: string[] = [];
  const isProps = (node: ts.Node | undefined): boolean =>
    node !== undefined &&
    ((ts.isIdentifier(node) && node.text === 'props') ||
      (ts.isPropertyAccessExpression(node) && node.name.text === 'props'));
  const addPattern = (pattern: ts.BindingName) => {
    if (ts.isObjectBindingPattern(pattern))
      reads.push(...pattern.elements.map(({ propertyName, name }) => (propertyName ?? name).getText()));
  };
  const visit = (node: ts.Node) => {
    if (ts.isPropertyAccessExpression(node) && isProps(node.expression)) reads.push(node.name.text);
    if (ts.isVariableDeclaration(node) && isProps(node.initializer)) addPattern(node.name);
    if (handed && ts.isParameter(node)) addPattern(node.name);
    if (ts.isBindingElement(node) && node.propertyName?.getText() === 'props') addPattern(node.name);
    // `(['events', 'layout'] as const).find((one) => use.props[one])`
    if (ts.isVariableDeclaration(node) && /\bprops\[\w+\]/.test(node.getText()))
      reads.push(...[...(node.initializer?.getText() ?? '').matchAll(/'(\w+)'/g)].map((match) => match[1]!));
    ts.forEachChild(node, visit);
  };
  const roots: ts.Node[] = [];
  const find = (node: ts.Node) => {
    if (ts.isMethodDeclaration(node) && node.name.getText() === method) roots.push(node);
    ts.forEachChild(node, find);
  };
  if (method) find(source);
  else roots.push(source);
  for (const root of roots) visit(root);
  return reads;
}

test.each(tagNames)('every attribute of %s is read', (name) => {
  const read = new Set(readers[name].flatMap(listReads));
  const attributes = Object.keys(tagSchemas[name].props.shape);
  expect(attributes.filter((attribute) => !read.has(attribute))).toEqual([]);
});

test.each(tagNames.filter((name) => readers[name].some(({ method }) => method)))(
  'nothing is asked of %s that it does not take',
  (name) => {
    const attributes = Object.keys(tagSchemas[name].props.shape);
    expect(readers[name].flatMap(listReads).filter((read) => !attributes.includes(read))).toEqual([]);
  },
);
