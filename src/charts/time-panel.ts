/** One panel of lines over time. Every text beside the plot is placed here, so that none meets another. */
import type { Language } from '../base/language.ts';
import type { Point } from '../base/series.ts';
import { chartWords } from '../words/charts.ts';
import { axisTitle, magnitude, type NumberAxis, numberAxis, tickLabels } from './axis.ts';
import { directText } from './direct-text.ts';
import type { Panel } from './kind.ts';
import { columnWidth, spread, thin } from './labels.ts';
import { textWidth } from './measure.ts';
import { present } from './series.ts';
import { categories, chartWidth, colour, dashes, symbols, targetDash, type } from './theme.ts';

export interface Line {
  label: string;
  points: Point[];
  /** Index of colour, dash and symbol. */
  style: number;
}

export interface TimePanel {
  label: string;
  unit: string;
  lines: Line[];
  /** Level lines: targets. */
  levels: { value: number; text: string }[];
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
/** A text beside the plot may take this much of the chart; longer ones are named in a legend on top. */
const sideLimit = 190;

/** Whether the names of all lines have room beside the plot; else a legend holds them. A single line needs none. */
export function namedBeside(panels: readonly TimePanel[]): boolean {
  const texts = panels
    .filter(({ lines }) => lines.length > 1)
    .flatMap(({ lines }) => lines.map(({ label }) => label));
  return columnWidth(texts, type.label) <= sideLimit;
}

/** Pixels of the right margin and of the plot that all panels of one chart share. */
export function timeFrame(panels: readonly TimePanel[]): { width: number; side: number } {
  const beside = namedBeside(panels);
  const texts = panels.flatMap((panel) =>
    beside ? sideTexts(panel).map(({ text }) => text) : panel.levels.map(({ text }) => text),
  );
  const side = columnWidth(texts, type.label) + 10 + keyWidth;
  return { width: chartWidth - 48 - side, side };
}

export function timePanel(panel: TimePanel, { width }: { width: number }, beside: boolean): Panel {
  const { lines, height, language, label, unit } = panel;
  const isBeside = beside || lines.length === 1;
  const axis = panelAxis(panel);
  const size = magnitude(Math.max(Math.abs(axis.low), Math.abs(axis.high)), language);
  const x = {
    field: 'key',
    type: 'ordinal',
    scale: { type: 'point', domain: keysOf(panel), padding: 0.15 },
    axis: { title: null, domain: true, ...periodLabels(lines[0]?.points ?? [], width) },
  };
  const y = {
    field: 'value',
    type: 'quantitative',
    scale: { domain: [axis.low, axis.high], nice: false, zero: false },
    axis: { title: null, values: axis.ticks, labelExpr: tickLabels(size) },
  };
  return {
    title: axisTitle(label, unit, size, language),
    width,
    height,
    layer: [
      ...panel.levels.map(({ value }) => ({ ...upright([{ value }]), encoding: { y } })),
      ...momentLayers(panel, width, x),
      ...remarkLayers(panel),
      ...lineLayers(panel, isBeside).map((layer) => ({ ...layer, encoding: { x, y, ...layer.encoding } })),
      ...sideLayers(isBeside ? panel : { ...panel, lines: [] }, axis),
    ],
  } as Panel;
}

function keysOf({ lines }: TimePanel): string[] {
  return lines[0]?.points.map((point) => point.key) ?? [];
}

/** A dashed rule across the plot. */
function upright(values: object[]) {
  const mark = { type: 'rule', strokeDash: targetDash, strokeWidth: 1.2, stroke: colour('ink-2') };
  return { data: { values }, mark };
}

function panelAxis({ lines, levels, free, height }: TimePanel): NumberAxis {
  const values = lines.flatMap((line) => present(line.points).map((point) => point.value));
  return numberAxis([...values, ...levels.map((level) => level.value)], {
    free: free ?? false,
    count: height < 160 ? 3 : 4,
  });
}

/** Labels under the axis, thinned to those that fit. */
function periodLabels(points: readonly Point[], width: number): { values: string[]; labelExpr: string } {
  const texts = points.map((point) => point.label);
  const shown = thin(texts, width / Math.max(1, points.length - 0.7), type.small);
  const named = Object.fromEntries(shown.map((i) => [points[i]!.key, points[i]!.label]));
  return { values: Object.keys(named), labelExpr: `(${JSON.stringify(named)})[datum.value]` };
}

function lineLayers(panel: TimePanel, beside: boolean) {
  const { lines } = panel;
  const names = lines.map((line) => line.label);
  const ranged = <T>(range: T[]) => ({
    domain: names,
    range: lines.map((line) => range[line.style % range.length]!),
  });
  const legend = beside
    ? null
    : { title: null, columns: legendColumns(names), symbolSize: 90, symbolStrokeWidth: 0 };
  const values = lines.flatMap((line) => line.points.map((point) => row(point, line.label, panel.language)));
  // Long series would be a string of beads: they keep the last point, and those that stand alone.
  const dense = lines.some((line) => line.points.length > 24);
  const marked = lines.flatMap((line) =>
    line.points
      .filter((point, i) => point.value !== null && (!dense || standsOut(line.points, i)))
      .map((point) => row(point, line.label, panel.language)),
  );
  const shared = {
    color: { field: 'series', type: 'nominal', scale: ranged(categories.map(colour)), legend },
  } as const;
  return [
    {
      data: { values },
      mark: { type: 'line', invalid: 'break-paths-show-domains' },
      encoding: {
        ...shared,
        strokeDash: { field: 'series', type: 'nominal', scale: ranged(dashes), legend },
      },
    },
    {
      data: { values: marked },
      mark: { type: 'point', aria: true, opacity: 1 },
      encoding: {
        ...shared,
        shape: { field: 'series', type: 'nominal', scale: ranged(symbols), legend },
        description: { field: 'hover' },
      },
    },
  ];
}

function row({ key, label, value, text }: Point, series: string, language: Language) {
  return { key, value, series, hover: chartWords[language].hover(`${series} · ${label}`, text) };
}

function standsOut(points: readonly Point[], i: number): boolean {
  const has = (at: number) => (points[at]?.value ?? null) !== null;
  return !points.some((_, at) => at > i && has(at)) || (!has(i - 1) && !has(i + 1));
}

function legendColumns(names: readonly string[]): number {
  return Math.max(1, Math.floor((chartWidth - 60) / (columnWidth(names, type.small) + 44)));
}

function momentLayers(panel: TimePanel, width: number, x: object) {
  const { moment } = panel;
  if (!moment) return [];
  const keys = keysOf(panel);
  const at = (keys.indexOf(moment.key) + 0.15) / Math.max(1, keys.length - 0.7);
  // The text stands on the side of the line with more room, at the plot's top edge.
  const right = (1 - at) * width > textWidth(moment.text, type.label) + 10;
  const rule = upright([{ key: moment.key }]);
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

function remarkLayers({ remark }: TimePanel) {
  if (!remark) return [];
  const mark = {
    type: 'text',
    text: remark,
    align: 'left',
    baseline: 'top',
    dx: 6,
    dy: 1,
    fill: colour('ink-2'),
  };
  return [{ data: { values: [{}] }, mark, encoding: { x: { value: 0 }, y: { value: 0 } } }];
}

interface SideText {
  text: string;
  value: number;
  /** Of the line it names; a target has none. */
  style?: number;
}

function sideTexts({ lines, levels, unit, language }: TimePanel): SideText[] {
  const ends = lines.flatMap((line): SideText[] => {
    const last = present(line.points).at(-1);
    if (!last) return [];
    const text = lines.length === 1 ? directText(last, unit, language) : line.label;
    return [{ text, value: last.value, style: line.style }];
  });
  return [...ends, ...levels];
}

/** The names of lines and targets at their right ends, moved apart where they would meet. */
function sideLayers(panel: TimePanel, { low, high }: NumberAxis) {
  const texts = sideTexts(panel);
  const scale = panel.height / (high - low);
  const wanted = texts.map(({ value }) => (high - value) * scale);
  const placed = spread(wanted, lineHeight, 0, panel.height);
  const keyed = panel.lines.length > 1;
  return texts.flatMap(({ text, style }, i) => {
    const encoding = { x: { value: 'width' }, y: { value: placed[i]! } };
    const data = { values: [{}] };
    const named = style === undefined ? { fill: colour('ink-2') } : { fontWeight: 'bold' };
    const dx = style !== undefined && keyed ? keyWidth + 10 : 10;
    const label = {
      data,
      mark: { type: 'text', text, align: 'left', baseline: 'middle', dx, ...named },
      encoding,
    };
    if (style === undefined || !keyed) return [label];
    // A short line leads from the end to its name, which may have had to move.
    const stroke = colour(categories[style % categories.length]!);
    const leader = {
      data,
      mark: { type: 'rule', stroke, strokeWidth: 1, xOffset: 3, x2Offset: keyWidth + 6 },
      encoding: { x: encoding.x, x2: encoding.x, y: { value: wanted[i]! }, y2: encoding.y },
    };
    return [label, leader];
  });
}
