import { z } from 'zod';
import type { Claim, Member } from '../../base/claims/claim.ts';
import { makeLevel, makeRank } from '../../base/claims/make-claims.ts';
import { formatNumber } from '../../base/number-format.ts';
import type { TableRows } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { createColumn, filterPresent } from '../data/chart-series.ts';
import {
  buildRowNameLayers,
  buildRowScale,
  buildTextLayer,
  computeBarEnd,
  computeRowStep,
  layoutRowNames,
} from '../data/row-names.ts';
import { isTotal } from '../data/targets.ts';
import { mostRows, validateParts } from '../data/value-parts.ts';
import { formatDirectText, formatScaledText } from '../draw/direct-text.ts';
import { measureColumn } from '../draw/labels.ts';
import { formatAxisTitle, type Magnitude, selectMagnitude } from '../draw/number-axis.ts';
import { buildExampleValue } from '../example.ts';
import type { ChartInput } from '../input.ts';
import type { ChartKind, InputError, Spec } from '../kind.ts';
import { buildTitle } from '../layout/chart-heading.ts';
import { attributes, columnAttributes, filterAttributes } from '../props.ts';
import { fontSizes, getColour } from '../theme.ts';

export const waterfall: ChartKind = {
  title: { zh: '瀑布图', en: 'Waterfall' },
  description: {
    zh: '由起点经各项增减到合计。几个数值：第一个是起点，其余是增减，合计由此得出；一个有分组的数值：各部分累加到整体。',
    en: 'From a start over changes to the sum. Several values: the first is the start, the others are changes; one value by part: its parts add up to it.',
  },
  use: {
    zh: '总数由哪些增减组成、谁的贡献最大。',
    en: 'Which changes make up a total, and which contributes most.',
  },
  avoid: {
    zh: '各项不能相加（比率、均价）时不要用；只看占比用 stacked。',
    en: 'Not where items do not add up (rates, averages); for shares alone use stacked.',
  },
  sources: ['values', 'table'],
  props: z.strictObject({ of: attributes.valuesOrTable, ...filterAttributes, ...columnAttributes }),
  panel: {
    zh: '每一步从上一步的终点起算，各格的起点不同，没有共同的刻度',
    en: 'each step begins where the last one ended: panels would share no scale',
  },
  validate,
  buildSpec,
  listClaims,
  buildTable,
  example: {
    tag: '<Figure kind="waterfall" of="期初成交额, 流量影响, 转化率影响, 客单价影响" id="bridge" />',
    metrics: [
      '期初成交额: { metric: gmv, from: orders, during: 2026-03-02..2026-03-29 }',
      '期末成交额: { metric: gmv, from: orders, during: 2026-06-01..2026-06-28 }',
      '期初访客: { metric: active_users, from: events, during: 2026-03-02..2026-03-29 }',
      '期末访客: { metric: active_users, from: events, during: 2026-06-01..2026-06-28 }',
      '期初买家: { metric: buyers, from: orders, during: 2026-03-02..2026-03-29 }',
      '期末买家: { metric: buyers, from: orders, during: 2026-06-01..2026-06-28 }',
      '流量影响: { formula: (期末访客 / 期初访客 - 1) * 期初成交额 }',
      '转化率影响: { formula: (期末买家 / 期初买家 - 期末访客 / 期初访客) * 期初成交额 }',
      '客单价影响: { formula: 期末成交额 - 期末买家 / 期初买家 * 期初成交额 }',
    ].join('\n'),
    input: (language) => ({
      language,
      goals: [],
      values: (
        [
          ['期初成交额', 'GMV before', 120_000],
          ['流量影响', 'By traffic', 36_000],
          ['转化率影响', 'By conversion', 28_500],
          ['客单价影响', 'By order size', -9_300],
        ] as const
      ).map(([zh, en, value]) => buildExampleValue(language, { name: { zh, en }, unit: '元', value })),
    }),
  },
};

function validate(input: ChartInput): InputError | undefined {
  const { values } = input;
  const [first] = values;
  if (!first) return { why: 'empty', name: '' };
  if (values.length === 1) {
    const inputError = validateParts(input);
    if (inputError) return inputError;
    return isTotal(first) ? undefined : { why: 'not-a-sum', name: first.name };
  }
  if (values.length > mostRows)
    return { why: 'too-many-series', name: first.name, text: String(values.length) };
  const odd = values.find((value) => value.value === null || value.unit !== first.unit);
  return odd ? { why: odd.value === null ? 'empty' : 'not-a-sum', name: odd.name } : undefined;
}

interface Step {
  label: string;
  text: string;
  /** The same under a title that names unit and magnitude. */
  scaled: string;
  from: number;
  to: number;
  role: 'start' | 'change' | 'end';
  /** Of the step itself. */
  value: number;
}

