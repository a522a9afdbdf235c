/** The example of every kind in both languages, as it is and with long names. */
import type { Language } from '../../base/language.ts';
import { findTimeGrain } from '../data/time-keys.ts';
import type { ChartInput } from '../input.ts';
import { type Kind, kinds } from '../kinds/kinds.ts';
import type { Sample } from './inputs.sample.ts';

const tail: Record<Language, string> = {
  zh: '（含品牌词与长尾词的全部来源，第二期口径）',
  en: ' with everything that belongs to it, second edition',
};

/** The same input with names as long as authors write them; times stay. */
export function withLongNames(input: ChartInput): ChartInput {
  const long = (text: string) => `${text}${tail[input.language]}`;
  return {
    ...input,
    values: input.values.map((value) => {
      const timed = findTimeGrain(value.points.map(({ key }) => key)) !== undefined;
      const points = value.points.map((point) => ({
        ...point,
        ...(!timed && { label: long(point.label) }),
        ...(point.group !== undefined && { group: long(point.group) }),
      }));
      const renamed = input.values.length === 1 || points.length === 0;
      return { ...value, ...(renamed && { label: long(value.label) }), points };
    }),
    goals: input.goals.map((goal) => ({ ...goal, kpi: long(goal.kpi) })),
    ...(input.table && {
      table: {
        ...input.table,
        rows: input.table.rows.map((row) => ({ ...row, name: long(String(row.name)) })),
      },
    }),
  };
}

export const exampleSamples: Sample[] = (Object.keys(kinds) as Kind[]).flatMap((kind) =>
  (['zh', 'en'] as const).flatMap((language) => {
    const input = kinds[kind].example.input(language);
    return [
      { kind, name: `${language} example`, input },
      { kind, name: `${language} example, long names`, input: withLongNames(input) },
    ];
  }),
);
