import { nearest } from '../base/nearest.ts';
import { combine, isRatio, type Quantity } from '../base/unit.ts';
import {
  type Formula,
  FormulaError,
  namesOf,
  parseFormula,
  readFormula,
  texFormula,
} from '../metrics/formula.ts';
import type { Direction } from '../metrics/metric.ts';
import { problem } from '../problems/problem.ts';
import type { FormulaEntry } from '../schema/metrics-file.ts';
import type { Lineage } from './book.ts';
import type { Evaluated, Member } from './evaluated.ts';
import { Fault } from './fault.ts';
import { mathml } from './lineage.ts';
import type { NamedEntry } from './metrics-file.ts';
import { inUnit } from './value-unit.ts';

type Written = Pick<NamedEntry, 'name' | 'place' | 'placeOf'>;
type Inputs = ReadonlyMap<string, Evaluated>;

/** Throws Fault where the text is no formula. */
export function parsedFormula(given: FormulaEntry, written: Written): Formula {
  try {
    return parseFormula(given.formula);
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    const params = { formula: given.formula, ...error.texts };
    throw new Fault(problem('formula-syntax', written.placeOf('formula'), params));
  }
}

export function unknownInput(name: string, known: string[], written: Written): Fault {
  const params = { name, near: nearest(name, known), all: known.join('、') };
  return new Fault(problem('unknown-value', written.placeOf('formula'), params));
}

/** A formula over values that are there. Throws Fault where units do not go together. */
export function evaluateFormula(
  formula: Formula,
  given: FormulaEntry,
  written: Written,
  inputs: Inputs,
): Evaluated {
  const whole = compute(formula, (name) => inputs.get(name)!, written);
  const quantity = asPercent(formula, whole, given.unit);
  const lone = loneMembers(formula, inputs);
  const value: Evaluated = {
    ...quantity,
    members: membersOf(formula, given, written, inputs),
    ...(lone.length > 0 && { lone }),
    direction: given.direction ?? directionOf(formula, inputs),
    digits: given.digits,
    lineage: lineageOf(formula, written.name, inputs, quantity.unit === '' && given.unit === '%'),
    leaves: leavesOf(inputs),
  };
  return inUnit(value, given.unit, written.placeOf('unit'), written.name);
}

function compute(formula: Formula, input: (name: string) => Quantity, written: Written): Quantity {
  if (formula.kind === 'number') return { value: formula.value, unit: formula.unit };
  if (formula.kind === 'name') return input(formula.name);
  if (formula.kind === 'negative') {
    const { value, unit } = compute(formula.of, input, written);
    return { value: value === null ? null : -value, unit };
  }
  const left = compute(formula.left, input, written);
  const right = compute(formula.right, input, written);
  const result = combine(formula.operator, left, right);
  if (result) return result;
  const params = { what: readFormula(formula), left: left.unit, right: right.unit };
  throw new Fault(problem('unit-mismatch', written.placeOf('formula'), params));
}

/** `(a - b) / b * 100` with the unit % is in per cent already: that is what its 100 says. */
function asPercent(formula: Formula, result: Quantity, wanted: string | undefined): Quantity {
  if (wanted !== '%' || !isRatio(result.unit) || formula.kind !== 'binary') return result;
  const hundred = (part: Formula) => part.kind === 'number' && part.value === 100;
  const says = formula.operator === '*' && (hundred(formula.left) || hundred(formula.right));
  return says ? { ...result, unit: '%' } : result;
}

/**
 * Where the values in it are series with members in common, so is the formula: over all members, not available where
 * a series lacks one. Values without a series count for all.
 */
function membersOf(formula: Formula, given: FormulaEntry, written: Written, inputs: Inputs): Member[] {
  if (mixed(formula, inputs)) return [];
  const series = [...seriesIn(formula, inputs).values()];
  const tables = new Map(series.map((one) => [one, new Map(one.members.map((m) => [idOf(m), m]))]));
  const everywhere = (id: string) => series.every((one) => tables.get(one)!.has(id));
  const all = new Map(series.flatMap((one) => one.members.map((member) => [idOf(member), member] as const)));
  if (![...all.keys()].some(everywhere)) return [];
  return ordered([...all.values()], series).map((member) => {
    const at = (name: string): Quantity => {
      const input = inputs.get(name)!;
      if (input.members.length === 0) return input;
      return { value: tables.get(input)!.get(idOf(member))?.value ?? null, unit: input.unit };
    };
    const { key, label, group } = member;
    const { value } = asPercent(formula, compute(formula, at, written), given.unit);
    const n = series.reduce((sum, one) => sum + (tables.get(one)?.get(idOf(member))?.n ?? 0), 0);
    const quotient = formula.kind === 'binary' && formula.operator === '/';
    return {
      key,
      label,
      ...(group !== undefined && { group }),
      value,
      ...(quotient && {
        numerator: compute(formula.left, at, written).value ?? 0,
        denominator: compute(formula.right, at, written).value ?? 0,
      }),
      n,
    };
  });
}