function computeSteps({ values, language }: ChartInput): { steps: Step[]; size: Magnitude } {
  const { unit, label: whole } = values[0]!;
  const one = values.length === 1;
  const items = one
    ? filterPresent(values[0]!.points)
    : values.map(({ label, value, text }) => ({ label, value: value!, text }));
  let sum = 0;
  const ends = items.map(({ value }) => {
    sum = Number((sum + value).toPrecision(12));
    return sum;
  });
  const size = selectMagnitude(Math.max(...ends.map(Math.abs)), language);
  const texts = (value: number, text: string, sign: string) => ({
    text: `${sign}${formatDirectText({ value, text }, unit, language)}`,
    // With one decimal all along, so that a reader can add them up.
    scaled: `${sign}${size.size === 1 ? formatScaledText({ value, text }, unit, size, language) : formatNumber(value / size.size, { unit: '', language, digits: 1 })}`,
  });
  const steps = items.map(({ label, value, text }, i): Step => {
    const role = i === 0 && !one ? 'start' : 'change';
    const sign = role === 'change' && value > 0 ? '+' : '';
    return { label, value, ...texts(value, text, sign), from: ends[i - 1] ?? 0, to: ends[i]!, role };
  });
  const shown = texts(sum, formatNumber(sum, { unit, language }), '');
  const label = one ? whole : chartWords[language].result;
  return { steps: [...steps, { label, value: sum, ...shown, from: 0, to: sum, role: 'end' }], size };
}

function buildSpec(input: ChartInput, fullWidth: number): Spec {
  const words = chartWords[input.language];
  const { steps, size } = computeSteps(input);
  const { names, width: left } = layoutRowNames(
    steps.map((step) => step.label),
    fullWidth,
  );
  const width = fullWidth - left;
  const ends = steps.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const texts = steps.map((step) => step.scaled);
  const room = measureColumn(texts, fontSizes.label) * 1.1 + 14;
  const far = computeBarEnd(low, high, room, width);
  const rows = steps.map((step, i) => ({
    ...names[i]!,
    ...step,
    end: Math.max(step.from, step.to),
    next: names[i + 1]?.row,
    fill: getColour(step.role !== 'change' ? 'even' : step.to >= step.from ? 'c1' : 'c2'),
    hover: words.hover(step.label, step.text),
  }));
  const y = buildRowScale(names, 0.34);
  const x = { type: 'quantitative', scale: { domain: [low, far], nice: false }, axis: null };
  return {
    title: buildTitle(formatAxisTitle(words.amount, input.values[0]!.unit, size, input.language), fullWidth),
    data: { values: rows },
    width,
    height: { step: computeRowStep(names, 34) },
    layer: [
      {
        transform: [{ filter: 'isValid(datum.next)' }],
        mark: { type: 'rule', color: getColour('ink-3'), strokeWidth: 1 },
        encoding: {
          x: { ...x, field: 'to' },
          y: { ...y, bandPosition: 0.5 },
          y2: { field: 'next', bandPosition: 0.5 },
        },
      },
      {
        mark: { type: 'bar', aria: true },
        encoding: {
          y,
          x: { ...x, field: 'from' },
          x2: { field: 'to' },
          fill: { field: 'fill', scale: null },
          description: { field: 'hover' },
        },
      },
      buildTextLayer(
        'scaled',
        { y, x: { ...x, field: 'end' } },
        { align: 'left', dx: 7 },
        "datum.role === 'change'",
      ),
      buildTextLayer(
        'scaled',
        { y, x: { ...x, field: 'end' } },
        { align: 'left', dx: 7, fontWeight: 'bold' },
        "datum.role !== 'change'",
      ),
      ...buildRowNameLayers(y),
    ],
  } as Spec;
}

function listClaims(input: ChartInput): Claim[] {
  const { unit } = input.values[0]!;
  const { steps } = computeSteps(input);
  const end = steps.at(-1)!;
  const changes = steps.filter(({ role }) => role === 'change');
  const toMember = ({ label, text, value }: Step, sign: 1 | -1): Member => {
    return { name: label, value: sign * value, text, unit };
  };
  const total = ({ label: name, value, text }: Step): Member => ({ name, value, text, unit });
  const most = (what: 'increase' | 'decrease', sign: 1 | -1) => {
    const members = changes.map((step) => toMember(step, sign));
    return members.some(({ value }) => value > 0)
      ? makeRank(members, { of: '', what, ends: ['highest'] })
      : [];
  };
  return [
    ...(steps[0]!.role === 'start'
      ? makeLevel('after-changes', '', [total(steps[0]!), total(end)])
      : makeLevel('sum-of', '', [total(end)]).map((level) => ({ ...level, parts: changes.length }))),
    ...most('increase', 1),
    ...most('decrease', -1),
  ];
}

function buildTable(input: ChartInput): TableRows {
  const words = chartWords[input.language];
  const { unit } = input.values[0]!;
  return {
    columns: [
      createColumn('key', words.item, 'left'),
      createColumn('value', words.amount),
      createColumn('sum', words.runningSum),
    ],
    rows: computeSteps(input).steps.map(({ label, text, to }) => [
      label,
      text,
      formatNumber(to, { unit, language: input.language }),
    ]),
  };
}
