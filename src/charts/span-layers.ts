/** Events in a panel of lines over time: bands where they last, rules where they do not, and their names. */
import type { Language } from '../base/language.ts';
import { chartWords } from '../words/charts.ts';
import type { Layer } from './kind.ts';
import { fitText, textWidth } from './measure.ts';
import { flowed } from './pixels.ts';
import type { KeySpan } from './spans.ts';
import { colour, type } from './theme.ts';

const digits = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
/** More events than there are digits for are a table. */
export const mostSpans = digits.length;

export interface SpanPanel {
  spans: readonly KeySpan[];
  keys: readonly string[];
  width: number;
  language: Language;
}

export function spanLayers({ spans, keys, language }: SpanPanel, x: object): Layer[] {
  const values = spans.map((span) => ({
    from: keys[span.first],
    to: keys[span.last],
    hover: chartWords[language].hover(
      span.name,
      span.from === span.to ? span.from : `${span.from} – ${span.to}`,
    ),
  }));
  const lasting = values.filter(({ from, to }) => from !== to);
  const short = values.filter(({ from, to }) => from === to);
  return [
    {
      data: { values: lasting },
      mark: { type: 'rect', aria: true, fill: colour('s1'), opacity: 0.9 },
      encoding: { x: { ...x, field: 'from' }, x2: { field: 'to' }, description: { field: 'hover' } },
    },
    {
      data: { values: short },
      mark: { type: 'rule', aria: true, color: colour('s4'), strokeWidth: 5, opacity: 0.55 },
      encoding: { x: { ...x, field: 'from' }, description: { field: 'hover' } },
    },
  ] as Layer[];
}

/** Over the bands where all names have room side by side, else numbers there and the names under the title. */
export function spanNames(panel: SpanPanel, x: object): { layers: Layer[]; lines: string[] } {
  const { spans } = panel;
  const direct = spans.map(({ name }) => name);
  if (roomFor(panel, direct)) return { layers: nameLayers(panel, direct, x), lines: [] };
  // Never wider than the plot, which could not fill the drawing else.
  const numbered = spans.map(({ name }, i) => fitText(`${digits[i]} ${name}`, type.small, panel.width));
  const { places } = flowed(
    numbered.map((text) => ({ width: textWidth(text, type.small) })),
    panel.width,
  );
  const lines: string[] = [];
  numbered.forEach((text, i) => {
    const { line } = places[i]!;
    lines[line] = lines[line] === undefined ? text : `${lines[line]}　${text}`;
  });
  return { layers: nameLayers(panel, [...digits].slice(0, spans.length), x), lines };
}

/** Middle of a band in pixels. */
function middleOf({ first, last }: KeySpan, { keys, width }: SpanPanel): number {
  return (((first + last) / 2 + 0.15) / Math.max(1, keys.length - 0.7)) * width;
}

function roomFor(panel: SpanPanel, texts: readonly string[]): boolean {
  const ends = panel.spans.map((span, i) => {
    const half = textWidth(texts[i]!, type.small) / 2;
    const middle = middleOf(span, panel);
    return { left: middle - half, right: middle + half };
  });
  return ends.every(
    ({ left, right }, i) =>
      left >= -8 && right <= panel.width + 8 && (i === 0 || left > ends[i - 1]!.right + 8),
  );
}

/** Digits of events at one place stand one over the other. */
function nameLayers(panel: SpanPanel, texts: readonly string[], x: object): Layer[] {
  const rights: number[] = [];
  return panel.spans.map((span, i) => {
    const middle = middleOf(span, panel);
    const half = textWidth(texts[i]!, type.small) / 2;
    const found = rights.findIndex((right) => middle - half > right + 2);
    const level = found < 0 ? rights.length : found;
    rights[level] = middle + half;
    // Between two places of a scale of points there is none: the text stands at one and is moved.
    const from = (span.first + 0.15) / Math.max(1, panel.keys.length - 0.7);
    return {
      data: { values: [{ key: panel.keys[span.first] }] },
      mark: {
        type: 'text',
        text: texts[i],
        fontSize: type.small,
        fill: colour('ink-2'),
        align: 'center',
        baseline: 'bottom',
        dx: middle - from * panel.width,
        dy: -6 - level * 15,
      },
      encoding: { x: { ...x, field: 'key' }, y: { value: 0 } },
    } as Layer;
  });
}
