/** The site for machines: what `report.json` and `course.json` hold. */
import { formatUnit } from '../../base/unit.ts';
import type { Book, BookValue } from '../../report/book.ts';
import { listFigures } from '../../report/images/build-pictures.ts';
import { getReportPage } from '../html/href.ts';
import type { Course, ReportSummary } from '../site-types.ts';
import { countGoalsMet } from '../summary/report-summary.ts';

/** `reports/<r>/report.json`. */
export function buildReportJson(book: Book) {
  const { front } = book;
  return {
    report: book.report,
    title: front.title,
    language: book.language,
    team: front.team,
    mentor: front.mentor,
    period: front.period,
    simulated: front.simulated,
    draft: front.draft,
    chapters: book.chapters.map(({ slug, number, title }) => ({ slug, number, title })),
    figures: listFigures(book).map(({ id, number, chapter, caption, ...one }) => ({
      id,
      number,
      kind: 'kind' in one ? one.kind : 'picture',
      chapter,
      caption,
    })),
    tables: book.tables.map(({ id, number, chapter, caption }) => ({ id, number, chapter, caption })),
    values: Object.values(book.values).map((value) => ({
      name: value.name,
      value: value.value,
      unit: formatUnit(value.unit, book.language, 2),
      text: value.text,
      chapters: listCitingChapters(value),
    })),
    coverage: {
      done: book.coverage.done,
      total: book.coverage.total,
      items: book.coverage.items.map(({ place, ...item }) => item),
    },
    data: book.datasets.map(({ name, file, sheet, rows, sha256 }) => ({ name, file, sheet, rows, sha256 })),
  };
}

/** Slugs of the chapters that cite a value, each once, in order; the abstract is ''. */
function listCitingChapters(value: BookValue): string[] {
  return [...new Set(value.cited.map(({ chapter }) => chapter))];
}

/** `course.json`. */
export function buildCourseJson(course: Course, reports: ReportSummary[], printed: boolean) {
  return {
    title: course.title,
    term: course.term,
    language: course.language,
    reports: reports.map((one) =>
      one.broken
        ? { report: one.report, title: one.title, broken: true, problems: one.problems }
        : {
            report: one.report,
            title: one.front.title,
            team: one.front.team,
            home: getReportPage(one.report, ''),
            ...(printed && { pdf: `reports/${one.report}.pdf` }),
            goals: { met: countGoalsMet(one), total: one.goals.length },
            coverage: one.coverage,
          },
    ),
  };
}
