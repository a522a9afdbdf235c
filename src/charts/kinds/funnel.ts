import { z } from 'zod';
import type { Claim, Member } from '../../base/claims/claim.ts';
import { makeLevel, makeRank, makeShare } from '../../base/claims/make-claims.ts';
import { formatNumber } from '../../base/number-format.ts';
import type { TableRows } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { createColumn, listGroups } from '../data/chart-series.ts';
import {
  buildRowNameLayers,
  buildRowScale,
  buildTextLayer,
  buildTopLabel,
  layoutRowNames,
} from '../data/row-names.ts';
import { formatDirectText, formatInUnit } from '../draw/direct-text.ts';
import { measureColumn } from '../draw/labels.ts';
import { measureText } from '../draw/measure-text.ts';
import { buildExampleInput } from '../example.ts';
import type { ChartInput } from '../input.ts';
import type { ChartKind, InputError, Spec } from '../kind.ts';
import { attributes, filterAttributes } from '../props.ts';
import { fontSizes, getColour } from '../theme.ts';

const rowHeight = 54;

/** More are left to the table. */
const mostSteps = 10;

export const funnel: ChartKind = {
  title: { zh: '漏斗图', en: 'Funnel' },
  description: {
    zh: '各步骤的数量，步骤之间是较上一步的转化率，右侧是较第一步的转化率。数值的分组就是步骤，按先后排列。',
    en: 'Counts of steps, the rate from step to step between them, the overall rate at the right. A value by step.',
  },
  use: {
    zh: '看用户在哪一步流失最多。',
    en: 'At which step most users are lost.',
  },
  avoid: {
    zh: '各步不是同一批人的先后步骤时不要用；比较并列的各项用 bars。',
    en: 'Not where the steps are no sequence of the same people; for items side by side use bars.',
  },
  sources: ['values'],
  props: z.strictObject({ of: attributes.value, ...filterAttributes }),
  panel: 'bars',
  validate,
  buildSpec,
  listClaims,
  listDetails,
  buildTable,
  example: {
    tag: '<Figure kind="funnel" of="购买漏斗" id="funnel" />',
    metrics: '购买漏斗: { metric: funnel, from: events, with: { funnel: 购买 } }',
    input: (language) => {
      const names = { zh: ['访问', '注册', '加购', '支付'], en: ['Visit', 'Sign up', 'Cart', 'Pay'] }[
        language
      ];
      const points = [27_074, 8_120, 2_205, 1_302].map((value, i) => {
        return { key: `${i + 1}`, label: names[i]!, value };
      });
      return buildExampleInput(language, {
        name: { zh: '购买漏斗', en: 'Purchase funnel' },
        unit: '人',
        points,
      });
    },
  },
};

function validate({ values }: ChartInput): InputError | undefined {
  const [value] = values;
  if (!value) return { why: 'empty', name: '' };
  if (value.points.length < 2 || listGroups(value).length > 1)
    return { why: 'needs-parts', name: value.name };
  return value.points[0]?.value ? undefined : { why: 'empty', name: value.name };
}

interface Step {
  label: string;
  value: number | null;
  text: string;
  /** Of the step before, and of the first; empty where there is none. */
  stepRate: string;
  overallRate: string;
}

function computeSteps({ values, language }: ChartInput): Step[] {
  const points = values[0]?.points ?? [];
  const rate = (part: number | null, whole: number | null | undefined) =>
    formatNumber(part === null || !whole ? null : (part / whole) * 100, { unit: '%', language });
  return points.map(({ label, value, text }, i) => ({
    label,
    value,
    text: formatDirectText({ value, text }, values[0]?.unit ?? '', language),
    stepRate: i === 0 ? '' : rate(value, points[i - 1]?.value),
    overallRate: i === 0 ? '' : rate(value, points[0]?.value),
  }));
}

