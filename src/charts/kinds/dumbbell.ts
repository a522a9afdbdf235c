import { z } from 'zod';
import type { Amount, Claim, Count, Gap, Way } from '../../base/claims/claim.ts';
import {
  makeChange,
  makeCount,
  makeGap,
  pickMostMoved,
  pickWidest,
  resolveNamedUnit,
} from '../../base/claims/make-claims.ts';
import { formatBareNumber } from '../../base/number-format.ts';
import type { TableRows } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { buildSeries, createColumn, listGroups } from '../data/chart-series.ts';
import {
  buildRowNameLayers,
  buildRowScale,
  buildTextLayer,
  buildTopLabel,
  computeRowStep,
  layoutRowNames,
} from '../data/row-names.ts';
import { mostRows } from '../data/value-parts.ts';
import { formatDirectText } from '../draw/direct-text.ts';
import { measureColumn } from '../draw/labels.ts';
import { truncateText } from '../draw/measure-text.ts';
import { buildNumberAxis } from '../draw/number-axis.ts';
import { buildExampleGoals } from '../example.ts';
import type { ChartInput } from '../input.ts';
import { type ChartKind, type InputError, type Layer, panelRefusals, type Spec } from '../kind.ts';
import { buildTitle } from '../layout/chart-heading.ts';
import { attributes, columnAttributes, filterAttributes } from '../props.ts';
import { findNameColour } from '../series-styles.ts';
import { fontSizes, getColour, isNarrow } from '../theme.ts';

export const dumbbell: ChartKind = {
  title: { zh: '哑铃图', en: 'Dumbbell chart' },
  description: {
    zh: '每行两点：空心是前，实心是后。`of="goals"` 由基线到实际，按占目标的百分比排开；或两个同单位、同分组的数值，或表的 y="前, 后" 两列。',
    en: 'Two points a row: hollow before, solid after. `of="goals"` goes from baseline to actual, in percent of the target; or two values of one unit and the same groups, or two columns y of a table.',
  },
  use: {
    zh: '前后两次的差距：每项从多少变到多少。',
    en: 'The gap between before and after, item by item.',
  },
  avoid: {
    zh: '多于两个时点用 trend；前后不是同一口径时不要用。',
    en: 'For more than two moments use trend; not where before and after are defined differently.',
  },
  sources: ['goals', 'values', 'table'],
  props: z.strictObject({ of: attributes.valuesOrTable, ...filterAttributes, ...columnAttributes }),
  panel: panelRefusals.twoGroupings,
  validate,
  buildSpec,
  listClaims,
  buildTable,
  example: {
    tag: '<Figure kind="dumbbell" of="goals" id="change" />',
    input: (language) => buildExampleGoals(language),
  },
};

function validate(input: ChartInput): InputError | undefined {
  const { values, goals } = input;
  if (values.length === 0) {
    if (collectPairs(input).length === 0) return { why: 'empty', name: 'goals' };
    return goals.length > mostRows
      ? { why: 'too-many-series', name: 'goals', text: String(goals.length) }
      : undefined;
  }
  const [first, second] = values;
  if (!first || !second || values.length > 2)
    return { why: 'needs-values', name: first?.name ?? '', text: '2' };
  const split = values.find((value) => value.points.length === 0 || listGroups(value).length > 1);
  if (split) return { why: 'needs-parts', name: split.name };
  if (first.unit !== second.unit) return { why: 'not-one-unit', name: second.name, text: second.unit };
  const count = collectPairs(input).length;
  if (count === 0) return { why: 'empty', name: first.name };
  return count > mostRows ? { why: 'too-many-series', name: first.name, text: String(count) } : undefined;
}

interface Pair {
  label: string;
  before: End;
  after: End;
}

/** `own`: the number itself; `at`: where it is drawn, for goals in per cent of their targets. */
interface End {
  at: number;
  text: string;
  own: Amount;
}

