import { formatPlace } from '../../base/place.ts';
import type { PrintContext } from '../print-context.ts';
import { type Code, joinContent, quoteString, renderCall } from '../typst-code.ts';
import { renderPlainTable } from './plain-table.ts';

/** Whether the rules between tables were asked, and the team has not set what they found into a chapter itself. */
export function hasFindings({ book }: PrintContext): boolean {
  return book.checks.length > 0 && !book.tables.some(({ of }) => of.includes('findings'));
}

/** What the rules between tables found, one row each, and which of them were kept. */
export function renderFindings(context: PrintContext): Code {
  const { book, words } = context;
  const { findings } = words;
  const titles = new Map(book.checks.map(({ id, title }) => [id, title]));
  const reported = book.problems.filter(({ id }) => titles.has(id) || id === 'more-found');
  const kept = book.checks.filter(({ found }) => found === 0).map(({ title }) => title);
  const rows = reported.map(({ id, what, place }) => [
    titles.get(id) ?? '',
    what[book.language],
    formatPlace(place).replace(/^data\/[^/]+\//, ''),
  ]);
  const heads = [findings.rule, findings.found, findings.place];
  return joinContent([
    renderCall('par', quoteString(findings.intro(book.checks.length, kept.length))),
    ...(rows.length > 0 ? [renderPlainTable(context, heads, rows, ['left', 'left', 'left'])] : []),
    ...(kept.length > 0 ? [renderCall('par', context.quoteLine(findings.kept(kept)))] : []),
  ]);
}
