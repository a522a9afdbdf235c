import type { Spending } from '../../base/limits/spending.ts';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import { BoundError } from '../../charts/bounds/bounds.ts';
import { DrawingError, DrawingLimitError } from '../../charts/draw/drawing-errors.ts';
import type { ChartPool } from '../../charts/draw/pool.ts';
import type { Excess } from '../../charts/user-specs/excess.ts';
import type { Path } from '../../charts/user-specs/json-schema.ts';
import type { BlockTagUse } from '../../markdown/markdown-chapter.ts';
import { createProblem } from '../../problems/catalog.ts';
import { grouped } from '../../words/number-words.ts';
import type { BookFigure } from '../book.ts';
import type { ChartData } from './chart-data.ts';
import type { FigureData } from './figure-input.ts';
import type { ItemMemory } from './remembered-items.ts';

export interface FigureContext extends FigureData, ChartData, ItemMemory {
  pool: ChartPool;
  /** Who pays for drawings. */
  spending?: Spending;
  /** Folder for drawings that need not be drawn again. */
  cache?: string;
  /** Id of a figure in the book; the one it was given, or one made of its number. */
  getId?: (use: BlockTagUse) => string | undefined;
}

/** A figure built, all but its number, its place and who mentions it. */
export type BuiltFigure = Omit<
  BookFigure,
  'number' | 'chapter' | 'place' | 'captionPlace' | 'tables' | 'cited'
>;

export interface FigureResult {
  figure?: BuiltFigure;
  problems: Problem[];
}

/** What a drawing failed of, at `place`. Any other error is a fault of ours and goes on. */
export function toDrawingProblem(
  error: unknown,
  place: Place,
  id: 'figure-not-drawn' | 'chart-spec-invalid',
): Problem {
  if (error instanceof BoundError) return createExcessProblem(error, [], place);
  if (error instanceof DrawingLimitError)
    return createProblem('chart-too-slow', place, { path: '', message: error.message });
  if (error instanceof DrawingError) return createProblem(id, place, { message: error.message });
  throw error;
}

/** What a chart asks too much of, at `path` of its specification. */
export function createExcessProblem(
  { bounded, count, limit }: Pick<Excess, 'bounded' | 'count' | 'limit'>,
  path: Path,
  place: Place,
): Problem {
  const texts = { count: grouped.format(count), limit: grouped.format(limit) };
  return createProblem('chart-over-bound', place, { path: path.join('.'), bounded, ...texts });
}
