/** What every metric says of nothing: 0 where nothing happened, else that it is not available. */
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { AnyMetric } from '../metrics/forget.ts';
import { metrics } from '../metrics/library.ts';
import { valuesOf } from '../test/values-of.ts';

interface Entry {
  metric?: string;
  where?: string;
  with?: Record<string, unknown>;
}

const worked = Object.values<AnyMetric>(metrics).flatMap((metric) => {
  const { example } = metric;
  const entry = example && (parse(example.yaml) as Entry);
  return example && entry?.metric === metric.id
    ? [{ metric, id: metric.id, files: example.files, entry }]
    : [];
});

/** The example's entry with a condition that no row of either table meets. */
function without({ metric, entry }: (typeof worked)[number]): string {
  const second = metric.beside && { [`${metric.beside.of(entry.with ?? {}).param}_where`]: '1 = 0' };
  const withs = { ...entry.with, ...second };
  const none = { ...entry, where: '1 = 0', ...(Object.keys(withs).length > 0 && { with: withs }) };
  return stringify({ x: none });
}

test.each(worked)('$id without rows', async (one) => {
  const { values } = await valuesOf(one.files, without(one));
  const { empty } = one.metric;
  expect(values.x?.value).toBe(empty);
  expect(JSON.stringify(values.x)).not.toMatch(/NaN|Infinity|undefined/);
  if (empty === null) expect(values.x?.text).toBe('—');
});

/** Every table of the example with its head alone, with its first row, and with rows of nothing but blanks. */
const bare: Record<string, (text: string) => string> = {
  'a table without rows': (text) => `${text.split('\n')[0]}\n`,
  'one row': (text) => `${text.split('\n').slice(0, 2).join('\n')}\n`,
  'rows twice': (text) => {
    const [head, ...rows] = text.trim().split('\n');
    return `${[head, ...rows, ...rows].join('\n')}\n`;
  },
  'blanks in all but the first row': (text) => {
    const [head = '', first = '', ...rows] = text.trim().split('\n');
    return `${[head, first, ...rows.map(() => ','.repeat(head.split(',').length - 1))].join('\n')}\n`;
  },
};

test.each(Object.entries(bare).flatMap(([what, change]) => worked.map((one) => ({ ...one, what, change }))))(
  '$id of $what shows no NaN and no infinity',
  async ({ id, files, entry, change }) => {
    const changed = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, change(text)]));
    const { values, problems } = await valuesOf(changed, stringify({ x: entry }));
    // Where the tables no longer say what is needed, that is told; else there is a value.
    expect(Boolean(values.x) || problems.length > 0, id).toBe(true);
    expect(JSON.stringify(values.x ?? {})).not.toMatch(/NaN|Infinity|undefined|∞/);
    if (values.x?.value === null) expect(values.x.text).toBe('—');
  },
);
