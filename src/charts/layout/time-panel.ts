/** One panel of lines over time. Every text beside the plot is placed here, so that none meets another. */
import type { Language } from '../../base/language.ts';
import type { Point } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { filterPresent } from '../data/chart-series.ts';
import { formatDirectText } from '../draw/direct-text.ts';
import { measureColumn, spreadPositions } from '../draw/labels.ts';
import { measureText, truncateText } from '../draw/measure-text.ts';
import {
  buildNumberAxis,
  buildTickExpression,
  formatAxisTitle,
  formatTick,
  type NumberAxis,
  selectMagnitude,
} from '../draw/number-axis.ts';
import type { Panel, Spec } from '../kind.ts';
import {
  categoryColours,
  chartMargin,
  fontSizes,
  getColour,
  lineDashes,
  pointSymbols,
  targetDash,
} from '../theme.ts';
import { buildTitle } from './chart-heading.ts';
import type { KeySpan } from './spans.ts';
import { buildSpanLayers, buildSpanNames } from './spans.ts';
import { buildPeriodLabels } from './time-axis.ts';

interface Line {
  label: string;
  points: Point[];
  /** Index of colour, dash and symbol. */
  style: number;
  /** Head of its column in the chart's table, where that is not its label. */
  column?: string;
}

export interface TimePanel {
  label: string;
  unit: string;
  lines: Line[];
  /** Level lines: targets. */
  levels: { value: number; text: string }[];
  /** Events: bands, rules and their names. */
  spans?: readonly KeySpan[];
  /** A moment marked by an upright line. */
  moment?: { key: string; text: string };
  /** A remark in the upper left corner, which must be free. */
  remark?: string;
  height: number;
  language: Language;
  /** Lines whose lowest value is far from 0 may start elsewhere. */
  free?: boolean;
}

const lineHeight = 17;
/** The short line between a line's end and its name. */
const keyWidth = 12;
/** Texts beside the plot may take this share of the drawing, at most so many pixels; longer ones are named in a legend on top. */
const computeSideLimit = (full: number) => Math.min(190, 0.3 * full);

/** Whether the names of all lines have room beside the plot; else a legend holds them. A single line needs none. */
function canNameBeside(panels: readonly TimePanel[], full: number): boolean {
  const texts = panels
    .filter(({ lines }) => lines.length > 1)
    .flatMap(({ lines }) => lines.map(({ label }) => label));
  return measureColumn(texts, fontSizes.label) <= computeSideLimit(full);
}

/** What all panels of one chart share. */
interface Frame {
  /** Pixels of the whole drawing, and of its plots. */
  full: number;
  width: number;
  /** Lines are named beside the plot, not in a legend. */
  named: boolean;
  /** Levels are named beside the plot, not over it. */
  levelled: boolean;
}

function layoutFrame(panels: readonly TimePanel[], full: number): Frame {
  const named = canNameBeside(panels, full);
  const levelTexts = panels.flatMap(({ levels }) => levels.map(({ text }) => text));
  const levelled = measureColumn(levelTexts, fontSizes.label) <= computeSideLimit(full);
  const texts = panels.flatMap((panel) => listSideTexts(panel, { named, levelled }).map(({ text }) => text));
  const keyed = named && panels.some(({ lines }) => lines.length > 1);
  const side = measureColumn(texts, fontSizes.label) + 10 + (keyed ? keyWidth : 0);
  const ticks = Math.max(...panels.map(measureTickRoom));
  return { full, width: full - 2 * chartMargin - ticks - side, named, levelled };
}

/** Panels one below the other, over the same periods. */
export function buildTimeChart(panels: readonly TimePanel[], full: number): Spec {
  const frame = layoutFrame(panels, full);
  return {
    vconcat: panels.map((panel, i) => buildTimePanel(panel, frame, i === 0)),
    resolve: { scale: { color: 'independent', strokeDash: 'independent', shape: 'independent' } },
  } as Spec;
}

