import type { Language } from '../base/language.ts';
import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import { QueryError } from '../data/engine.ts';
import type { BookValue } from './book.ts';
import { Fault } from './fault.ts';
import type { Goal } from './goals.ts';
import { bookValue } from './value-book.ts';
import type { Evaluation } from './value-evaluation.ts';
import type { Narrowing } from './value-narrow.ts';

interface Asked {
  name: string;
  narrowing: Narrowing;
  place: Place;
  evaluation: Evaluation;
  goals: readonly Goal[];
  language: Language;
}

/** A value as a figure asks for it, or the problems with that. The name must be one of a settled value. */
export async function narrowed(asked: Asked): Promise<BookValue | Problem[]> {
  const { name, narrowing, place, evaluation, goals, language } = asked;
  const named = evaluation.entry(name);
  if (!named || named.entry.kind === 'query') return [];
  const { target, baseline, label } = named.entry.given;
  // A target is for the whole: for fewer days or users it would be another.
  const whole = narrowing.from === undefined && narrowing.to === undefined && narrowing.where === undefined;
  try {
    const value = await evaluation.again(name, { narrowing, place });
    return bookValue(named, value, whole ? { target, baseline, label } : { label }, goals, language);
  } catch (error) {
    if (error instanceof Fault) return error.problems;
    if (error instanceof QueryError) return [error.at(place)];
    throw error;
  }
}
