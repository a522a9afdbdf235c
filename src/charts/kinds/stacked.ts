import { z } from 'zod';
import type { Claim, Member } from '../../base/claims/claim.ts';
import { makeChange, makeRank } from '../../base/claims/make-claims.ts';
import type { TableRows } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { createColumn, listGroups } from '../data/chart-series.ts';
import {
  buildRowNameLayers,
  buildRowScale,
  buildTextLayer,
  computeRowStep,
  layoutRowNames,
} from '../data/row-names.ts';
import { computeShareStacks, type Share } from '../data/stacks.ts';
import { mostRows, validateSum, validateTwoDimensions } from '../data/value-parts.ts';
import { measureText } from '../draw/measure-text.ts';
import { buildExampleInput, buildExampleWeeks } from '../example.ts';
import type { ChartInput } from '../input.ts';
import type { ChartKind, InputError, Layer, Spec } from '../kind.ts';
import { buildLegend } from '../layout/chart-heading.ts';
import { classEdge } from '../layout/classes.ts';
import { pickGroupPaints } from '../layout/group-paints.ts';
import { buildPeriodLabels } from '../layout/time-axis.ts';
import { attributes, columnAttributes, filterAttributes } from '../props.ts';
import { fontSizes } from '../theme.ts';

const mostGroups = 6;
const mostColumns = 16;

export const stacked: ChartKind = {
  title: { zh: '构成图', en: 'Composition' },
  description: {
    zh: '每期或每组的构成，合为 100%，段内写占比。数值要有 `by: [week, channel]` 或 `by: [题目, 选项]` 这样的两层分组，第二层不超过 6 种。',
    en: 'What each period or group is made of, to 100%, with shares in the bars. A value `by: [week, channel]` or `by: [question, answer]`, the second of at most 6.',
  },
  use: {
    zh: '构成怎样随时间或分组变化。',
    en: 'How a composition changes over time or between groups.',
  },
  avoid: {
    zh: '要比较绝对数时用 bars 或 trend；超过 6 种成分时先合并。',
    en: 'For absolute numbers use bars or trend; merge first beyond 6 parts.',
  },
  sources: ['values', 'table'],
  props: z.strictObject({ of: attributes.valuesOrTable, ...filterAttributes, ...columnAttributes }),
  panel: 'share',
  validate,
  buildSpec,
  listClaims,
  listDetails,
  buildTable,
  example: {
    tag: '<Figure kind="stacked" of="新增用户" by="week, channel" id="mix" />',
    metrics: '新增用户: { metric: new_users, from: users }',
    input: (language) =>
      buildExampleInput(language, {
        name: { zh: '新增用户', en: 'New users' },
        unit: '人',
        points: buildExampleWeeks(language, [
          [210, 190, 205, 180, 170, 165],
          [40, 75, 120, 190, 240, 290],
          [90, 95, 88, 102, 97, 99],
        ]),
      }),
  },
};

function validate({ values }: ChartInput): InputError | undefined {
  const inputError = validateTwoDimensions({ values });
  const value = values[0]!;
  if (inputError) return inputError;
  const { name } = value;
  const groups = listGroups(value).length;
  const rows = new Set(value.points.map((point) => point.key)).size;
  if (groups > mostGroups || rows > 2 * mostRows)
    return { why: 'too-many-series', name, text: `${rows} × ${groups}` };
  return validateSum(value);
}

function buildSpec(input: ChartInput, fullWidth: number): Spec {
  const { stacks, isTime } = computeShareStacks(input);
  return isTime && stacks.length > 1
    ? buildVerticalSpec(input, fullWidth)
    : buildHorizontalSpec(input, fullWidth);
}

/** One bar a row: answers, channels. */
function buildHorizontalSpec(input: ChartInput, fullWidth: number): Spec {
  const { stacks, groups } = computeShareStacks(input);
  const { names, width: left } = layoutRowNames(
    stacks.map(({ label }) => label),
    fullWidth,
  );
  const width = fullWidth - left - 1;
  const legend = buildGroupLegend(groups, left, fullWidth, input);
  const y = buildRowScale(names, 0.3);
  const x = { type: 'quantitative', scale: { domain: [0, 100], nice: false }, axis: null };
  const rows = buildSegmentRows(input, (share) => ((share.to - share.from) / 100) * width).map((row) => ({
    ...row,
    row: names[row.stack]!.row,
  }));
  return {
    data: { values: rows },
    width,
    height: { step: computeRowStep(names, 34) },
    layer: [
      buildSegmentLayer({ y, x: { ...x, field: 'from' }, x2: { field: 'to' } }),
      buildShareTextLayer({ y, x: { ...x, field: 'middle' } }),
      ...buildRowNameLayers(y, names),
      ...legend,
    ],
  } as Spec;
}

