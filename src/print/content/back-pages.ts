import { toValueAnchor } from '../../base/anchor.ts';
import { isSamePeriod } from '../../base/calendar-days.ts';
import { formatPlace } from '../../base/place.ts';
import type { BookDataset, BookValue, DatasetColumn } from '../../report/book.ts';
import { findExactText } from '../../report/values/exact-text.ts';
import { grouped } from '../../words/number-words.ts';
import { allowBreaks, renderCell, renderPlainTable } from '../layout/table-grid.ts';
import type { PrintContext } from '../print-context.ts';
import { type Code, joinContent, quoteString, renderArray, renderCall, renderNamed } from '../typst-code.ts';

/** Reference list, then the appendices: people, ledger, findings, data. Each only when it has something to say. */
export function renderBack(context: PrintContext): Code {
  const { book, words } = context;
  const appendices: [string, () => Code, boolean][] = [
    [words.people, () => renderPeople(context), book.front.members.length > 0],
    [words.ledger, () => renderLedger(context), listCitedValues(context).length > 0],
    [words.findings.title, () => renderFindings(context), hasFindings(context)],
    [words.data, () => renderDatasets(context), book.datasets.length > 0],
  ];
  const parts = appendices
    .filter(([, , some]) => some)
    .map(([title, body], i) =>
      renderCall(
        'part',
        quoteString(words.appendix(String.fromCharCode(65 + i), title)),
        renderNamed('fresh', i === 0),
        body(),
      ),
    );
  return joinContent([...(book.references.length > 0 ? [renderReferences(context)] : []), ...parts]);
}

function renderReferences(context: PrintContext): Code {
  const { book, words } = context;
  context.setPlace({ file: `content/reports/${book.report}/references.bib` });
  const entries = book.references.map((reference) => {
    const mark = context.anchors.findLabel({ chapter: 'references', anchor: String(reference.number) })!;
    return joinContent([renderCall('mark', quoteString(mark)), renderEntry(context, reference)]);
  });
  return renderCall(
    'part',
    quoteString(words.references),
    renderCall(
      book.references.some(({ unnumbered }) => unnumbered) ? 'authors' : 'entries',
      renderArray(entries),
    ),
  );
}

/** The entry's text; its address, where it is printed, can be followed. */
function renderEntry(context: PrintContext, { text: shown, url }: { text: string; url?: string }): Code {
  const at = url ? shown.indexOf(url) : -1;
  if (!url || at < 0) return context.quoteText(shown);
  return joinContent([
    context.quoteText(shown.slice(0, at)),
    renderCall('outside', quoteString(url), context.quoteText(allowBreaks(url))),
    context.quoteText(shown.slice(at + url.length)),
  ]);
}

/** The values that the text cites: one that only a figure draws stands beside its figure and on the site. */
function renderLedger(context: PrintContext): Code {
  const { words } = context;
  const entries = listCitedValues(context).map((value) => {
    context.setPlace(value.place);
    const mark = context.anchors.findLabel({ chapter: 'numbers', anchor: toValueAnchor(value.name) })!;
    return renderArray([
      joinContent([renderCall('mark', quoteString(mark)), renderCell(context, value.name)]),
      renderCell(context, value.text),
      renderCell(context, describeLineage(context, value)),
      renderCitedPages(context, value),
    ]);
  });
  return joinContent([
    renderCall('par', quoteString(words.ledgerIntro)),
    renderCall('ledger', quoteString(words.pages + words.colon), renderArray(entries)),
  ]);
}

const listCitedValues = ({ book, anchors }: PrintContext): BookValue[] =>
  Object.values(book.values).filter(({ name }) => anchors.linkedValues.has(name));

function renderCitedPages(context: PrintContext, value: BookValue): Code {
  const labels = value.cited
    .map((target) => context.anchors.findLabel(target))
    .filter((mark) => mark !== undefined);
  return labels.length === 0
    ? quoteString(context.words.emptyCell)
    : renderCall('pages-of', renderArray(labels.map((mark) => quoteString(mark))));
}

/** How a value came about: its formula, what was read, what it is held against. */
function describeLineage({ words, book }: PrintContext, value: BookValue): string {
  const { lineage, target, baseline, interval } = value;
  const labels = words.lineage;
  const { numerator, denominator, period, rows, account } = lineage;
  // What was asked to be left out stands beside it; what could not be used is told.
  const isWhole = !account || (account.undated === 0 && account.blank.length === 0);
  const parts = numerator && denominator ? ` = ${numerator.text} ÷ ${denominator.text}` : '';
  const formula = lineage.kind === 'sql' ? labels.query : lineage.formula;
  const tables = lineage.tables.join(words.comma);
  const whole = isSamePeriod(period, book.front.period);
  const level = interval && ` (${interval.level * 100}%, ${interval.method})`;
  const facts: [label: string, fact: string | undefined][] = [
    [labels.exact, findExactText(value, book.language)],
    [labels.filter, lineage.filter],

    [labels.target, target?.text],
    [labels.baseline, baseline?.text],
    [labels.interval, interval && interval.text + level],
  ];
  return [
    formula + parts,
    ...(tables
      ? [
          rows > 0
            ? words.unit(tables, isWhole ? words.rowCount(grouped.format(rows)) : account.text)
            : tables,
        ]
      : []),
    ...(period && !whole ? [words.range(period.from, period.to)] : []),
    ...(lineage.note ? [lineage.note] : []),
    ...facts.flatMap(([label, fact]) => (fact ? [`${label} ${fact}`] : [])),
  ].join(words.separator);
}

/** Whether the rules between tables were checked, and the team has not set what they found into a chapter itself. */
function hasFindings({ book }: PrintContext): boolean {
  return book.checks.length > 0 && !book.tables.some(({ of }) => of.includes('findings'));
}

/** What the rules between tables found, one row each, and which of them were kept. */
function renderFindings(context: PrintContext): Code {
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

function renderDatasets(context: PrintContext): Code {
  const { book, words } = context;
  const entries = book.datasets.map((set) => renderDataset(context, set));
  return joinContent([
    renderCall('par', quoteString(words.dataIntro)),
    renderCall('dictionary', renderArray(entries)),
  ]);
}

/** Title, where the table is from, and each column with its meaning. */
function renderDataset(context: PrintContext, set: BookDataset): Code {
  const { words } = context;
  context.setPlace({ file: set.file });
  const facts = [
    set.sheet ? `${set.file}!${set.sheet}` : set.file,
    words.rowCount(grouped.format(set.rows)),
    set.sha256.slice(0, 16),
  ];
  return renderArray([
    renderCell(context, set.title === set.name ? set.name : `${set.title} ${set.name}`),
    renderCell(context, facts.join(words.separator)),
    renderArray(
      set.columns.map((column) =>
        renderArray([renderCell(context, column.name), renderCell(context, describeColumn(context, column))]),
      ),
    ),
  ]);
}

/** 消费（元，小数）：带来转化的花费 */
function describeColumn({ words }: PrintContext, column: DatasetColumn): string {
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

function renderPeople(context: PrintContext): Code {
  const { book, words } = context;
  const { name, number, role, duty } = words.members;
  context.setPlace({ file: `content/reports/${book.report}/index.mdx` });
  const { members } = book.front;
  const rows = members.map((member) => [member.name, member.number ?? '', member.role, member.duty]);
  const [heads, used] = withoutEmpty([name, number, role, duty], rows);
  return renderPlainTable(
    context,
    heads,
    used,
    heads.map(() => 'left'),
  );
}