function buildSpec(input: ChartInput, fullWidth: number): Spec {
  const words = chartWords[input.language];
  const all = computeSteps(input);
  const { names, width: left } = layoutRowNames(
    all.map((step) => step.label),
    fullWidth,
  );
  const rates = measureColumn(
    all.map((step) => step.overallRate),
    fontSizes.label,
  );
  const side = Math.max(rates, measureColumn([words.overallRate], fontSizes.small)) + 16;
  const width = fullWidth - left - side;
  const largest = Math.max(...all.map((step) => step.value ?? 0));
  const rows = all.map((step, i) => ({
    ...step,
    ...names[i]!,
    inside: ((step.value ?? 0) / largest) * width > measureText(step.text, fontSizes.label) * 1.1 + 24,
    rate: step.stepRate && `↓ ${step.stepRate}`,
    hover: words.hover(step.label, step.text),
  }));
  const y = buildRowScale(names, 0.42);
  const x = {
    field: 'value',
    type: 'quantitative',
    scale: { domain: [0, largest], nice: false },
    axis: null,
  };
  const start = { x: { value: 0 }, y };
  const end = { x: { value: 'width' }, y };
  return {
    data: { values: rows },
    width,
    height: { step: rowHeight },
    layer: [
      {
        mark: { type: 'bar', aria: true, color: getColour('c1') },
        encoding: { y, x, description: { field: 'hover' } },
      },
      buildTextLayer(
        'text',
        { x, y },
        { align: 'right', dx: -10, fill: getColour('paper'), fontWeight: 'bold' },
        'datum.inside',
      ),
      buildTextLayer('text', { x, y }, { align: 'left', dx: 8, fontWeight: 'bold' }, '!datum.inside'),
      buildTextLayer('rate', start, {
        align: 'left',
        dx: 4,
        dy: -rowHeight / 2,
        fontSize: fontSizes.small,
        fill: getColour('ink-2'),
      }),
      buildTextLayer('overallRate', end, { align: 'right', dx: side }),
      ...buildRowNameLayers(y),
      buildTopLabel(words.overallRate, { x: { value: 'width' } }, { align: 'right', dx: side, dy: 26 }),
    ],
  } as Spec;
}

/** What comes through, where most are lost, and where the smallest share goes on: the last two may be different steps. */
function listClaims(input: ChartInput): Claim[] {
  const words = chartWords[input.language];
  const unit = input.values[0]?.unit ?? '';
  const steps = computeSteps(input);
  const [first, last] = [toStepMember(steps[0], unit), toStepMember(steps.at(-1), unit)];
  const passages = steps.slice(1).flatMap((step, i) => {
    const [from, to] = [toStepMember(steps[i], unit), toStepMember(step, unit)];
    return from && to && from.value > 0
      ? [{ from, to, name: words.stepOf(from.name, to.name), text: step.stepRate }]
      : [];
  });
  const losses = passages.map(({ from, to, name }): Member => {
    const value = from.value - to.value;
    return { name, value, text: formatInUnit(input, value), unit };
  });
  const rates = passages.map(({ from, to, name, text }): Member => {
    return { name, value: (to.value / from.value) * 100, text, unit: '%' };
  });
  return [
    ...(first && last && first !== last ? tellPassage(first, last, steps.at(-1)!.overallRate) : []),
    ...(losses.some(({ value }) => value > 0)
      ? makeRank(losses, { of: '', what: 'loss', ends: ['highest'] })
      : []),
    ...makeRank(rates, { of: '', what: 'continuation', ends: ['lowest'] }),
  ];
}

/** How many come to each step. */
function listDetails(input: ChartInput): Claim[] {
  const { label = '', unit = '' } = input.values[0] ?? {};
  const steps = computeSteps(input).flatMap((step) => toStepMember(step, unit) ?? []);
  return steps.length > 1 && steps.length <= mostSteps ? makeLevel('value', label, steps) : [];
}

function tellPassage(first: Member, last: Member, text: string): Claim[] {
  if (!(first.value > 0)) return makeLevel('pair', '', [first, last]);
  const amount = { value: (last.value / first.value) * 100, text, unit: '%' };
  const share = makeShare({ what: 'passage', of: '', members: [first, last], amount });
  return share.length > 0 ? share : makeLevel('pair', '', [first, last]);
}

function toStepMember(step: Step | undefined, unit: string): Member | undefined {
  return step && step.value !== null && Number.isFinite(step.value)
    ? { name: step.label, value: step.value, text: step.text, unit }
    : undefined;
}

function buildTable(input: ChartInput): TableRows {
  const words = chartWords[input.language];
  const value = input.values[0];
  return {
    columns: [
      createColumn('step', words.step, 'left'),
      createColumn('value', value?.label ?? ''),
      createColumn('step_rate', words.stepRate),
      createColumn('overall_rate', words.overallRate),
    ],
    rows: computeSteps(input).map((step, i) => [
      step.label,
      value?.points[i]?.text ?? '—',
      step.stepRate || '—',
      step.overallRate || '—',
    ]),
  };
}
