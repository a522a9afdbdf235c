import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Sheet } from './desk.ts';
import { loadFonts } from './fonts.ts';

/** A folder that no machine has: the compiler can read what is laid before it and nothing else. */
const room = resolve('/fupan-print-room');

const templates = ['style', 'text', 'block', 'table', 'front', 'back'];

let kept: NodeCompiler | undefined;

function compiler(): NodeCompiler {
  if (kept) return kept;
  kept = NodeCompiler.create({ workspace: room, fontArgs: [{ fontBlobs: loadFonts().blobs }] });
  return kept;
}

/** A PDF, or what the compiler said instead. */
export type Pressed = { pdf: Uint8Array; pages: number } | { reason: string };

/** Typesets Typst source with the files it names, as PDF/UA-1. The same input gives the same bytes. */
export function press(source: string, files: ReadonlyMap<string, Sheet>): Pressed {
  const typst = compiler();
  typst.resetShadow();
  for (const name of templates)
    typst.mapShadow(join(room, `${name}.typ`), readFileSync(new URL(`./typst/${name}.typ`, import.meta.url)));
  for (const [path, content] of files) typst.mapShadow(join(room, path), Buffer.from(content));
  try {
    const compiled = typst.compile({ mainFileContent: source });
    const document = compiled.result;
    if (!document) return { reason: told(compiled.takeDiagnostics()?.shortDiagnostics) };
    const pdf = typst.pdf(document, { pdfStandard: 'ua-1' });
    return { pdf: new Uint8Array(pdf), pages: document.numOfPages };
  } catch (error) {
    return { reason: said(error instanceof Error ? error.message : String(error)) };
  } finally {
    typst.resetShadow();
    typst.evictCache(10);
  }
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
