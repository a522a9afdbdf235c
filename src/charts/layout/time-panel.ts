/** One panel of lines over time. Every text beside the plot is placed here, so that none meets another. */

import { getFirstDay, getLastDay } from '../../base/calendar-days.ts';
import type { Language } from '../../base/language.ts';
import type { TrainingWeeks } from '../../base/registry/training-weeks.ts';
import { filterPresent } from '../data/chart-series.ts';
import type { Level } from '../data/targets.ts';
import { findTimeGrain } from '../data/time-keys.ts';
import { measureColumn } from '../draw/labels.ts';
import { measureText, truncateText } from '../draw/measure-text.ts';
import {
  buildNumberAxis,
  buildTickExpression,
  formatAxisTitle,
  formatTick,
  type NumberAxis,
  selectMagnitude,
} from '../draw/number-axis.ts';
import type { Layer, Panel, Spec } from '../kind.ts';
import { chartMargin, fontSizes, getColour, targetDash } from '../theme.ts';
import { buildTitle } from './chart-heading.ts';
import { buildPhaseLayers } from './phase-bands.ts';
import { buildSideLayers, canNameBeside, computeSideLimit, keyWidth, listSideTexts } from './side-names.ts';
import type { KeySpan } from './spans.ts';
import { buildSpanLayers, buildSpanNames } from './spans.ts';
import { buildPeriodLabels } from './time-axis.ts';
import { buildLineLayers, type TimeLine } from './time-lines.ts';

export interface TimePanel {
  label: string;
  unit: string;
  lines: TimeLine[];
  /** Level lines: targets, some of them over a part of the time. */
  levels: Level[];
  /** Events: bands, rules and their names. */
  spans?: readonly KeySpan[];
  /** A moment marked by an upright line. */
  moment?: { key: string; text: string };
  /** A remark in the upper left corner, which must be free. */
  remark?: string;
  height: number;
  language: Language;
  training?: TrainingWeeks | undefined;
  /** Lines whose lowest value is far from 0 may start elsewhere. */
  free?: boolean;
}

/** What all panels of one chart share. */
interface Frame {
  /** Pixels of the whole drawing, and of its plots. */
  fullWidth: number;
  width: number;
  /** Lines are named beside the plot, not in a legend. */
  named: boolean;
  /** Levels are named beside the plot, not over it. */
  levelled: boolean;
}

function layoutFrame(panels: readonly TimePanel[], fullWidth: number): Frame {
  const named = canNameBeside(panels, fullWidth);
  const levelTexts = panels.flatMap(({ levels }) => levels.map(({ text }) => text));
  const levelled = measureColumn(levelTexts, fontSizes.label) <= computeSideLimit(fullWidth);
  const texts = panels.flatMap((panel) => listSideTexts(panel, { named, levelled }).map(({ text }) => text));
  const keyed = named && panels.some(({ lines }) => lines.length > 1);
  const side = measureColumn(texts, fontSizes.label) + 10 + (keyed ? keyWidth : 0);
  const ticks = Math.max(...panels.map(measureTickRoom));
  return { fullWidth, width: fullWidth - 2 * chartMargin - ticks - side, named, levelled };
}

/** Panels one below the other, over the same periods. */
export function buildTimeChart(panels: readonly TimePanel[], fullWidth: number): Spec {
  const frame = layoutFrame(panels, fullWidth);
  return {
    vconcat: panels.map((panel, i) =>
      buildTimePanel(panel, frame, { first: i === 0, last: i === panels.length - 1 }),
    ),
    resolve: { scale: { color: 'independent', strokeDash: 'independent', shape: 'independent' } },
  } as Spec;
}