/** Events are named in the first panel only. */
function buildTimePanel(panel: TimePanel, frame: Frame, first: boolean): Panel {
  const { lines, height, language, label, unit } = panel;
  const { width, full } = frame;
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
      ...buildPeriodLabels(points, width / Math.max(1, points.length - 0.7)),
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
      ...(events.spans.length > 0 ? buildSpanLayers(events, x) : []),
      ...names.layers,
      ...panel.levels.map(({ value }) => ({ ...buildDashedRule([{ value }]), encoding: { y } })),
      ...buildMomentLayers(panel, width, x),
      ...buildRemarkLayers(panel),
      ...buildLineLayers(panel, legend ? full : undefined).map((layer) => ({
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
  { full, levelled, lines }: Frame & { lines: string[] },
) {
  const over = levelled ? [] : levels.map(({ text }) => `┄ ${text}`);
  const subtitle = [...over, ...lines].map((text) => truncateText(text, fontSizes.small, full - 8));
  return buildTitle(title, full, subtitle.length > 0 ? { subtitle } : {});
}

function listKeys({ lines }: TimePanel): string[] {
  return lines[0]?.points.map((point) => point.key) ?? [];
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

/** `legendWidth`: pixels of a legend that names the lines; undefined where they are named beside the plot. */
function buildLineLayers(panel: TimePanel, legendWidth: number | undefined) {
  const { lines } = panel;
  const names = lines.map((line) => line.label);
  const ranged = <T>(range: T[]) => ({
    domain: names,
    range: lines.map((line) => range[line.style % range.length]!),
  });
  const legend =
    legendWidth === undefined
      ? null
      : {
          title: null,
          columns: countLegendColumns(names, legendWidth),
          symbolSize: 90,
          symbolStrokeWidth: 0,
          labelExpr: `(${JSON.stringify(truncateNames(names, legendWidth - 84))})[datum.label]`,
        };
  const values = lines.flatMap((line) =>
    line.points.map((point) => ({
      ...buildRow(point, line.label, panel.language),
      column: line.column ?? line.label,
    })),
  );
  // Long series would be a string of beads: they keep the last point, and those that stand alone.
  // What hovers is then the line with its name; the script finds its points in the table.
  const dense = lines.some((line) => line.points.length > 24);
  const marked = lines.flatMap((line) =>
    line.points
      .filter((point, i) => point.value !== null && (!dense || isLastOrAlone(line.points, i)))
      .map((point) => buildRow(point, line.label, panel.language)),
  );
  const shared = {
    color: { field: 'series', type: 'nominal', scale: ranged(categoryColours.map(getColour)), legend },
  } as const;
  return [
    {
      data: { values },
      mark: { type: 'line', aria: dense, invalid: 'break-paths-show-domains' },
      encoding: {
        ...shared,
        ...(dense && { description: { field: 'column' } }),
        strokeDash: { field: 'series', type: 'nominal', scale: ranged(lineDashes), legend },
      },
    },
    {
      data: { values: marked },
      mark: { type: 'point', aria: !dense, opacity: 1 },
      encoding: {
        ...shared,
        shape: { field: 'series', type: 'nominal', scale: ranged(pointSymbols), legend },
        description: { field: 'hover' },
      },
    },
  ];
}

function buildRow({ key, label, value, text }: Point, series: string, language: Language) {
  return { key, value, series, hover: chartWords[language].hover(`${series} · ${label}`, text) };
}

function isLastOrAlone(points: readonly Point[], i: number): boolean {
  const has = (at: number) => (points[at]?.value ?? null) !== null;
  return !points.some((_, at) => at > i && has(at)) || (!has(i - 1) && !has(i + 1));
}

/** The names as a legend of so many pixels holds them. */
function truncateNames(names: readonly string[], width: number): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, truncateText(name, fontSizes.small, width)]));
}

function countLegendColumns(names: readonly string[], full: number): number {
  return Math.max(1, Math.floor((full - 60) / (measureColumn(names, fontSizes.small) + 44)));
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

interface SideText {
  text: string;
  value: number;
  /** Of the line it names; a target has none. */
  style?: number;
}

function listSideTexts(
  { lines, levels, unit, language }: TimePanel,
  { named, levelled }: Pick<Frame, 'named' | 'levelled'>,
): SideText[] {
  const ends = (named || lines.length === 1 ? lines : []).flatMap((line): SideText[] => {
    const last = filterPresent(line.points).at(-1);
    if (!last) return [];
    const text = lines.length === 1 ? formatDirectText(last, unit, language) : line.label;
    return [{ text, value: last.value, style: line.style }];
  });
  return [...ends, ...(levelled ? levels : [])];
}

/** The names of lines and targets at their right ends, moved apart where they would meet. */
function buildSideLayers(panel: TimePanel, texts: readonly SideText[], { low, high }: NumberAxis) {
  const scale = panel.height / (high - low);
  const wanted = texts.map(({ value }) => (high - value) * scale);
  const placed = spreadPositions(wanted, lineHeight, 0, panel.height);
  const keyed = panel.lines.length > 1;
  return texts.flatMap(({ text, style }, i) => {
    const encoding = { x: { value: 'width' }, y: { value: placed[i]! } };
    const data = { values: [{}] };
    const named = style === undefined ? { fill: getColour('ink-2') } : { fontWeight: 'bold' };
    const dx = style !== undefined && keyed ? keyWidth + 10 : 10;
    const label = {
      data,
      mark: { type: 'text', text, align: 'left', baseline: 'middle', dx, ...named },
      encoding,
    };
    if (style === undefined || !keyed) return [label];
    // A short line leads from the end to its name, which may have had to move.
    const stroke = getColour(categoryColours[style % categoryColours.length]!);
    const leader = {
      data,
      mark: { type: 'rule', stroke, strokeWidth: 1, xOffset: 3, x2Offset: keyWidth + 6 },
      encoding: { x: encoding.x, x2: encoding.x, y: { value: wanted[i]! }, y2: encoding.y },
    };
    return [label, leader];
  });
}
