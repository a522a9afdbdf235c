import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import { DrawingError, DrawingLimitError } from '../charts/drawing-errors.ts';
import type { ChartPool } from '../charts/pool.ts';
import type { BlockUse } from '../markdown/uses.ts';
import { problem } from '../problems/problem.ts';
import type { BookFigure } from './book.ts';
import type { ChartData } from './chart-data.ts';
import type { FigureData } from './figure-input.ts';

export interface FigureContext extends FigureData, ChartData {
  pool: ChartPool;
  /** Folder for drawings that need not be drawn again. */
  cache?: string;
  /** Id of a figure in the book; the one it was given, or one made of its number. */
  idOf?: (use: BlockUse) => string | undefined;
}

/** A figure settled, all but its number, its place and who mentions it. */
export type SettledFigure = Omit<BookFigure, 'number' | 'chapter' | 'place' | 'captionPlace' | 'cited'>;

export interface Settled {
  figure?: SettledFigure;
  problems: Problem[];
}

/** What a drawing failed of, at `place`. Any other error is a fault of ours and goes on. */
export function drawingProblem(
  error: unknown,
  place: Place,
  id: 'figure-not-drawn' | 'chart-spec-invalid',
): Problem {
  if (error instanceof DrawingLimitError)
    return problem('chart-too-slow', place, { path: '', message: error.message });
  if (error instanceof DrawingError) return problem(id, place, { message: error.message });
  throw error;
}
