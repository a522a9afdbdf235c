import type { Book, BookValue } from '../../report/book.ts';
import { type Context, type ExitCode, UsageError } from '../command.ts';
import { formatCommandLine } from '../command-line.ts';
import { printProblems } from '../output/print-problems.ts';
import { groupProblems, hasErrors } from '../problem-groups.ts';
import { measureTextWidth } from '../terminal.ts';
import { buildCheckedCourse } from '../workspace/checked-course.ts';

/** Lists the values of one report with the tag to paste for each. */
export async function run(context: Context): Promise<ExitCode> {
  const { words, format, terminal } = context;
  const built = await buildCheckedCourse(context, false);
  const [report, ...others] = built.reports;
  if (others.length > 0) {
    throw new UsageError(words.whichReport(built.reports.map((one) => one.report).join(' / ')));
  }
  if (!report?.book) {
    printProblems(groupProblems(built, context), context);
    return 1;
  }
  terminal.print(format === 'json' ? formatValuesJson(report.book) : formatValuesTable(report.book, context));
  if (!hasErrors(groupProblems(built, context))) return 0;
  terminal.printError(words.brokenValues(formatCommandLine(context, 'check', report.report)));
  return 1;
}

function formatTag({ name }: BookValue): string {
  return `<Value of="${name.replaceAll('"', '&quot;')}" />`;
}

function formatValuesJson({ values }: Book): string {
  const list = Object.values(values).map((value) => {
    const { name, text, unit, lineage } = value;
    const { rows, account } = lineage;
    const given = {
      name,
      value: value.value,
      text,
      unit,
      formula: lineage.formula,
      rows,
      tag: formatTag(value),
    };
    return { ...given, ...(account && { account }) };
  });
  return JSON.stringify(list, null, 2);
}

function formatValuesTable({ values }: Book, { words, terminal }: Context): string {
  const { name, text, tag } = words.valueColumns;
  const rows = Object.values(values).map((value) => [value.name, value.text, formatTag(value)]);
  if (rows.length === 0) return words.noValues;
  const all = [[name, text, tag], ...rows];
  const widths = [0, 1].map((column) => Math.max(...all.map((row) => measureTextWidth(row[column] ?? ''))));
  const lines = all.map((row) =>
    row
      .map((cell, column) => padText(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [terminal.colours.bold(lines[0] ?? ''), ...lines.slice(1)].join('\n');
}

function padText(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - measureTextWidth(text)));
}
