import { z } from 'zod';
import type { Claim } from '../../base/claims/claim.ts';
import { makeRank, makeShare } from '../../base/claims/make-claims.ts';
import type { TableRows } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { createColumn, filterPresent } from '../data/chart-series.ts';
import { formatPercent } from '../data/percent-text.ts';
import { computeRunningShares, countHead, headShare } from '../data/ranks.ts';
import {
  buildRowNameLayers,
  buildRowScale,
  buildTextLayer,
  computeBarStretch,
  computeRowStep,
  layoutRowNames,
} from '../data/row-names.ts';
import { sortParts, validateParts, validateSum } from '../data/value-parts.ts';
import { formatScaledText } from '../draw/direct-text.ts';
import { measureColumn } from '../draw/labels.ts';
import { truncateText } from '../draw/measure-text.ts';
import { formatAxisTitle, selectMagnitude } from '../draw/number-axis.ts';
import { buildExampleInput } from '../example.ts';
import type { ChartInput } from '../input.ts';
import type { ChartKind, InputError, Spec } from '../kind.ts';
import { attributes, columnAttributes, filterAttributes } from '../props.ts';
import { fontSizes, getColour, isNarrow } from '../theme.ts';

const gap = 26;

export const pareto: ChartKind = {
  title: { zh: '帕累托图', en: 'Pareto chart' },
  description: {
    zh: '左边是各部分从高到低，右边是累计占比与 80% 线，看少数几项占了多少。数值要可以相加，有 `by: channel` 这样的分组，或用表的 x、y 两列。',
    en: 'Parts from the largest at the left, their running share with the 80% line at the right. A value that adds up, `by: channel` or the like, or columns x and y of a table.',
  },
  use: {
    zh: '少数几项是否占了大头，先解决哪几项。',
    en: 'Whether a few items make up most, and which to tackle first.',
  },
  avoid: {
    zh: '各项不能相加时不要用；项数少于 4 时用 bars。',
    en: 'Not where items do not add up; with fewer than 4 use bars.',
  },
  sources: ['values', 'table'],
  props: z.strictObject({ of: attributes.valuesOrTable, ...filterAttributes, ...columnAttributes }),
  panel: 'sorted',
  validate,
  buildSpec,
  listClaims,
  buildTable,
  example: {
    tag: '<Figure kind="pareto" of="反馈量" by="tag1" id="pareto" />',
    metrics: '反馈量: { metric: count, from: tickets, unit: 条 }',
    input: (language) => {
      const names = {
        zh: ['物流慢', '支付失败', '客服未回', '页面卡顿', '价格不符', '其他'],
        en: ['Slow delivery', 'Payment fails', 'No answer', 'Slow pages', 'Wrong price', 'Other'],
      }[language];
      const points = [142, 96, 51, 22, 14, 9].map((value, i) => ({ key: `${i}`, label: names[i]!, value }));
      return buildExampleInput(language, { name: { zh: '反馈量', en: 'Complaints' }, unit: '条', points });
    },
  },
};

function validate(input: ChartInput): InputError | undefined {
  return validateParts(input) ?? validateSum(input.values[0]!);
}

interface Part {
  label: string;
  value: number;
  text: string;
  /** Of the whole up to here, in percent. */
  running: number;
  runningText: string;
}

function computeParts({ values, language }: ChartInput): Part[] {
  const value = values[0]!;
  const points = filterPresent(sortParts(value.points));
  const shares = computeRunningShares(
    points.map((point) => point.value),
    value.value!,
  );
  return points.map(({ label, value: number, text }, i) => {
    const running = shares[i]!;
    return { label, value: number, text, running, runningText: formatPercent(running, { language }) };
  });
}

function buildSpec(input: ChartInput, fullWidth: number): Spec {
  const { language } = input;
  const words = chartWords[language];
  const value = input.values[0]!;
  const parts = computeParts(input);
  const { names, width: left } = layoutRowNames(
    parts.map((part) => part.label),
    fullWidth,
  );
  const stacked = isNarrow(fullWidth);
  const size = selectMagnitude(parts[0]!.value, language);
  const rows = parts.map((part, i) => ({
    ...names[i]!,
    ...part,
    scaled: formatScaledText(part, value.unit, size, language),
    hover: words.hover(part.label, words.join([part.text, words.runningIs(part.runningText)])),
  }));
  const width = stacked ? fullWidth - left : (fullWidth - left - gap) / 2;
  const room = (texts: string[]) => measureColumn(texts, fontSizes.label) + 16;
  const longest = room(rows.map((row) => row.scaled));
  const side = room(rows.map((row) => row.runningText));
  const scaled = buildRowScale(names, 0.36);
  // A panel without bars would have points for rows, and they would not stand beside the bars.
  const y = { ...scaled, scale: { ...scaled.scale, type: 'band' } };
  const axis = (field: string, high: number, text: number) => ({
    field,
    type: 'quantitative',
    scale: { domain: [0, high * computeBarStretch(text, width)], nice: false },
    axis: null,
  });
  const x = axis('value', parts[0]!.value, longest);
  const share = axis('running', 100, side);
  const height = { step: computeRowStep(names, 30) };
  const base = { data: { values: rows }, width, height };
  const panels = [
    {
      ...base,
      title: truncateText(formatAxisTitle(value.label, value.unit, size, language), fontSizes.small, width),
      layer: [
        {
          mark: { type: 'bar', aria: true, color: getColour('c1') },
          encoding: { y, x, description: { field: 'hover' } },
        },
        buildTextLayer('scaled', { y, x }, { align: 'left', dx: 6 }),
        ...buildRowNameLayers(y),
      ],
    },
    {
      ...base,
      title: words.runningTitle(`${headShare}%`),
      layer: [
        {
          data: { values: [{ running: headShare }] },
          mark: { type: 'rule', color: getColour('ink-3'), strokeDash: [3, 3] },
          encoding: { x: share },
        },
        {
          mark: { type: 'line', color: getColour('c2'), strokeWidth: 2 },
          encoding: { y, x: share, order: { field: 'running' } },
        },
        {
          mark: { type: 'point', color: getColour('c2'), opacity: 1, aria: true },
          encoding: { y, x: share, description: { field: 'hover' } },
        },
        buildTextLayer('runningText', { y, x: { value: 'width' } }, { align: 'right' }),
        ...(stacked ? buildRowNameLayers(y) : []),
      ],
    },
  ];
  return {
    // Side by side where there is room, else one below the other.
    ...(stacked ? { vconcat: panels } : { hconcat: panels }),
    spacing: gap,
    resolve: { scale: { y: 'independent', x: 'independent' } },
  } as Spec;
}

function listClaims(input: ChartInput): Claim[] {
  const { label: of, unit } = input.values[0]!;
  const parts = computeParts(input);
  const count = countHead(parts.map(({ running }) => running));
  const few = parts[count - 1]!;
  const amount = { value: few.running, text: few.runningText, unit: '%' };
  const members = parts.map(({ label, value, text }) => ({ name: label, value, text, unit }));
  return [
    ...makeShare({ what: 'first', of, members: [], amount, count, among: parts.length }),
    ...makeRank(members, { of: '', what: 'largest', ends: ['highest'] }),
  ];
}

function buildTable(input: ChartInput): TableRows {
  const words = chartWords[input.language];
  return {
    columns: [
      createColumn('key', words.part, 'left'),
      createColumn('value', input.values[0]!.label),
      createColumn('running', words.runningShare),
    ],
    rows: computeParts(input).map(({ label, text, runningText }) => [label, text, runningText]),
  };
}