/** Events are named in the first panel only, phases in the last. */
function buildTimePanel(
  panel: TimePanel,
  frame: Frame,
  { first, last }: { first: boolean; last: boolean },
): Panel {
  const { lines, height, language, label, unit } = panel;
  const { width, fullWidth } = frame;
  const legend = !frame.named && lines.length > 1;
  const points = lines[0]?.points ?? [];
  const axis = buildPanelAxis(panel);
  const size = selectMagnitude(Math.max(Math.abs(axis.low), Math.abs(axis.high)), language);
  const x = {
    field: 'key',
    type: 'ordinal',
    scale: { type: 'point', domain: listKeys(panel), padding: 0.15 },
    axis: {
      title: null,
      domain: true,
      ...buildPeriodLabels(points, width / Math.max(1, points.length - 0.7), { ...panel, months: last }),
    },
  };
  const y = {
    field: 'value',
    type: 'quantitative',
    scale: { domain: [axis.low, axis.high], nice: false, zero: false },
    axis: { title: null, values: axis.ticks, labelExpr: buildTickExpression(size) },
  };
  const events = { spans: panel.spans ?? [], keys: listKeys(panel), width, language };
  const names = first && events.spans.length > 0 ? buildSpanNames(events, x) : { layers: [], lines: [] };
  return {
    title: buildPanelTitle(formatAxisTitle(label, unit, size, language), panel, {
      ...frame,
      lines: names.lines,
    }),
    width,
    height,
    layer: [
      ...buildPhaseLayers({ keys: listKeys(panel), width, height, training: panel.training, named: last }),
      ...(events.spans.length > 0 ? buildSpanLayers(events, x) : []),
      ...names.layers,
      ...panel.levels.flatMap((level) => buildLevelLayer(level, listKeys(panel), x, y)),
      ...buildMomentLayers(panel, width, x),
      ...buildRemarkLayers(panel),
      ...buildLineLayers(panel, legend ? fullWidth : undefined).map((layer) => ({
        ...layer,
        encoding: { x, y, ...layer.encoding },
      })),
      ...buildSideLayers(panel, listSideTexts(panel, frame), axis),
    ],
  } as Panel;
}

/** In as many lines as a narrow drawing needs; levels without room beside the plot come after it. */
function buildPanelTitle(
  title: string,
  { levels }: TimePanel,
  { fullWidth, levelled, lines }: Frame & { lines: string[] },
) {
  const over = levelled ? [] : levels.map(({ text }) => `┄ ${text}`);
  const subtitle = [...over, ...lines].map((text) => truncateText(text, fontSizes.small, fullWidth - 8));
  return buildTitle(title, fullWidth, subtitle.length > 0 ? { subtitle } : {});
}

function listKeys({ lines }: TimePanel): string[] {
  return lines[0]?.points.map((point) => point.key) ?? [];
}

/** Across the plot, or over the periods that its days meet; nowhere where none does. */
function buildLevelLayer({ value, days }: Level, keys: readonly string[], x: object, y: object): Layer[] {
  if (!days) return [{ ...buildDashedRule([{ value }]), encoding: { y } } as Layer];
  const grain = findTimeGrain(keys);
  const met = grain
    ? keys.filter((key) => getFirstDay(grain, key) <= days.to && getLastDay(grain, key) >= days.from)
    : [];
  if (met.length === 0) return [];
  const row = { value, key: met[0], end: met.at(-1) };
  return [{ ...buildDashedRule([row]), encoding: { x, x2: { field: 'end' }, y } } as Layer];
}

/** A dashed rule across the plot. */
function buildDashedRule(values: object[]) {
  const mark = { type: 'rule', strokeDash: targetDash, strokeWidth: 1.2, stroke: getColour('ink-2') };
  return { data: { values }, mark };
}

function buildPanelAxis({ lines, levels, free, height }: TimePanel): NumberAxis {
  const values = lines.flatMap((line) => filterPresent(line.points).map((point) => point.value));
  return buildNumberAxis([...values, ...levels.map((level) => level.value)], {
    free: free ?? false,
    count: height < 160 ? 3 : 4,
  });
}

/** Pixels beside the plot for the labels of its upright axis. */
function measureTickRoom(panel: TimePanel): number {
  const { ticks, low, high } = buildPanelAxis(panel);
  const { size } = selectMagnitude(Math.max(Math.abs(low), Math.abs(high)), panel.language);
  return (
    measureColumn(
      ticks.map((tick) => formatTick(tick, size)),
      fontSizes.small,
    ) + 8
  );
}

function buildMomentLayers(panel: TimePanel, width: number, x: object) {
  const { moment } = panel;
  if (!moment) return [];
  const keys = listKeys(panel);
  const at = (keys.indexOf(moment.key) + 0.15) / Math.max(1, keys.length - 0.7);
  // The text stands on the side of the line with more room, at the plot's top edge.
  const right = (1 - at) * width > measureText(moment.text, fontSizes.label) + 10;
  const rule = buildDashedRule([{ key: moment.key }]);
  const mark = {
    type: 'text',
    text: moment.text,
    align: right ? 'left' : 'right',
    dx: right ? 6 : -6,
    dy: 1,
    baseline: 'top',
  };
  return [
    { ...rule, encoding: { x } },
    { data: rule.data, mark, encoding: { x, y: { value: 0 } } },
  ];
}

function buildRemarkLayers({ remark }: TimePanel) {
  if (!remark) return [];
  const mark = {
    type: 'text',
    text: remark,
    align: 'left',
    baseline: 'top',
    dx: 6,
    dy: 1,
    fill: getColour('ink-2'),
  };
  return [{ data: { values: [{}] }, mark, encoding: { x: { value: 0 }, y: { value: 0 } } }];
}