/** One column a period; a long series becomes a band without gaps. */
function buildVerticalSpec(input: ChartInput, fullWidth: number): Spec {
  const { stacks, groups } = computeShareStacks(input);
  const width = fullWidth - 44;
  const step = width / stacks.length;
  const dense = stacks.length > mostColumns;
  const height = 230;
  const domain = stacks.map(({ key }) => key);
  const x = {
    field: 'key',
    type: 'ordinal',
    scale: { domain, paddingInner: dense ? 0.08 : 0.24, paddingOuter: dense ? 0 : 0.12 },
    axis: { title: null, domain: true, ...buildPeriodLabels(stacks, step, input) },
  };
  const y = {
    type: 'quantitative',
    scale: { domain: [0, 100], nice: false },
    axis: { title: null, values: [0, 50, 100], labelExpr: "datum.value + '%'" },
  };
  const inside = (share: Share, text: string) =>
    ((share.to - share.from) / 100) * height > fontSizes.small + 6
      ? step * 0.72 - measureText(text, fontSizes.small)
      : 0;
  const rows = buildSegmentRows(input, (share) => (inside(share, share.text) > 0 ? 999 : 0));
  return {
    data: { values: rows },
    width,
    height,
    layer: [
      buildSegmentLayer({ x, y: { ...y, field: 'from' }, y2: { field: 'to' } }),
      buildShareTextLayer({ x, y: { ...y, field: 'middle' } }),
      ...buildGroupLegend(groups, 34, fullWidth, input),
    ],
  } as Spec;
}

/** One row a segment; its text where `room` (pixels) holds it. */
function buildSegmentRows(input: ChartInput, room: (share: Share) => number) {
  const words = chartWords[input.language];
  const { stacks, groups } = computeShareStacks(input);
  const paints = pickGroupPaints(groups, input);
  return stacks.flatMap(({ key, label, shares }, stack) =>
    shares
      .filter((share) => share.to > share.from)
      .map((share) => ({
        stack,
        key,
        from: share.from,
        to: share.to,
        middle: (share.from + share.to) / 2,
        text: room(share) > measureText(share.text, fontSizes.small) + 8 ? share.text : '',
        fill: paints[share.group]!.fill,
        ink: paints[share.group]!.ink,
        hover: words.hover(`${label} · ${groups[share.group]}`, share.text),
      })),
  );
}

function buildSegmentLayer(encoding: object): Layer {
  return {
    mark: { type: 'bar', aria: true, ...classEdge },
    encoding: { ...encoding, fill: { field: 'fill', scale: null }, description: { field: 'hover' } },
  } as Layer;
}

function buildShareTextLayer(encoding: object): Layer {
  return buildTextLayer(
    'text',
    { ...encoding, fill: { field: 'ink', scale: null } },
    { fontSize: fontSizes.small },
  );
}

function buildGroupLegend(
  groups: readonly string[],
  left: number,
  fullWidth: number,
  input: ChartInput,
): Layer[] {
  const paints = pickGroupPaints(groups, input);
  const keys = groups.map((text, i) => ({ text, paint: paints[i]!.fill }));
  return buildLegend(keys, fullWidth, left, { spacing: 20, margin: 40 });
}

/** Over time: whose share has moved most. Else: the largest share of each of the first rows. */
/** How many are told in the finding; as many again are left to the alternative text. */
const told = { changes: 2, stacks: 3 };

function listClaims(input: ChartInput): Claim[] {
  const { changes, leaders } = listShareClaims(input);
  return changes ? changes.slice(0, told.changes).flat() : leaders.slice(0, told.stacks).flat();
}

/** The other shares, and what leads in the end. */
function listDetails(input: ChartInput): Claim[] {
  const { changes, leaders } = listShareClaims(input);
  if (!changes) return leaders.slice(told.stacks, 2 * told.stacks).flat();
  return [...changes.slice(told.changes, mostGroups), ...leaders.slice(-1)].flat();
}

/** How far each share moved, the farthest first, where stacks are times; and the largest share of each stack. */
function listShareClaims(input: ChartInput): { changes?: Claim[][]; leaders: Claim[][] } {
  const words = chartWords[input.language];
  const { stacks, groups, isTime } = computeShareStacks(input);
  const known = stacks.filter(({ shares }) => shares.some((share) => share.share !== null));
  const toMember = (name: string, { share, text }: Share): Member => ({
    name,
    value: share!,
    text,
    unit: '%',
  });
  const leaders = known.map(({ label, shares }) =>
    makeRank(
      shares.map((share) => toMember(groups[share.group]!, share)),
      { of: '', what: 'part', at: label, ends: ['highest'] },
    ),
  );
  const [first, last] = [known[0]!, known.at(-1)!];
  if (!isTime || first === last) return { leaders };
  const changes = groups
    .map((label, i) => ({ label, from: first.shares[i]!, to: last.shares[i]! }))
    .sort((a, b) => Math.abs(b.to.share! - b.from.share!) - Math.abs(a.to.share! - a.from.share!))
    .map(({ label, from, to }) =>
      makeChange(words.shareOf(label), toMember(first.label, from), toMember(last.label, to)),
    );
  return { changes, leaders };
}

function buildTable(input: ChartInput): TableRows {
  const words = chartWords[input.language];
  const { stacks, groups, isTime } = computeShareStacks(input);
  return {
    columns: [
      createColumn('key', isTime ? words.period : words.part, 'left'),
      ...groups.map((group, i) => createColumn(`s${i + 1}`, group)),
    ],
    rows: stacks.map(({ label, shares }) => [label, ...shares.map(({ text }) => text)]),
  };
}
