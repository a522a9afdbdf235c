import type { Language } from '../../base/language.ts';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import { QueryError } from '../../data/engine.ts';
import type { BookValue } from '../book.ts';
import { buildBookValue } from './book-value.ts';
import type { ValueEvaluator } from './evaluate.ts';
import type { ValueFilter } from './filter-entry.ts';
import type { Goal } from './report-goals.ts';
import { ValueError } from './value-error.ts';

interface FilterRequest {
  name: string;
  narrowing: ValueFilter;
  place: Place;
  evaluation: ValueEvaluator;
  goals: readonly Goal[];
  language: Language;
}

/** A value as a figure asks for it, or the problems with that. The name must be one of a settled value. */
export async function filterValue(request: FilterRequest): Promise<BookValue | Problem[]> {
  const { name, narrowing, place, evaluation, goals, language } = request;
  const named = evaluation.findEntry(name);
  if (!named || named.entry.kind === 'query') return [];
  const { target, baseline, label } = named.entry.given;
  // A target is for the whole: for fewer days or users it would be another.
  const whole = narrowing.from === undefined && narrowing.to === undefined && narrowing.where === undefined;
  try {
    const value = await evaluation.evaluateFiltered(name, { narrowing, place });
    return buildBookValue(named, value, whole ? { target, baseline, label } : { label }, goals, language);
  } catch (error) {
    if (error instanceof ValueError) return error.problems;
    if (error instanceof QueryError) return [error.at(place)];
    throw error;
  }
}
