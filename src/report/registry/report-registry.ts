/**
 * What a report calls things and how it shows them: names of codes, weeks, scales. Everything that prints asks here; data pages,
 * downloads and keys keep what the files say.
 */
import type { Period } from '../../base/calendar-days.ts';
import type { Language } from '../../base/language.ts';
import { listCodes, type Scale } from '../../base/registry/column-display.ts';
import type { Family } from '../../base/registry/entity-colours.ts';
import { buildTrainingWeeks, isWeekKey, type TrainingWeeks } from '../../base/registry/training-weeks.ts';
import type { SourceColumn } from '../../base/source-table.ts';
import type { CourseFile } from '../../schema/course-file.ts';
import { findCodeName } from '../../words/code-names.ts';
import { findScale } from '../../words/scale-words.ts';
import { formatWeekName } from '../../words/week-names.ts';

type Column = Pick<SourceColumn, 'name' | 'header' | 'label' | 'display'>;

interface RegistryInput {
  language: Language;
  /** Of the report. */
  period: Period;
  course?: Pick<CourseFile, 'phases' | 'codes' | 'scales' | 'digits'>;
  tables?: readonly { columns: readonly Column[] }[];
}

export interface ReportRegistry {
  language: Language;
  training: TrainingWeeks;
  /** Names in the order declared, a family a column. */
  declared: readonly Family[];
  /** Decimals by id of a metric. */
  digits: Readonly<Record<string, number>>;
  /** The name of a code or a week, else the text itself. `column`: where it stands, if that is known. */
  nameMember: (text: string, column?: string) => string;
  /** What names are to one another, as declared for their column, or as they say themselves. */
  getScale: (names: readonly string[], column?: string) => Scale;
  /** Of all of this. */
  key: string;
}

export function createRegistry({ language, period, course, tables = [] }: RegistryInput): ReportRegistry {
  const columns = tables.flatMap((table) => table.columns);
  const codes = collectCodes(course?.codes ?? {}, columns, language);
  const declaredScales = collectScales(course?.scales ?? {}, columns);
  const known = new Set(columns.flatMap(({ name, header, label }) => [name, header, label]));
  const anywhere = collectUnambiguous(codes);
  const training = buildTrainingWeeks(course?.phases ?? [], period);
  const findDeclared = (code: string, column: string | undefined) =>
    codes.get(column ?? '')?.get(code) ??
    (column === undefined || !known.has(column) ? anywhere.get(code) : undefined);
  return {
    language,
    training,
    declared: [...codes.values()].map((names) => ({ names: [...new Set(names.values())] })),
    digits: course?.digits ?? {},
    nameMember: (text, column) =>
      isWeekKey(text)
        ? formatWeekName(text, training, language)
        : (findDeclared(text, column) ?? findCodeName(text, language, column) ?? text),
    getScale: (names, column) => declaredScales.get(column ?? '') ?? findScale(names),
    key: JSON.stringify([
      training,
      course?.digits,
      course?.codes,
      course?.scales,
      columns.map(({ name, display }) => display && [name, display]),
    ]),
  };
}

/** Column → code → name: of the course, then what tables.yaml adds or says otherwise; under every name that a column has. */
function collectCodes(
  ofCourse: CourseFile['codes'],
  columns: readonly Column[],
  language: Language,
): Map<string, Map<string, string>> {
  const codes = new Map<string, Map<string, string>>();
  const add = (column: string, given: readonly [string, string][]) => {
    const names = codes.get(column) ?? new Map<string, string>();
    for (const [code, name] of given) names.set(code, name);
    codes.set(column, names);
  };
  for (const [column, given] of Object.entries(ofCourse)) add(column, listCodes(given, language));
  for (const { name, header, label, display } of columns) {
    const aliases = [...new Set([name, header, label])];
    const general = aliases.map((alias) => ofCourse[alias]).find(Boolean);
    const given = [...listCodes(general, language), ...listCodes(display?.codes, language)];
    if (given.length > 0) for (const alias of aliases) add(alias, given);
  }
  return codes;
}

function collectScales(ofCourse: CourseFile['scales'], columns: readonly Column[]): Map<string, Scale> {
  const found = new Map(Object.entries(ofCourse));
  for (const { name, header, label, display } of columns) {
    const given = display?.scale ?? ofCourse[name] ?? ofCourse[header] ?? ofCourse[label];
    if (given) for (const alias of [name, header, label]) found.set(alias, given);
  }
  return found;
}

/** Codes that mean the same in every column, and are more than a number: what an unknown column holds, they may mean too. */
function collectUnambiguous(codes: ReadonlyMap<string, ReadonlyMap<string, string>>): Map<string, string> {
  const found = new Map<string, string>();
  const odd = new Set<string>();
  for (const names of codes.values()) {
    for (const [code, name] of names) {
      if (/^[\d\s.+-]*$/.test(code) || (found.get(code) ?? name) !== name) odd.add(code);
      found.set(code, name);
    }
  }
  for (const code of odd) found.delete(code);
  return found;
}
