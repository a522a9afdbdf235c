/** Names of colours over the plot, in as many lines as they need. */
import type { Layer } from './kind.ts';
import { fitText, textWidth } from './measure.ts';
import { colour, type } from './theme.ts';

export interface Key {
  text: string;
  /** A swatch of this paint, or a line of it with these dashes. */
  paint: string;
  dash?: readonly number[];
  opacity?: number;
}

const lineHigh = 20;
const swatch = 12;
const stroke = 26;

/** `left`: pixels from the left end of the drawing to the plot, where the names begin; `lift`: pixels kept free right over the plot. */
export function legendOver(keys: readonly Key[], full: number, left: number, lift = 0): Layer[] {
  const sign = ({ dash }: Key) => (dash ? stroke : swatch);
  const places: { x: number; line: number; text: string }[] = [];
  let [x, line] = [0, 0];
  for (const key of keys) {
    const text = fitText(key.text, type.small, full - stroke - 20);
    const need = textWidth(text, type.small) + sign(key) + 22;
    if (x > 0 && x + need > full + 8) [x, line] = [0, line + 1];
    places.push({ x, line, text });
    x += need;
  }
  return keys.flatMap((key, i) => {
    const place = places[i]!;
    return entry(key, place.text, { x: place.x - left, y: -14 - lift - (line - place.line) * lineHigh });
  });
}

function entry({ paint, dash, opacity = 1 }: Key, text: string, { x, y }: { x: number; y: number }): Layer[] {
  const data = { values: [{}] };
  const wide = dash ? stroke : swatch;
  const [top, bottom] = dash ? [y, y] : [y - 6, y + 6];
  const mark = dash
    ? { type: 'rule', stroke: paint, strokeWidth: 2.2, strokeDash: dash }
    : { type: 'rect', fill: paint, fillOpacity: opacity, stroke: colour('ink-3'), strokeWidth: 0.5 };
  const name = {
    type: 'text',
    text,
    align: 'left',
    baseline: 'middle',
    fontSize: type.small,
    fill: colour('ink-2'),
  };
  return [
    {
      data,
      mark,
      encoding: { x: { value: x }, x2: { value: x + wide }, y: { value: top }, y2: { value: bottom } },
    },
    { data, mark: name, encoding: { x: { value: x + wide + 6 }, y: { value: y } } },
  ] as Layer[];
}
