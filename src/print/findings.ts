import { showPlace } from '../base/place.ts';
import { type Code, call, joined, text } from './code.ts';
import type { Desk } from './desk.ts';
import { plainTable } from './plain-table.ts';

/** Whether the rules between tables were asked, and the team has not set what they found into a chapter itself. */
export function hasFindings({ book }: Desk): boolean {
  return book.checks.length > 0 && !book.tables.some(({ of }) => of.includes('findings'));
}

/** What the rules between tables found, one row each, and which of them were kept. */
export function printFindings(desk: Desk): Code {
  const { book, words } = desk;
  const { findings } = words;
  const titles = new Map(book.checks.map(({ id, title }) => [id, title]));
  const told = book.problems.filter(({ id }) => titles.has(id) || id === 'more-found');
  const kept = book.checks.filter(({ found }) => found === 0).map(({ title }) => title);
  const rows = told.map(({ id, what, place }) => [
    titles.get(id) ?? '',
    what[book.language],
    showPlace(place).replace(/^data\/[^/]+\//, ''),
  ]);
  const heads = [findings.rule, findings.found, findings.place];
  return joined([
    call('par', text(findings.intro(book.checks.length, kept.length))),
    ...(rows.length > 0 ? [plainTable(desk, heads, rows, ['left', 'left', 'left'])] : []),
    ...(kept.length > 0 ? [call('par', desk.line(findings.kept(kept)))] : []),
  ]);
}
