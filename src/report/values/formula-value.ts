import { negateDecimal } from '../../base/arithmetic/exact-decimal.ts';
import type { Language } from '../../base/language.ts';
import { suggestNames } from '../../base/names/suggest-names.ts';
import { combineQuantities, isRatioUnit, type Quantity } from '../../base/unit.ts';
import {
  collectFormulaNames,
  type Formula,
  FormulaError,
  formatFormula,
  parseFormula,
} from '../../metrics/formula-syntax.ts';
import type { Direction } from '../../metrics/metric.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { FormulaEntry } from '../../schema/metrics-file-schema.ts';
import { buildFormulaLineage, collectLeaves } from '../lineage.ts';
import { type ComputedValue, type SeriesMember, toUnit, ValueError } from './computed-value.ts';
import type { NamedEntry } from './metrics-entries.ts';
import { buildMemberId } from './series-members.ts';

type EntryPlaces = Pick<NamedEntry, 'name' | 'place' | 'getPlace'>;
type Inputs = ReadonlyMap<string, ComputedValue>;

/** Throws ValueError where the text is no formula. */
export function parseFormulaEntry(given: FormulaEntry, written: EntryPlaces): Formula {
  try {
    return parseFormula(given.formula);
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    const near = /[\p{L}\p{N}_]+（[^（）]*）/u.exec(given.formula.replace(/`[^`]*`/g, ' '))?.[0];
    const params = { formula: given.formula, near, ...error.texts };
    throw new ValueError(createProblem('formula-syntax', written.getPlace('formula'), params));
  }
}

export function createUnknownInputError(name: string, known: string[], written: EntryPlaces): ValueError {
  const params = { name, ...suggestNames(name, known) };
  return new ValueError(createProblem('unknown-value', written.getPlace('formula'), params));
}

/** A formula over values that are there. Throws ValueError where units do not go together. */
export function evaluateFormula(
  formula: Formula,
  given: FormulaEntry,
  written: EntryPlaces,
  inputs: Inputs,
  language: Language,
): ComputedValue {
  const quantity = computeWhole(formula, given, written, inputs);
  const lone = findUnsharedMembers(formula, inputs);
  const percent = quantity.unit === '' && given.unit === '%';
  const value: ComputedValue = {
    ...quantity,
    members: computeMembers(formula, given, written, inputs),
    ...(lone.length > 0 && { lone }),
    direction: given.direction ?? resolveDirection(formula, inputs),
    digits: given.digits,
    lineage: buildFormulaLineage({ formula, name: written.name, percent }, inputs, language),
    leaves: collectLeaves(inputs),
  };
  return toUnit(value, given.unit, written.getPlace('unit'), written.name);
}

/** The number of a formula alone, as the cells of a line need it: without series, and without where it comes from. */
export function evaluateFormulaNumber(
  formula: Formula,
  given: FormulaEntry,
  written: EntryPlaces,
  inputs: ReadonlyMap<string, Quantity>,
): number | null {
  return toUnit(
    computeWhole(formula, given, written, inputs),
    given.unit,
    written.getPlace('unit'),
    written.name,
  ).value;
}

function computeWhole(
  formula: Formula,
  given: FormulaEntry,
  written: EntryPlaces,
  inputs: ReadonlyMap<string, Quantity>,
): Quantity {
  const whole = computeQuantity(formula, (name) => inputs.get(name)!, written);
  const { exact: _, ...quantity } = toPercent(formula, whole, given.unit);
  return quantity;
}

function computeQuantity(
  formula: Formula,
  input: (name: string) => Quantity,
  written: EntryPlaces,
): Quantity {
  if (formula.kind === 'number') return { value: formula.value, unit: formula.unit };
  if (formula.kind === 'name') return input(formula.name);
  if (formula.kind === 'negative') {
    const { value, unit, exact } = computeQuantity(formula.of, input, written);
    return { value: value === null ? null : -value, unit, ...(exact && { exact: negateDecimal(exact) }) };
  }
  const left = computeQuantity(formula.left, input, written);
  const right = computeQuantity(formula.right, input, written);
  const result = combineQuantities(formula.operator, left, right);
  if (result) return result;
  const params = { what: formatFormula(formula), left: left.unit, right: right.unit };
  throw new ValueError(createProblem('unit-mismatch', written.getPlace('formula'), params));
}

/** `(a - b) / b * 100` with the unit % is in per cent already: that is what its 100 says. */
function toPercent(formula: Formula, result: Quantity, wanted: string | undefined): Quantity {
  if (wanted !== '%' || !isRatioUnit(result.unit) || formula.kind !== 'binary') return result;
  const isHundred = (part: Formula) => part.kind === 'number' && part.value === 100;
  const says = formula.operator === '*' && (isHundred(formula.left) || isHundred(formula.right));
  return says ? { ...result, unit: '%' } : result;
}

/**
 * Where the values in it are series with members in common, so is the formula: over all members, not available where
 * a series lacks one. Values without a series count for all.
 */
function computeMembers(
  formula: Formula,
  given: FormulaEntry,
  written: EntryPlaces,
  inputs: Inputs,
): SeriesMember[] {
  if (hasTotalAgainstSeries(formula, inputs)) return [];
  const series = [...collectSeries(formula, inputs).values()];
  const tables = new Map(series.map((one) => [one, new Map(one.members.map((m) => [buildMemberId(m), m]))]));
  const isEverywhere = (id: string) => series.every((one) => tables.get(one)!.has(id));
  const all = new Map(
    series.flatMap((one) => one.members.map((member) => [buildMemberId(member), member] as const)),
  );
  if (![...all.keys()].some(isEverywhere)) return [];
  return sortMembers([...all.values()], series).map((member) => {
    const getQuantity = (name: string): Quantity => {
      const input = inputs.get(name)!;
      if (input.members.length === 0) return input;
      return { value: tables.get(input)!.get(buildMemberId(member))?.value ?? null, unit: input.unit };
    };
    const { key, label, group } = member;
    const cut = series.some((one) => tables.get(one)?.get(buildMemberId(member))?.cut);
    const { value } = toPercent(formula, computeQuantity(formula, getQuantity, written), given.unit);
    const n = series.reduce((sum, one) => sum + (tables.get(one)?.get(buildMemberId(member))?.n ?? 0), 0);
    const quotient = formula.kind === 'binary' && formula.operator === '/';
    return {
      key,
      label,
      ...(group !== undefined && { group }),
      value,
      ...(quotient && {
        numerator: computeQuantity(formula.left, getQuantity, written).value ?? 0,
        denominator: computeQuantity(formula.right, getQuantity, written).value ?? 0,
      }),
      n,
      ...(cut && { cut }),
    };
  });
}

function collectSeries(formula: Formula, inputs: Inputs): Map<string, ComputedValue> {
  const named = collectFormulaNames(formula).map((name) => [name, inputs.get(name)!] as const);
  return new Map(named.filter(([, input]) => input.members.length > 0));
}

/** Members of a later series that the first lacks: in the order of their keys where the first is, else at the end. */
function sortMembers(all: SeriesMember[], [first]: ComputedValue[]): SeriesMember[] {
  const keys = first?.members.map(({ key }) => key) ?? [];
  const sorted = keys.every((key, at) => at === 0 || keys[at - 1]! <= key);
  return sorted ? all.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)) : all;
}

/** Of each series in the formula, the members that another series lacks. */
function findUnsharedMembers(formula: Formula, inputs: Inputs): { name: string; members: string[] }[] {
  const series = [...collectSeries(formula, inputs)];
  const ids = series.map(([, one]) => new Set(one.members.map(buildMemberId)));
  return series.flatMap(([name, one]) => {
    const alone = one.members.filter((member) => ids.some((own) => !own.has(buildMemberId(member))));
    const labels = alone.map(({ label, group }) => (group === undefined ? label : `${label} ${group}`));
    return labels.length > 0 ? [{ name, members: labels }] : [];
  });
}

/** A total less one week of another says nothing; a rate against a rate, or a share of a total, does. */
function hasTotalAgainstSeries(formula: Formula, inputs: Inputs): boolean {
  if (formula.kind === 'negative') return hasTotalAgainstSeries(formula.of, inputs);
  if (formula.kind !== 'binary') return false;
  const sides = [formula.left, formula.right].map((side) =>
    collectFormulaNames(side).map((name) => inputs.get(name)!),
  );
  const [left, right] = sides.map((side) => side.some((input) => input.members.length > 0));
  const added = formula.operator === '+' || formula.operator === '-';
  const plain = sides.flat().some((input) => input.unit !== '%');
  const uneven = added && plain && left !== right && sides.every((side) => side.length > 0);
  return (
    uneven || hasTotalAgainstSeries(formula.left, inputs) || hasTotalAgainstSeries(formula.right, inputs)
  );
}

/** A difference or quotient is good the way its first part is. */
function resolveDirection(formula: Formula, inputs: Inputs): Direction {
  if (formula.kind === 'name') return inputs.get(formula.name)?.direction ?? 'none';
  if (formula.kind !== 'binary') return 'none';
  const left = resolveDirection(formula.left, inputs);
  if (left !== 'none' || formula.operator === '-' || formula.operator === '/') return left;
  return resolveDirection(formula.right, inputs);
}
