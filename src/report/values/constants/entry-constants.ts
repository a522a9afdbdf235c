import type { Problem } from '../../../base/problem.ts';
import type { Engine, EngineTable } from '../../../data/engine.ts';
import type { AnyMetric } from '../../../metrics/define-family.ts';
import { isMetric, metrics } from '../../../metrics/library.ts';
import type { MetricEntry } from '../../../schema/metrics-file-schema.ts';
import type { NamedEntry } from '../metrics-entries.ts';
import { splitParameters } from '../plan-query.ts';
import { checkCondition, checkEvent, checkText, findTextColumn } from './constant-check.ts';

/** Parameters that are events, and those that are another text of a column: what the metric calls that column. */
const eventParams = ['event', 'start', 'finish', 'back', 'touch', 'steps', 'key_events'];
const textParams: Record<string, string> = {
  channel: 'channel_column',
  tier_name: 'tier',
  control: 'group',
  variant: 'group',
};
/** Conditions on the second table of a metric of two. */
const joinedConditions = ['users_where', 'active_where'];

/** What a sound metric entry asks for that its tables do not have. */
export async function checkEntryConstants(
  { entry, getPlace }: Pick<NamedEntry, 'entry' | 'getPlace'>,
  engine: Engine,
): Promise<Problem[]> {
  if (entry.kind !== 'metric' || !isMetric(entry.given.metric)) return [];
  const { given } = entry;
  const metric = metrics[entry.given.metric];
  const table = engine.table(given.from ?? metric.table);
  if (!table) return [];
  const problems: Problem[] = [];
  if (given.where !== undefined)
    problems.push(...(await checkCondition(given.where, { engine, table, place: getPlace('where') })));
  const { of, each } = given;
  if (of !== undefined && !each)
    problems.push(...(await checkCondition(of, { engine, table, place: getPlace('of') })));
  if (each?.of !== undefined)
    problems.push(...(await checkCondition(each.of, { engine, table, place: getPlace('each', 'of') })));
  problems.push(...(await checkParameters(given, metric, { engine, table, getPlace })));
  return problems;
}

interface CheckedEntry extends Pick<NamedEntry, 'getPlace'> {
  engine: Engine;
  table: EngineTable;
}

async function checkParameters(
  given: MetricEntry,
  metric: AnyMetric,
  { engine, table, getPlace }: CheckedEntry,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [param, value] of Object.entries(given.with ?? {})) {
    // `event` may be the column of the events, too.
    if (Object.hasOwn(metric.columns, param)) continue;
    const texts = [value].flat().filter((one): one is string => typeof one === 'string');
    const part = { engine, table, place: getPlace('with', param) };
    if (eventParams.includes(param)) {
      const column = findColumn(given, metric, table, ['event_column', 'event']);
      for (const text of column === undefined ? [] : new Set(texts))
        problems.push(...(await checkEvent(text.trim(), column!, part)));
    }
    const need = textParams[param];
    const textColumn = need === undefined ? undefined : findColumn(given, metric, table, [need]);
    const found = textColumn === undefined ? undefined : findTextColumn(table, textColumn);
    for (const text of found ? texts : []) problems.push(...(await checkText(text.trim(), found!, part)));
    const second = joinedConditions.includes(param) ? findSecondTable(given, metric, engine) : undefined;
    for (const text of second ? texts : [])
      problems.push(...(await checkCondition(text, { ...part, table: second! })));
  }
  return problems;
}

/** The column of one of these needs, as the entry or else the table calls it. */
function findColumn(
  { with: withs = {} }: MetricEntry,
  metric: AnyMetric,
  table: EngineTable,
  needs: readonly string[],
): string | undefined {
  for (const need of needs) {
    const names = metric.columns[need]?.names;
    if (!names) continue;
    const asked = withs[need];
    const found = typeof asked === 'string' ? [asked.trim()] : names;
    return found.find((name) => findTextColumn(table, name) !== undefined);
  }
  return undefined;
}

function findSecondTable({ with: withs = {} }: MetricEntry, metric: AnyMetric, engine: Engine) {
  const parsed = metric.params.safeParse(splitParameters(withs, metric).own);
  return parsed.success && metric.joined ? engine.table(metric.joined.of(parsed.data).table) : undefined;
}
