/** The metrics handbook: the library as pages and as a list for machines. */
import { parse } from 'yaml';
import { z } from 'zod';
import type { Language } from '../../base/language.ts';
import { listConventions } from '../../metrics/conventions.ts';
import type { AnyMetric } from '../../metrics/define-family.ts';
import { familyTexts } from '../../metrics/family-texts.ts';
import { isMetric, metrics } from '../../metrics/library.ts';
import type { Family, FormulaText } from '../../metrics/metric.ts';
import { formatMetricFormula, renderMathml, renderMetricTex } from '../../report/lineage.ts';
import { handbookWords, selectLanguageSide } from '../../words/site/handbook-words.ts';

export const handbookIndex = 'guide/metrics/index.html';
/** What holds for all metrics that it touches. */
export const conventionsPage = 'guide/metrics/conventions.html';

export function getFamilyPage(family: Family): string {
  return `guide/metrics/${family}.html`;
}

/** Where a metric is explained; undefined for what is none of the library. */
export function findMetricPage(id: string): { page: string; anchor: string } | undefined {
  return isMetric(id) ? { page: getFamilyPage(metrics[id].family), anchor: id } : undefined;
}

export interface HandbookChapter {
  family: Family;
  name: string;
  about: string;
  metrics: AnyMetric[];
}

/** Families that have metrics, each with its own, in the order of the handbook. */
export function listHandbookChapters(language: Language): HandbookChapter[] {
  const all = Object.values<AnyMetric>(metrics);
  return (Object.keys(familyTexts) as Family[]).flatMap((family) => {
    const own = all.filter((metric) => metric.family === family);
    const { names, about } = familyTexts[family];
    return own.length === 0 ? [] : [{ family, name: names[language], about: about[language], metrics: own }];
  });
}

/** What the worked example says in `with`, without columns: parameters of a metric that has no default ones. */
function parseExampleParams({ columns, example }: AnyMetric): Record<string, unknown> {
  const written: unknown = example && parse(example.yaml);
  const entry = z.object({ with: z.record(z.string(), z.unknown()).default({}) }).safeParse(written);
  const own = Object.entries(entry.data?.with ?? {}).filter(([key]) => !Object.hasOwn(columns, key));
  return Object.fromEntries(own);
}

/** How the formula reads; undefined where it hangs on parameters that no example gives. */
function findFormulaText(metric: AnyMetric): FormulaText | undefined {
  const columns = Object.fromEntries(Object.keys(metric.columns).map((name) => [name, name]));
  for (const params of [{}, parseExampleParams(metric)]) {
    try {
      return metric.formulaText(params, [], columns);
    } catch {
      // Next: the example's own parameters.
    }
  }
  return undefined;
}

interface MetricFormula {
  text: string;
  tex: string;
  mathml: string | undefined;
}

export function buildFormula(metric: AnyMetric, language: Language): MetricFormula | undefined {
  const formulaText = findFormulaText(metric);
  if (!formulaText) return undefined;
  const tex = renderMetricTex(metric.names[language], formulaText, language);
  return { text: formatMetricFormula(formulaText, language), tex, mathml: renderMathml(tex) };
}

/** Where its definition is from, in the words of the site where it is our own. */
export function describeSource({ source }: AnyMetric, language: Language): string {
  return source.replace(/^own convention/, handbookWords[language].own);
}

interface MetricParameter {
  name: string;
  text: string;
  /** As written in YAML; undefined where it may be left out or has to be given. */
  standard: string | undefined;
  needed: boolean;
}

export function listParameters({ params }: AnyMetric, language: Language): MetricParameter[] {
  const shape = params instanceof z.ZodObject ? (params.shape as Record<string, z.ZodType>) : {};
  return Object.entries(shape).map(([name, schema]) => {
    const left = schema.safeParse(undefined);
    const standard = left.success && left.data !== undefined ? JSON.stringify(left.data) : undefined;
    const text = selectLanguageSide(schema.meta()?.description ?? '', language);
    return { name, text, standard: standard?.replaceAll('"', ''), needed: !left.success };
  });
}

export function describeUnit({ unit }: AnyMetric): { text: string; ofColumn: boolean } {
  return typeof unit === 'string'
    ? { text: unit, ofColumn: false }
    : { text: unit.otherwise, ofColumn: true };
}

/** The worked example as it stands in `metrics.yaml`, under the metric's own name. */
export function formatEntry({ names, example }: AnyMetric, language: Language): string {
  const name = names[language].replace(/[（）()\s]+/g, ' ').trim();
  return `${name}: ${example?.yaml ?? ''}`;
}

/** The first rows of an example's tables. */
export function parseExampleTables({ example }: AnyMetric) {
  const most = 6;
  return Object.entries(example?.files ?? {}).map(([file, text]) => {
    const [head = '', ...rows] = text.trim().split('\n');
    return {
      file,
      head: head.split(','),
      rows: rows.slice(0, most).map((row) => row.split(',')),
      more: Math.max(0, rows.length - most),
    };
  });
}

/** `guide/metrics.json`. */
export function buildHandbookJson() {
  return listHandbookChapters('zh').flatMap(({ family, metrics: own }) =>
    own.map((metric) => {
      const { id, names, direction, definition, edgeCases, source, table, example } = metric;
      const formula = buildFormula(metric, 'zh');
      const unit = describeUnit(metric);
      return {
        id,
        family,
        names,
        unit: unit.ofColumn ? null : unit.text,
        direction,
        formula: { zh: formula?.text, en: buildFormula(metric, 'en')?.text, tex: formula?.tex },
        definition,
        edges: edgeCases,
        conventions: listConventions(metric),
        source,
        ...(table && { table }),
        columns: Object.entries(metric.columns).map(
          ([name, { meaning, names: found, optional = false }]) => ({
            name,
            meaning,
            found,
            optional,
          }),
        ),
        ...(metric.joined && { second_table: metric.joined.of({}).table }),
        parameters: listParameters(metric, 'zh').map(({ name, text, standard, needed }) => ({
          name,
          text,
          ...(standard !== undefined && { standard }),
          needed,
        })),
        ...(example && { example: { yaml: example.yaml, answer: example.answer, source: example.source } }),
        page: `${getFamilyPage(family)}#${id}`,
      };
    }),
  );
}