/** Members that have both; goals in percent of their targets. */
function collectPairs({ values, goals, language }: ChartInput): Pair[] {
  if (values.length === 0)
    return goals.flatMap(({ kpi, baseline, actual, target, unit }) => {
      if (baseline.value === null || actual.value === null || !target.value) return [];
      const end = (shown: typeof baseline): End => {
        const text = formatDirectText(shown, unit, language);
        return { at: (shown.value! / target.value!) * 100, text, own: { value: shown.value!, text, unit } };
      };
      return [{ label: kpi, before: end(baseline), after: end(actual) }];
    });
  const [before, after] = buildSeries({ values, language });
  return (before?.points ?? []).flatMap((point, i) => {
    const last = after?.points[i];
    if (point.value === null || !last || last.value === null) return [];
    const { unit } = values[0]!;
    const end = (one: { value: number | null; text: string }): End => {
      const text = formatDirectText(one, unit, language);
      const own = { value: one.value!, text, unit: resolveNamedUnit(point.label, unit) };
      return { at: one.value!, text, own };
    };
    return [{ label: point.label, before: end(point), after: end(last) }];
  });
}

function getEndLabels({ values, language }: ChartInput): [string, string] {
  const words = chartWords[language];
  return values.length === 0 ? [words.baseline, words.actual] : [values[0]!.label, values[1]!.label];
}

function buildSpec(input: ChartInput, fullWidth: number): Spec {
  const words = chartWords[input.language];
  const pairs = collectPairs(input);
  const aimed = input.values.length === 0;
  const { names, width: left } = layoutRowNames(
    pairs.map((pair) => pair.label),
    fullWidth,
  );
  const texts = pairs.map(({ before, after }) => `${before.text} → ${after.text}`);
  const shown = isNarrow(fullWidth) ? pairs.map(formatShortPair) : texts;
  const side = measureColumn(shown, fontSizes.label) + 18;
  const width = fullWidth - left - side;
  const numbers = pairs.flatMap(({ before, after }) => [before.at, after.at]);
  const axis = buildNumberAxis(aimed ? [...numbers, 100] : numbers, {
    free: true,
    count: isNarrow(fullWidth) ? 2 : 4,
  });
  const rows = pairs.map((pair, i) => ({
    ...names[i]!,
    paint: getColour(findNameColour(pair.label, input) ?? 'c1'),
    before: pair.before.at,
    after: pair.after.at,
    text: shown[i],
    hover: words.hover(pair.label, texts[i]!),
  }));
  const y = buildRowScale(names, 0);
  const ticks = Object.fromEntries(
    axis.ticks.map((tick) => [tick, `${formatBareNumber(tick, input.language)}${aimed ? '%' : ''}`]),
  );
  const x = {
    type: 'quantitative',
    scale: { domain: [axis.low, axis.high], nice: false, zero: false },
    axis: {
      title: null,
      orient: 'bottom',
      domain: true,
      values: axis.ticks,
      labelExpr: `(${JSON.stringify(ticks)})[datum.value]`,
    },
  };
  const [first, last] = getEndLabels(input).map((text) => truncateText(text, fontSizes.small, 230));
  return {
    title: buildTitle(`○ ${first} → ● ${last}`, fullWidth, { offset: aimed ? 26 : 10 }),
    data: { values: rows },
    width,
    height: { step: computeRowStep(names, 32) },
    layer: [
      ...(aimed
        ? buildTargetLayers(x, words.targetIs('100%'), (100 - axis.low) / (axis.high - axis.low))
        : []),
      {
        mark: { type: 'rule', strokeWidth: 2, color: getColour('ink-3') },
        encoding: { y, x: { ...x, field: 'before' }, x2: { field: 'after' } },
      },
      buildPointLayer({ y, x: { ...x, field: 'before' } }, { fill: getColour('paper') }, 'stroke'),
      buildPointLayer(
        { y, x: { ...x, field: 'after' }, description: { field: 'hover' } },
        { aria: true },
        'fill',
      ),
      buildTextLayer('text', { y, x: { value: 'width' } }, { align: 'right', dx: side }),
      ...buildRowNameLayers(y),
    ],
  } as Spec;
}

