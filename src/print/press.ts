import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Sheet } from './desk.ts';
import type { Spots } from './flow.ts';
import { loadFonts } from './fonts.ts';

/** A folder that no machine has: the compiler can read what is laid before it and nothing else. */
const room = resolve('/fupan-print-room');

const templates = ['style', 'text', 'block', 'table', 'front', 'back', 'draft'];

let kept: NodeCompiler | undefined;

function compiler(): NodeCompiler {
  if (kept) return kept;
  kept = NodeCompiler.create({ workspace: room, fontArgs: [{ fontBlobs: loadFonts().blobs }] });
  return kept;
}

/** A report laid out. */
export interface Layout {
  pages: number;
  /** Where blocks stand. */
  spots: Spots;
  /** As PDF/UA-1. */
  pdf(): Uint8Array | Refusal;
}

/** What the compiler said instead. */
export interface Refusal {
  reason: string;
}

/** Lays out Typst source with the files it names. The same input gives the same bytes. */
export function typeset(source: string, files: ReadonlyMap<string, Sheet>): Layout | Refusal {
  const typst = compiler();
  typst.resetShadow();
  for (const name of templates)
    typst.mapShadow(join(room, `${name}.typ`), readFileSync(new URL(`./typst/${name}.typ`, import.meta.url)));
  for (const [path, content] of files) typst.mapShadow(join(room, path), Buffer.from(content));
  return attempt(() => {
    const compiled = typst.compile({ mainFileContent: source });
    const document = compiled.result;
    if (!document) return { reason: told(compiled.takeDiagnostics()?.shortDiagnostics) };
    return {
      pages: document.numOfPages,
      spots: readSpots(typst.query(document, { selector: '<flow>', field: 'value' })),
      pdf: () => attempt(() => new Uint8Array(typst.pdf(document, { pdfStandard: 'ua-1' }))),
    };
  });
}

/** Forgets what the last reports left in the compiler's caches. */
export function clean(): void {
  compiler().resetShadow();
  compiler().evictCache(10);
}

function attempt<T>(work: () => T): T | Refusal {
  try {
    return work();
  } catch (error) {
    return { reason: said(error instanceof Error ? error.message : String(error)) };
  }
}

function readSpots(values: [id: string, page: number, y: number][]): Spots {
  return new Map(values.map(([id, page, y]) => [id, { page, y }]));
}

/** The compiler's own words, shortened. */
function told(diagnostics: unknown[] | undefined): string {
  const messages = (diagnostics ?? []).map((one) =>
    typeof one === 'object' && one !== null && 'message' in one ? String(one.message) : JSON.stringify(one),
  );
  return messages.slice(0, 3).join('; ') || 'unknown';
}

/** The messages inside what the PDF writer throws: a dump of its own structures. */
function said(dump: string): string {
  const messages = [...dump.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map((match) =>
    match[1]!.replace(/\\+"/g, '"'),
  );
  return messages.slice(0, 3).join('; ') || dump.slice(0, 200);
}
