import { valueAnchor } from '../base/anchor.ts';
import type { BookDataset, BookValue, DatasetColumn } from '../report/book.ts';
import { grouped } from '../words/count.ts';
import { type Code, call, joined, list, named, text } from './code.ts';
import type { Desk } from './desk.ts';
import { hasFindings, printFindings } from './findings.ts';
import { softened } from './grid.ts';
import { cell, plainTable } from './plain-table.ts';

/** Reference list, then the appendices: people, ledger, findings, data. Each only when it has something to say. */
export function printBack(desk: Desk): Code {
  const { book, words } = desk;
  const appendices: [string, () => Code, boolean][] = [
    [words.people, () => people(desk), book.front.members.length > 0],
    [words.ledger, () => ledger(desk), citedValues(desk).length > 0],
    [words.findings.title, () => printFindings(desk), hasFindings(desk)],
    [words.data, () => datasets(desk), book.datasets.length > 0],
  ];
  const parts = appendices
    .filter(([, , some]) => some)
    .map(([title, body], i) =>
      call('part', text(words.appendix(String.fromCharCode(65 + i), title)), named('fresh', i === 0), body()),
    );
  return joined([...(book.references.length > 0 ? [references(desk)] : []), ...parts]);
}

function references(desk: Desk): Code {
  const { book, words } = desk;
  desk.at({ file: `content/reports/${book.report}/references.bib` });
  const entries = book.references.map((reference) => {
    const mark = desk.marks.find({ chapter: 'references', anchor: String(reference.number) })!;
    return joined([call('mark', text(mark)), entry(desk, reference)]);
  });
  return call('part', text(words.references), call('entries', list(entries)));
}

/** The entry's text; its address, where it is printed, can be followed. */
function entry(desk: Desk, { text: shown, url }: { text: string; url?: string }): Code {
  const at = url ? shown.indexOf(url) : -1;
  if (!url || at < 0) return desk.text(shown);
  return joined([
    desk.text(shown.slice(0, at)),
    call('outside', text(url), desk.text(softened(url))),
    desk.text(shown.slice(at + url.length)),
  ]);
}

/** The values that the text cites: one that only a figure draws stands beside its figure and on the site. */
function ledger(desk: Desk): Code {
  const { words } = desk;
  const entries = citedValues(desk).map((value) => {
    desk.at(value.place);
    const mark = desk.marks.find({ chapter: 'numbers', anchor: valueAnchor(value.name) })!;
    return list([
      joined([call('mark', text(mark)), cell(desk, value.name)]),
      cell(desk, value.text),
      cell(desk, lineageText(desk, value)),
      citedPages(desk, value),
    ]);
  });
  return joined([
    call('par', text(words.ledgerIntro)),
    call('ledger', text(words.pages + words.colon), list(entries)),
  ]);
}

const citedValues = ({ book, marks }: Desk): BookValue[] =>
  Object.values(book.values).filter(({ name }) => marks.led.has(name));

function citedPages(desk: Desk, value: BookValue): Code {
  const marks = value.cited.map((target) => desk.marks.find(target)).filter((mark) => mark !== undefined);
  return marks.length === 0
    ? text(desk.words.emptyCell)
    : call('pages-of', list(marks.map((mark) => text(mark))));
}

/** How a value came about: its formula, what was read, what it is held against. */
function lineageText({ words, book }: Desk, { lineage, target, baseline, interval }: BookValue): string {
  const said = words.lineage;
  const { numerator, denominator, period, rows } = lineage;
  const parts = numerator && denominator ? ` = ${numerator.text} ÷ ${denominator.text}` : '';
  const formula = lineage.kind === 'sql' ? said.query : lineage.formula;
  const tables = lineage.tables.join(words.comma);
  const whole = period?.from === book.front.period.from && period.to === book.front.period.to;
  const level = interval && ` (${interval.level * 100}%, ${interval.method})`;
  const facts: [label: string, fact: string | undefined][] = [
    [said.filter, lineage.filter],
    [said.target, target?.text],
    [said.baseline, baseline?.text],
    [said.interval, interval && interval.text + level],
  ];
  return [
    formula + parts,
    ...(tables ? [rows > 0 ? words.unit(tables, words.rowCount(grouped.format(rows))) : tables] : []),
    ...(period && !whole ? [words.range(period.from, period.to)] : []),
    ...facts.flatMap(([label, fact]) => (fact ? [`${label} ${fact}`] : [])),
  ].join(words.separator);
}

function datasets(desk: Desk): Code {
  const { book, words } = desk;
  const entries = book.datasets.map((set) => dataset(desk, set));
  return joined([call('par', text(words.dataIntro)), call('dictionary', list(entries))]);
}

/** Title, where the table is from, and each column with its meaning. */
function dataset(desk: Desk, set: BookDataset): Code {
  const { words } = desk;
  desk.at({ file: set.file });
  const facts = [
    set.sheet ? `${set.file}!${set.sheet}` : set.file,
    words.rowCount(grouped.format(set.rows)),
    set.sha256.slice(0, 16),
  ];
  return list([
    cell(desk, set.title === set.name ? set.name : `${set.title} ${set.name}`),
    cell(desk, facts.join(words.separator)),
    list(set.columns.map((column) => list([cell(desk, column.name), cell(desk, meaning(desk, column))]))),
  ]);
}

/** 消费（元，小数）：带来转化的花费 */
function meaning({ words }: Desk, column: DatasetColumn): string {
  const type = words.types[column.type as keyof typeof words.types] ?? column.type;
  const kind = [column.unit, type].filter(Boolean).join(words.comma);
  const label = column.label === column.name ? '' : column.label;
  return words.unit(label, kind) + (column.description ? words.colon + column.description : '');
}

/** Columns in which every row is empty are left out. */
function withoutEmpty(heads: string[], rows: string[][]): [string[], string[][]] {
  const kept = heads.map((_, i) => rows.some((row) => row[i] !== ''));
  return [heads.filter((_, i) => kept[i]), rows.map((row) => row.filter((_, i) => kept[i]))];
}

function people(desk: Desk): Code {
  const { book, words } = desk;
  const { name, number, role, duty } = words.members;
  desk.at({ file: `content/reports/${book.report}/index.mdx` });
  const { members } = book.front;
  const rows = members.map((member) => [member.name, member.number ?? '', member.role, member.duty]);
  const [heads, used] = withoutEmpty([name, number, role, duty], rows);
  return plainTable(
    desk,
    heads,
    used,
    heads.map(() => 'left'),
  );
}
