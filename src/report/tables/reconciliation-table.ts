import type { Language } from '../../base/language.ts';
import { formatChange, formatNumber } from '../../base/number-format.ts';
import type { TableRows } from '../../base/value-series.ts';
import type { Facts } from '../../checks/facts/facts.ts';
import { type Gap, readGaps } from '../../checks/facts/source-gaps.ts';
import { reportWords } from '../../words/report-words.ts';

/**
 * `<Table of="reconciliation">`: sources by metric, each against the source of reference, with how often it was
 * beyond its tolerance and the largest difference. Undefined without a table recon that says what is the reference.
 */
export async function buildReconciliationTable(
  facts: Facts,
  language: Language,
): Promise<TableRows | undefined> {
  const needed = ['date', 'metric', 'source', 'value', 'reference'];
  if (!needed.every((column) => facts.has('recon', column))) return undefined;
  const gaps = await readGaps(facts);
  const words = reportWords[language];
  const sources = [...Map.groupBy(gaps, ({ source }) => source)];
  const heads = [
    { name: 'metric', label: words.kpi },
    { name: 'reference', label: words.reference },
    ...sources.map(([name, of]) => ({ name, label: formatSourceHead(name, of, language) })),
  ];
  const columns = heads.map((head) => ({ ...head, unit: '', align: 'left' as const }));
  const rows = [...Map.groupBy(gaps, ({ metric }) => metric)].map(([metric, of]) => [
    metric,
    [...new Set(of.map(({ reference }) => reference))].join(language === 'zh' ? '、' : ', '),
    ...sources.map(([source]) =>
      formatOutcome(
        of.filter((gap) => gap.source === source),
        language,
      ),
    ),
  ]);
  return { columns, rows };
}

/** Its tolerance is in the head when it is the same for all metrics. */
function formatSourceHead(source: string, gaps: readonly Gap[], language: Language): string {
  const [tolerance, other] = new Set(gaps.map((gap) => gap.tolerance));
  if (tolerance === undefined || other !== undefined) return source;
  return reportWords[language].within(source, formatNumber(tolerance * 100, { unit: '%', language }));
}

function formatOutcome(gaps: readonly Gap[], language: Language): string {
  if (gaps.length === 0) return '—';
  const words = reportWords[language];
  const known = gaps.map(({ difference }) => difference).filter((one) => one !== null);
  const largest = known.length === 0 ? null : known.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
  const shown = formatChange(largest === null ? null : largest * 100, { unit: '%', language });
  const failed = gaps.filter(({ passed }) => !passed).length;
  return failed === 0 ? words.agrees(shown) : words.differs(failed, gaps.length, shown);
}
