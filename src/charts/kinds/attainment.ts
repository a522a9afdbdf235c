import { z } from 'zod';
import type { Claim, Member } from '../../base/claims/claim.ts';
import { makeCount, makeNamedCount, makeRank } from '../../base/claims/make-claims.ts';
import { isReached } from '../../base/conventions/attainment.ts';
import type { GoalRow, TableRows } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { createColumn } from '../data/chart-series.ts';
import {
  buildRowNameLayers,
  buildRowScale,
  buildTextLayer,
  buildTopLabel,
  layoutRowNames,
} from '../data/row-names.ts';
import { formatDirectText } from '../draw/direct-text.ts';
import { measureColumn } from '../draw/labels.ts';
import { truncateText } from '../draw/measure-text.ts';
import { buildExampleGoals } from '../example.ts';
import type { ChartInput } from '../input.ts';
import type { ChartKind, Layer, Spec } from '../kind.ts';
import { attributes } from '../props.ts';
import { fontSizes, getColour, isNarrow } from '../theme.ts';

/** A goal overshot beyond this share of its target would press all others flat; its bar ends here. */
const longestShare = 300;

export const attainment: ChartKind = {
  title: { zh: '目标达成图', en: 'Goal attainment' },
  description: {
    zh: '每项目标一条：条长是达成率，竖线是目标（100%），右侧是实际值与目标值。`of="goals"`。',
    en: 'One bar a goal: its length is the attainment, the upright line the target (100%). `of="goals"`.',
  },
  use: {
    zh: '一眼看清每项目标达成了多少、哪些没有达成。',
    en: 'How far each goal was reached, and which were missed.',
  },
  avoid: {
    zh: '目标还没有定、或要看达成的过程时，用 trend。',
    en: 'Without targets, or for the way there, use trend.',
  },
  sources: ['goals'],
  props: z.strictObject({ of: attributes.goals }),
  panel: { zh: '每个目标已占一行，目标之间刻度本就相同', en: 'each goal has a row of its own, on one scale' },
  validate: ({ goals }) => (goals.length === 0 ? { why: 'empty', name: 'goals' } : undefined),
  buildSpec,
  listClaims,
  buildTable,
  example: {
    tag: '<Figure kind="attainment" of="goals" id="goals" />',
    input: (language) => buildExampleGoals(language),
  },
};

const isMet = (goal: GoalRow) => isReached(goal.attainment.outcome);

