/** Steps of time that rows are parted by: those of the calendar, and hours, weekdays and phases. */
import type { Grain } from '../../../base/calendar-days.ts';
import { quoteSqlText } from '../../../base/quoting.ts';
import { buildPeriodCondition } from '../../../metrics/sql/select.ts';
import { valueWords } from '../../../words/value-words.ts';
import type { RowScope } from './row-scope.ts';

/** A step as SQL: what it is sorted by, and its key as a text. */
interface StepSql {
  value: string;
  key: string;
  grain?: Grain;
  /** All there are, in order, where they do not go on like days do. */
  members?: readonly SetMember[];
}

/** One of a set of members that is known before rows are looked at. */
export interface SetMember {
  key: string;
  label: string;
}

type BuildStep = (scope: RowScope & { day: string }) => StepSql;

const buildGrain =
  (grain: Grain, value: (day: string) => string, key: (day: string) => string): BuildStep =>
  ({ day }) => ({ grain, value: value(day), key: key(day) });

const formatDay = (pattern: string) => (day: string) => `strftime(${day}, '${pattern}')`;

const steps = {
  day: buildGrain('day', (day) => day, formatDay('%Y-%m-%d')),
  week: buildGrain('week', formatDay('%G-W%V'), formatDay('%G-W%V')),
  month: buildGrain('month', formatDay('%Y-%m'), formatDay('%Y-%m')),
  quarter: buildGrain(
    'quarter',
    (day) => `year(${day}) || '-Q' || quarter(${day})`,
    (day) => `year(${day}) || '-Q' || quarter(${day})`,
  ),
  hour: ({ time, language }) =>
    buildCycle(`hour(${time})`, 24, (at) => ({ key: String(at), label: valueWords[language].hour(at) })),
  weekday: ({ day, language }) =>
    buildCycle(`isodow(${day})`, 7, (at) => ({
      key: String(at + 1),
      label: valueWords[language].weekday(at),
    })),
  phase: ({ day, phases }) => {
    const cases = phases.map((phase, at) => `WHEN ${buildPeriodCondition(day, phase)} THEN ${at}`);
    const value = cases.length === 0 ? 'CAST(NULL AS INTEGER)' : `CASE ${cases.join(' ')} END`;
    const names = phases.map(({ id }, at) => `WHEN ${value} = ${at} THEN ${quoteSqlText(id)}`);
    const key = names.length === 0 ? 'CAST(NULL AS VARCHAR)' : `CASE ${names.join(' ')} END`;
    return { value, key, members: phases.map(({ id, title }) => ({ key: id, label: title })) };
  },
} satisfies Record<string, BuildStep>;

type StepName = keyof typeof steps;

export const stepNames: readonly string[] = Object.keys(steps);

export function isStep(name: string): name is StepName {
  return Object.hasOwn(steps, name);
}

/** The scope must have a day. */
export function buildStepSql(name: StepName, scope: RowScope): StepSql {
  return steps[name]({ ...scope, day: scope.day ?? 'CAST(NULL AS DATE)' });
}

function buildCycle(value: string, length: number, create: (at: number) => SetMember): StepSql {
  const members = Array.from({ length }, (_, at) => create(at));
  return { value, key: `CAST(${value} AS VARCHAR)`, members };
}
