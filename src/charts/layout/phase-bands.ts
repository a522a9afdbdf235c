/** The phases of the course behind a plot over time, with their names under its axis. */
import type { TrainingWeeks } from '../../base/registry/training-weeks.ts';
import { findTimeGrain } from '../data/time-keys.ts';
import { measureText } from '../draw/measure-text.ts';
import type { Layer } from '../kind.ts';
import { fontSizes, getColour } from '../theme.ts';
import { alignSpans } from './spans.ts';

interface PhasePlot {
  keys: readonly string[];
  width: number;
  height: number;
  training?: TrainingWeeks | undefined;
  /** Whether there is room for names below. */
  named: boolean;
}

interface Band {
  title: string;
  left: number;
  right: number;
  tinted: boolean;
}

/** Pixels from the axis down to the names: below the weeks and the months. */
const nameOffset = 46;

/** Every other phase is tinted; nothing where one phase is all there is. Only of weeks, which a phase is planned in. */
export function buildPhaseLayers(plot: PhasePlot): Layer[] {
  const { keys, height, training } = plot;
  if (!training || findTimeGrain(keys) !== 'week') return [];
  const bands = placeBands(plot, training);
  if (bands.length < 2) return [];
  const box = (values: object[], mark: object, y: [number, number]): Layer =>
    ({
      data: { values },
      mark: { type: 'rect', ...mark },
      encoding: {
        x: { field: 'left', type: 'quantitative', scale: null },
        x2: { field: 'right' },
        y: { value: y[0] },
        y2: { value: y[1] },
      },
    }) as Layer;
  const named = bands.filter(
    ({ title, left, right }) => plot.named && measureText(title, fontSizes.small) <= right - left + 6,
  );
  return [
    box(
      bands.filter(({ tinted }) => tinted),
      { fill: getColour('line'), opacity: 0.4 },
      [0, height],
    ),
    ...named.map(
      ({ title, left, right }): Layer =>
        ({
          data: { values: [{}] },
          mark: {
            type: 'text',
            text: title,
            align: 'center',
            baseline: 'top',
            fontSize: fontSizes.small,
            fill: getColour('ink-3'),
          },
          encoding: { x: { value: (left + right) / 2 }, y: { value: height + nameOffset } },
        }) as Layer,
    ),
  ];
}

/** Half a week to the left of the first of a phase, and to the right of its last. */
function placeBands({ keys, width }: PhasePlot, { phases }: TrainingWeeks): Band[] {
  const spans = alignSpans(
    phases.map(({ title, from, to }) => ({ name: title, from, to })),
    keys,
    'week',
  );
  const slot = width / Math.max(1, keys.length - 0.7);
  const at = (index: number) => Math.min(width, Math.max(0, (index + 0.15) * slot));
  return spans.map(({ name, first, last }, i) => ({
    title: name,
    left: at(first - 0.5),
    right: at(last + 0.5),
    tinted: i % 2 === 1,
  }));
}
