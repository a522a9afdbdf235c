import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFonts } from './fonts/fonts.ts';
import type { Positions } from './layout/page-flow.ts';
import type { VirtualFile } from './print-context.ts';

/** A folder that no machine has: the compiler can read what is laid before it and nothing else. */
const virtualRoot = resolve('/fupan-print-room');

const templates = ['style', 'text', 'block', 'table', 'front', 'back', 'draft', 'card'];

let cachedCompiler: NodeCompiler | undefined;

function getCompiler(): NodeCompiler {
  if (cachedCompiler) return cachedCompiler;
  cachedCompiler = NodeCompiler.create({
    workspace: virtualRoot,
    fontArgs: [{ fontBlobs: readFonts() }],
  });
  return cachedCompiler;
}

/** A report laid out. */
export interface TypstLayout {
  pages: number;
  /** Where blocks stand. */
  positions: Positions;
  /** As PDF/UA-1. */
  toPdf(): Uint8Array | CompileFailure;
  /** Its pages one below the other, letters as outlines. */
  toSvg(): string;
}

/** What the compiler said instead. */
export interface CompileFailure {
  reason: string;
}

/** Lays out Typst source with the files it names. The same input gives the same bytes. */
export function compileTypst(
  source: string,
  files: ReadonlyMap<string, VirtualFile>,
): TypstLayout | CompileFailure {
  const typst = getCompiler();
  typst.resetShadow();
  for (const name of templates)
    typst.mapShadow(
      join(virtualRoot, `${name}.typ`),
      readFileSync(new URL(`./typst/${name}.typ`, import.meta.url)),
    );
  for (const [path, content] of files) typst.mapShadow(join(virtualRoot, path), Buffer.from(content));
  return attempt(() => {
    const compiled = typst.compile({ mainFileContent: source });
    const document = compiled.result;
    if (!document) return { reason: formatDiagnostics(compiled.takeDiagnostics()?.shortDiagnostics) };
    return {
      pages: document.numOfPages,
      positions: parsePositions(typst.query(document, { selector: '<flow>', field: 'value' })),
      toSvg: () => typst.plainSvg(document),
      toPdf: () => attempt(() => new Uint8Array(typst.pdf(document, { pdfStandard: 'ua-1' }))),
    };
  });
}

/**
 * Forgets all that was laid out, which no other report shares. The caches are those of all threads: one that prints at
 * this moment loses what it has, too, and makes it again.
 */
export function clearCompilerCache(): void {
  getCompiler().resetShadow();
  getCompiler().evictCache(0);
}

function attempt<T>(work: () => T): T | CompileFailure {
  try {
    return work();
  } catch (error) {
    return { reason: extractMessages(error instanceof Error ? error.message : String(error)) };
  }
}

function parsePositions(values: [id: string, page: number, y: number][][]): Positions {
  return new Map(values.flat().map(([id, page, y]) => [id, { page, y }]));
}

/** The compiler's own words, shortened. */
function formatDiagnostics(diagnostics: unknown[] | undefined): string {
  const messages = (diagnostics ?? []).map((one) =>
    typeof one === 'object' && one !== null && 'message' in one ? String(one.message) : JSON.stringify(one),
  );
  return messages.slice(0, 3).join('; ') || 'unknown';
}

/** The messages inside what the PDF writer throws: a dump of its own structures. */
function extractMessages(dump: string): string {
  const messages = [...dump.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map((match) =>
    match[1]!.replace(/\\+"/g, '"'),
  );
  return messages.slice(0, 3).join('; ') || dump.slice(0, 200);
}
