/** The gallery: the example of every kind, drawn as a report would draw it. */
import type { Language } from '../../base/language.ts';
import type { TableRows } from '../../base/value-series.ts';
import { describeChart } from '../../charts/data/alternative-text.ts';
import type { ChartPool } from '../../charts/draw/pool.ts';
import { type Kind, kinds } from '../../charts/kinds/kinds.ts';
import { chartWidths } from '../../charts/theme.ts';
import { buildPublishedSpec } from '../../charts/user-specs/published.ts';
import { describeClaims } from '../../words/claims/describe-claims.ts';
import { drawVariants, type Pictures, withAccessibleNames } from './render-variants.ts';

export interface Specimen extends Pictures {
  kind: Kind;
  finding: string;
  alternative: string;
  data: TableRows;
  spec: string;
}

/** The examples are the program's own, and small: no author is to be told that a machine is slow. Ten minutes each. */
const patience = 600_000;

/** In the order of the catalogue. Drawings that lie in the folder `cache` are not drawn again. */
export function buildGallery(language: Language, pool: ChartPool, cache?: string): Promise<Specimen[]> {
  return Promise.all(
    (Object.keys(kinds) as Kind[]).map((kind) => buildSpecimen(kind, language, pool, cache)),
  );
}

async function buildSpecimen(
  kind: Kind,
  language: Language,
  pool: ChartPool,
  cache?: string,
): Promise<Specimen> {
  const { title, buildSpec: spec, listClaims, buildTable: table, example } = kinds[kind];
  const input = example.input(language);
  const buildSizedSpec = (full: number) => spec(input, full);
  const drawings = await drawVariants(
    buildSizedSpec,
    { pool, ...(cache && { cache }) },
    { group: kind, wide: true, limit: patience },
  );
  const claims = listClaims(input);
  const sentence = describeClaims(claims, language);
  const name = title[language];
  const alternative = describeChart(kinds[kind], name, claims, input);
  return {
    ...withAccessibleNames(drawings, { id: kind, title: name, description: alternative }),
    kind,
    finding: sentence,
    alternative,
    data: table(input),
    spec: buildPublishedSpec(buildSizedSpec(chartWidths.text)),
  };
}