/** Beside the bars, or above each of them where the drawing is narrow: the name and the numbers. */
function buildSpec({ goals, language }: ChartInput, fullWidth: number): Spec {
  const words = chartWords[language];
  const numbers = goals.map(
    ({ actual, target, unit }) =>
      `${formatDirectText(actual, unit, language)} / ${formatDirectText(target, unit, language)}`,
  );
  const numbersLabel = `${words.actual} / ${words.target}`;
  const above = isNarrow(fullWidth);
  const kpis = goals.map(({ kpi }, i) =>
    above
      ? truncateText(kpi, fontSizes.label, fullWidth - measureColumn([numbers[i]!], fontSizes.label) - 16)
      : kpi,
  );
  const { names, width: left } = layoutRowNames(kpis, fullWidth);
  const side = above ? 0 : measureColumn([...numbers, numbersLabel], fontSizes.label) + 16;
  const width = above ? fullWidth - 4 : fullWidth - left - side;
  const reached = goals.map((goal) => goal.attainment.text);
  const room = measureColumn(reached, fontSizes.label) + 12;
  const shares = goals.map((goal) => Math.min(Math.max(goal.attainment.value ?? 0, 0), longestShare));
  // Beyond the longest bar there is room for its percentage.
  const far = Math.max(105, ...shares) * (width / (width - room));
  const rows = goals.map((goal, i) => ({
    ...names[i]!,
    kpi: kpis[i],
    share: shares[i],
    // A text just before the target would stand on its line: it goes behind it.
    at: isTextOnTarget(shares[i]!, (room / width) * far) ? 100 : shares[i],
    reached: goal.attainment.text,
    met: isMet(goal),
    numbers: numbers[i],
    hover: words.hover(goal.kpi, words.ofTarget(goal.attainment.text)),
  }));
  const y = buildRowScale(names, 0.5);
  const x = { type: 'quantitative', scale: { domain: [0, far], nice: false }, axis: null };
  const target = { ...x, datum: 100 };
  const under = above ? 8 : 0;
  const beside = { dx: side, dy: above ? -12 : 0 };
  return {
    data: { values: rows },
    width,
    height: { step: above ? 48 : 36 },
    layer: [
      buildBarLayer({ y, x: target, color: { value: getColour('line') } }, under),
      buildBarLayer(
        {
          y,
          x: { ...x, field: 'share' },
          color: { condition: { test: 'datum.met', value: getColour('good') }, value: getColour('bad') },
          description: { field: 'hover' },
        },
        under,
      ),
      { mark: buildTargetTick(above ? 20 : 26, under), encoding: { y, x: target } },
      buildTextLayer(
        'reached',
        { y, x: { ...x, field: 'at' } },
        { dx: 8, dy: under, align: 'left', fontWeight: 'bold' },
      ),
      buildTextLayer(
        'numbers',
        { y, x: { value: 'width' } },
        { ...beside, align: 'right', fill: getColour('ink-2') },
      ),
      ...(above
        ? [buildTextLayer('kpi', { y, x: { value: 0 } }, { dy: -12, align: 'left' })]
        : buildRowNameLayers(y)),
      buildTopLabel(numbersLabel, { x: { value: 'width' } }, { align: 'right', dx: side, dy: -10 }),
      // Above bars the label of the target would meet that of the numbers.
      above
        ? buildTopLabel(words.targetIs('100%'), { x: { value: 0 } }, { align: 'left', dy: -10 })
        : buildTopLabel(words.targetIs('100%'), { x: target }, { dy: -10 }),
    ],
  } as Spec;
}

function buildTargetTick(size: number, yOffset: number) {
  return { type: 'tick', thickness: 2.5, size, yOffset, color: getColour('ink') } as const;
}

const isTextOnTarget = (share: number, room: number) => share < 100 && share + room > 99;

function buildBarLayer(encoding: object, yOffset: number): Layer {
  const mark = { type: 'bar', height: 16, yOffset, aria: 'description' in encoding };
  return { mark, encoding } as Layer;
}

function listClaims({ goals }: ChartInput): Claim[] {
  const judged = goals.flatMap(({ kpi, attainment: { value, text } }): Member[] =>
    value === null ? [] : [{ name: kpi, value, text, unit: '%' }],
  );
  const open = goals.filter(({ attainment }) => attainment.outcome === 'open');
  const name = ({ kpi }: GoalRow) => kpi;
  return [
    ...makeCount('reached', goals.filter(isMet).length, { among: goals.length }),
    ...makeRank(judged, { of: '', what: 'attainment', ends: ['highest'], single: 'attained' }),
    ...makeNamedCount('missed', goals.filter(({ attainment }) => attainment.outcome === 'missed').map(name)),
    ...makeNamedCount('unmeasured', open.filter(({ actual }) => actual.value === null).map(name)),
    ...makeNamedCount('aimless', open.filter(({ actual }) => actual.value !== null).map(name)),
  ];
}

function buildTable({ goals, language }: ChartInput): TableRows {
  const words = chartWords[language];
  const numbers = ['baseline', 'target', 'actual', 'attainment'] as const;
  return {
    columns: [
      createColumn('kpi', words.kpi, 'left'),
      ...numbers.map((name) => createColumn(name, words[name])),
    ],
    rows: goals.map((goal) => [
      goal.kpi,
      goal.baseline.text,
      goal.target.text,
      goal.actual.text,
      goal.attainment.text,
    ]),
  };
}
