/** Every metric over its example's tables with nothing, one row, everything twice, and blanks. */
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { AnyMetric } from '../../metrics/define-family.ts';
import { metrics } from '../../metrics/library.ts';
import { evaluateMetrics } from '../../test/evaluate-metrics.ts';

const worked = Object.values<AnyMetric>(metrics).flatMap(({ id, example }) =>
  example ? [{ id, files: example.files, entry: parse(example.yaml) as unknown }] : [],
);

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
    const { values, problems } = await evaluateMetrics(changed, stringify({ x: entry }));
    // Where the tables no longer say what is needed, that is a problem; else there is a value.
    expect(Boolean(values.x) || problems.length > 0, id).toBe(true);
    expect(JSON.stringify(values.x ?? {})).not.toMatch(/NaN|Infinity|undefined|∞/);
    if (values.x?.value === null) expect(values.x.text).toBe('—');
  },
);
