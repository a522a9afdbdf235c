/** The gallery: the example of every kind, drawn as a report would draw it. */
import type { Language } from '../base/language.ts';
import type { Rows } from '../base/series.ts';
import { alternativeText } from '../charts/alternative.ts';
import { type Kind, kinds } from '../charts/kinds/index.ts';
import type { ChartPool } from '../charts/pool.ts';
import { publishedSpec } from '../charts/published.ts';
import { widths } from '../charts/theme.ts';
import { drawAll, dressAll, type Pictures } from './pictures.ts';

export interface Specimen extends Pictures {
  kind: Kind;
  finding: string;
  alternative: string;
  data: Rows;
  spec: string;
}

/** In the order of the catalogue. Drawings that lie in the folder `cache` are not drawn again. */
export function settleGallery(language: Language, pool: ChartPool, cache?: string): Promise<Specimen[]> {
  return Promise.all((Object.keys(kinds) as Kind[]).map((kind) => specimen(kind, language, pool, cache)));
}

async function specimen(kind: Kind, language: Language, pool: ChartPool, cache?: string): Promise<Specimen> {
  const { title, spec, finding, table, example } = kinds[kind];
  const input = example.input(language);
  const specOf = (full: number) => spec(input, full);
  const drawings = await drawAll(specOf, { pool, ...(cache && { cache }) }, { group: kind, wide: true });
  const told = finding(input);
  const name = title[language];
  const alternative = alternativeText(name, told.replace(/[。.]$/, ''), '', input);
  return {
    ...dressAll(drawings, { id: kind, title: name, description: alternative }),
    kind,
    finding: told,
    alternative,
    data: table(input),
    spec: publishedSpec(specOf(widths.text)),
  };
}