function seriesIn(formula: Formula, inputs: Inputs): Map<string, Evaluated> {
  const named = namesOf(formula).map((name) => [name, inputs.get(name)!] as const);
  return new Map(named.filter(([, input]) => input.members.length > 0));
}

/** Members of a later series that the first lacks: in the order of their keys where the first is, else at the end. */
function ordered(all: Member[], [first]: Evaluated[]): Member[] {
  const keys = first?.members.map(({ key }) => key) ?? [];
  const sorted = keys.every((key, at) => at === 0 || keys[at - 1]! <= key);
  return sorted ? all.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)) : all;
}

/** Of each series in the formula, the members that another series lacks. */
function loneMembers(formula: Formula, inputs: Inputs): { name: string; members: string[] }[] {
  const series = [...seriesIn(formula, inputs)];
  const ids = series.map(([, one]) => new Set(one.members.map(idOf)));
  return series.flatMap(([name, one]) => {
    const alone = one.members.filter((member) => ids.some((own) => !own.has(idOf(member))));
    const labels = alone.map(({ label, group }) => (group === undefined ? label : `${label} ${group}`));
    return labels.length > 0 ? [{ name, members: labels }] : [];
  });
}

/** A total less one week of another says nothing; a rate against a rate, or a share of a total, does. */
function mixed(formula: Formula, inputs: Inputs): boolean {
  if (formula.kind === 'negative') return mixed(formula.of, inputs);
  if (formula.kind !== 'binary') return false;
  const sides = [formula.left, formula.right].map((side) => namesOf(side).map((name) => inputs.get(name)!));
  const [left, right] = sides.map((side) => side.some((input) => input.members.length > 0));
  const added = formula.operator === '+' || formula.operator === '-';
  const plain = sides.flat().some((input) => input.unit !== '%');
  const uneven = added && plain && left !== right && sides.every((side) => side.length > 0);
  return uneven || mixed(formula.left, inputs) || mixed(formula.right, inputs);
}

function idOf({ key, group }: Member): string {
  return `${key}\u0000${group ?? ''}`;
}

/** A difference or quotient is good the way its first part is. */
function directionOf(formula: Formula, inputs: Inputs): Direction {
  if (formula.kind === 'name') return inputs.get(formula.name)?.direction ?? 'none';
  if (formula.kind !== 'binary') return 'none';
  const left = directionOf(formula.left, inputs);
  if (left !== 'none' || formula.operator === '-' || formula.operator === '/') return left;
  return directionOf(formula.right, inputs);
}

function leavesOf(inputs: Inputs): Map<string, number> {
  return new Map(
    [...inputs].flatMap(([name, { leaves, lineage }]) => [...(leaves ?? [[name, lineage.rows] as const])]),
  );
}

function lineageOf(formula: Formula, name: string, inputs: Inputs, percent: boolean): Lineage {
  const names = namesOf(formula);
  const parts = names.map((one) => inputs.get(one)!.lineage);
  const files = new Map(parts.flatMap((part) => part.files.map((file) => [file.path, file] as const)));
  const factor = percent ? { text: ' × 100%', tex: ' \\times 100\\%' } : { text: '', tex: '' };
  const text = readFormula(formula);
  return {
    kind: 'formula',
    formula:
      percent && formula.kind === 'binary' && formula.operator !== '/' && formula.operator !== '*'
        ? `(${text})${factor.text}`
        : `${text}${factor.text}`,
    mathml: mathml(`${texFormula({ kind: 'name', name })} = ${texFormula(formula)}${factor.tex}`),
    inputs: names,
    tables: [...new Set(parts.flatMap((part) => part.tables))].sort(),
    rows: [...leavesOf(inputs).values()].reduce((sum, rows) => sum + rows, 0),
    files: [...files.values()],
  };
}
