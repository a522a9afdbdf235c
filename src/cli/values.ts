import type { Book, BookValue } from '../report/book.ts';
import { type Context, type ExitCode, UsageError } from './command.ts';
import { hasErrors } from './problem-group.ts';
import { groupsOf, settle } from './settled.ts';
import { tellProblems } from './tell.ts';
import { textWidth } from './terminal.ts';

/** Lists the values of one report with the tag to paste for each. */
export async function run(context: Context): Promise<ExitCode> {
  const { words, format, terminal } = context;
  const settled = await settle(context, false);
  const [report, ...others] = settled.reports;
  if (others.length > 0) {
    throw new UsageError(words.whichReport(settled.reports.map((one) => one.report).join(' / ')));
  }
  if (!report?.book) {
    tellProblems(groupsOf(settled, context), context);
    return 1;
  }
  terminal.print(format === 'json' ? asJson(report.book) : asTable(report.book, context));
  if (!hasErrors(groupsOf(settled, context))) return 0;
  terminal.complain(words.brokenValues);
  return 1;
}

function tagOf({ name }: BookValue): string {
  return `<Value of="${name.replaceAll('"', '&quot;')}" />`;
}

function asJson({ values }: Book): string {
  const list = Object.values(values).map((value) => {
    const { name, text, unit, lineage } = value;
    return { name, value: value.value, text, unit, formula: lineage.formula, tag: tagOf(value) };
  });
  return JSON.stringify(list, null, 2);
}

function asTable({ values }: Book, { words, terminal }: Context): string {
  const { name, text, tag } = words.valueColumns;
  const rows = Object.values(values).map((value) => [value.name, value.text, tagOf(value)]);
  if (rows.length === 0) return words.noValues;
  const all = [[name, text, tag], ...rows];
  const widths = [0, 1].map((column) => Math.max(...all.map((row) => textWidth(row[column] ?? ''))));
  const lines = all.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [terminal.colours.bold(lines[0] ?? ''), ...lines.slice(1)].join('\n');
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)));
}
