/** The card of a report against what the course asks for, and what excuses it. */
import type { CardLine, ReportCard } from '../../base/card/report-card.ts';
import type { Problem } from '../../base/problem.ts';
import type { SourceText } from '../../base/source-text.ts';
import { parseYaml } from '../../base/yaml-text.ts';
import { parseFrontMatter } from '../../markdown/front-matter.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { BuiltReport } from '../../report/build-book.ts';
import type { CourseFile } from '../../schema/course-file.ts';
import { reportFront } from '../../schema/front-matter.ts';
import type { TextRuleInput } from '../text-rule.ts';
import { measureReport } from './measure-report.ts';

type Settings = Pick<CourseFile, 'card' | 'waivers'>;

/** `problems`: what was found in the report. */
export function buildCard(input: TextRuleInput, problems: readonly Problem[]): ReportCard {
  const { book, course } = input;
  const date = readDataDate(input);
  const lines = measureReport(input, problems).map((line) => judgeLine(line, book.report, date, course));
  return { report: book.report, title: book.front.title, date, lines };
}

/** The day that waivers are held against, never that of the clock. */
function readDataDate({ source: { index }, book }: Pick<TextRuleInput, 'source' | 'book'>): string {
  const read = index && reportFront.shape.dataDate.safeParse(parseFrontMatter(index).data.dataDate);
  return read?.data ?? book.front.period.to;
}

function judgeLine(line: CardLine, report: string, date: string, { card, waivers }: Settings): CardLine {
  const asked = card[line.check];
  if (!asked) return line;
  const limit = 'min' in asked ? asked.min : asked.max;
  const judged = { ...line, limit };
  if (!isMissed(judged, limit)) return { ...judged, outcome: 'kept' };
  const excuse = waivers.find(
    (one) => one.report === report && one.check === line.check && one.until >= date,
  );
  if (!excuse) return { ...judged, outcome: 'missed' };
  return { ...judged, outcome: 'waived', waiver: { reason: excuse.reason, until: excuse.until } };
}

/** Where there is nothing that could hold, nothing is missed. */
const isMissed = ({ count, of }: CardLine, limit: number): boolean =>
  of === undefined ? count > limit : of > 0 && 100 * count < limit * of;

export function findMissedLimits(
  { report, lines, date }: ReportCard,
  { index, folder }: TextRuleInput['source'],
): Problem[] {
  const place = index ? { file: index.file, line: 1, column: 1 } : { file: folder };
  return lines
    .filter(({ outcome }) => outcome === 'missed')
    .map((line) => createProblem('card-threshold', place, { line, report, until: date }));
}

/**
 * Waivers that ran out or that nothing needs. Of a report that was not built it is not known. `names`: of all reports.
 */
export function findWaiverProblems(
  { card, waivers }: Settings,
  written: SourceText | undefined,
  names: readonly string[],
  reports: readonly BuiltReport[],
): Problem[] {
  if (!written || waivers.length === 0) return [];
  const yaml = parseYaml(written);
  return waivers.flatMap(({ report, check, until }, at) => {
    const waived = { report, check };
    const tellUnused = (why: 'report' | 'limit' | 'kept') => [
      createProblem('waiver-unused', yaml.getPlace(['waivers', at]), { ...waived, why }),
    ];
    if (!names.includes(report)) return tellUnused('report');
    if (!card[check]) return tellUnused('limit');
    const own = reports.find((one) => one.report === report)?.card;
    if (!own) return [];
    if (own.lines.find((line) => line.check === check)?.outcome === 'kept') return tellUnused('kept');
    if (until >= own.date) return [];
    const place = yaml.getPlace(['waivers', at, 'until']);
    return [createProblem('waiver-expired', place, { ...waived, until, date: own.date })];
  });
}