/** With the unit once: `1,900 → 2,600 people`. */
function formatShortPair({ before, after }: Pair): string {
  const unit = /[^\d.,)−]*$/.exec(after.text)![0];
  const bare = unit !== '' && before.text.endsWith(unit) ? before.text.slice(0, -unit.length) : before.text;
  return `${bare} → ${after.text}`;
}

/** `channel`: what of it has the colour of its row. */
function buildPointLayer(encoding: object, mark: object, channel: 'fill' | 'stroke'): Layer {
  return {
    mark: { type: 'point', opacity: 1, filled: true, size: 110, strokeWidth: 2, ...mark },
    encoding: { ...encoding, [channel]: { field: 'paint', scale: null } },
  } as Layer;
}

function buildTargetLayers(x: object, text: string, at: number): Layer[] {
  const align = at < 0.1 ? 'left' : at > 0.9 ? 'right' : 'center';
  return [
    {
      data: { values: [{}] },
      mark: { type: 'rule', color: getColour('ink-2'), strokeDash: [3, 3] },
      encoding: { x: { ...x, datum: 100 } },
    } as Layer,
    buildTopLabel(text, { x: { ...x, datum: 100 } }, { align, dy: -8 }),
  ];
}

/**
 * Up and down of one thing at two times, else who lies above whom; and the largest of these. Goals of several units
 * are measured in shares of their targets.
 */
function listClaims(input: ChartInput): Claim[] {
  const [first, last] = getEndLabels(input);
  const pairs = collectPairs(input);
  if (isOverTime(input)) {
    const changes = pairs.flatMap(({ label, before, after }) =>
      makeChange(label, { ...before.own, name: first }, { ...after.own, name: last }).map((change) => ({
        change,
        size: Math.abs(after.at - before.at),
      })),
    );
    return [
      ...tellCounts(
        { up: 'rose', down: 'fell', even: 'stayed' },
        changes.map(({ change }) => change.way),
      ),
      ...(input.goals.every(isAimedUp) || input.values.length > 0
        ? pickMostMoved(changes, input.values.length > 0 ? 'own' : 'of-target')
        : []),
    ];
  }
  const gaps = pairs.flatMap(({ label, before, after }) =>
    makeGap({
      what: 'widest',
      of: label,
      left: { ...after.own, name: last },
      right: { ...before.own, name: first },
    }),
  );
  return [
    ...tellCounts(
      { above: 'above', below: 'below', level: 'level' },
      gaps.map(({ way }) => way),
      { of: last, at: first },
    ),
    ...pickWidest(gaps),
  ];
}

/** Targets of zero and below give no share. */
const isAimedUp = ({ target }: ChartInput['goals'][number]) => target.value === null || target.value > 0;

/** How many go each way; none of a way that none goes. */
function tellCounts<W extends Way | Gap['way']>(
  told: Record<W, Count['what']>,
  ways: readonly W[],
  frame: { of?: string; at?: string } = {},
): Claim[] {
  return (Object.keys(told) as W[]).flatMap((way) => {
    const count = ways.filter((one) => one === way).length;
    return count > 0 ? makeCount(told[way], count, { ...frame, among: ways.length }) : [];
  });
}

/** A baseline comes before what was reached; two values are one thing where only their time differs. */
function isOverTime({ values }: ChartInput): boolean {
  if (values.length === 0) return true;
  const [before, after] = values.map(({ observed }) => observed);
  return (
    before !== undefined && after !== undefined && before.thing === after.thing && before.to < after.from
  );
}

function buildTable(input: ChartInput): TableRows {
  const words = chartWords[input.language];
  const [first, last] = getEndLabels(input);
  return {
    columns: [
      createColumn('key', input.values.length === 0 ? words.kpi : words.part, 'left'),
      createColumn('before', first),
      createColumn('after', last),
    ],
    rows: collectPairs(input).map(({ label, before, after }) => [label, before.text, after.text]),
  };
}
