/** Chapters of pieces that have nothing to do with each other, broken, deep, long, or in signs of all kinds. */
import { tagSchemas } from '../../schema/tag-schemas.ts';
import { damageBytes } from '../../source/csv/csv-mutations.sample.ts';
import { dialectTexts } from '../dialect-texts.ts';
import { drawLength, drawPieces, type Next, pick, testSeeds } from './course-fault.ts';

const sound = Object.values(dialectTexts).flatMap((text) => text.split('\n\n'));

const words = [
  '访问量',
  'visits',
  'day',
  '2026-03-02',
  'trend',
  'bars',
  'yes',
  '0',
  '-1',
  '1e308',
  '9'.repeat(40),
  '',
  ' ',
  'a b',
  '../x',
  '{x}',
  '"',
  "'",
  '<b>',
  '`',
  '\\',
  '|',
  '$',
  '\u0000',
  '\u202e',
  '\ufeff',
  '\u200d',
  '👩‍👩‍👧‍👦',
  '🇨🇳',
  'é'.normalize('NFD'),
  '\ud800',
  '𠮷',
  'ﷺ',
  "channel = 'SEM'",
  '; drop table visits',
  'select 1',
  'a'.repeat(300),
  'script',
  'javascript:alert(1)',
];

const attributes = [...new Set(Object.values(tagSchemas).flatMap(({ props }) => Object.keys(props.shape)))];

const drawText = (next: Next): string =>
  drawPieces(next, 1 + next(5), () => pick(next, words)).join(pick(next, ['', ' ', '，', '\n', '\t']));

function drawTag(next: Next): string {
  const name =
    next(6) === 0
      ? pick(next, ['Foo', 'script', 'value', '数值', 'Value.x', ''])
      : pick(next, Object.keys(tagSchemas));
  const written = drawPieces(next, next(5), () => {
    const value = next(3) === 0 ? drawText(next) : pick(next, words.slice(0, 6));
    return ` ${pick(next, attributes)}${pick(next, ['=', '=', '=', '', ' = '])}${pick(next, ['"', '"', '"', "'", '', '{', '“'])}${value}${pick(next, ['"', '"', '"', "'", '', '}', '”'])}`;
  });
  const end = pick(next, [
    ' />',
    ' />',
    '>',
    '',
    `>${drawText(next)}</${name}>`,
    `>\n\n${drawText(next)}\n\n</${name}>`,
  ]);
  return `<${name}${written.join('')}${end}`;
}

/** One sign or pair of signs many times over. */
function drawRun(next: Next): string {
  const [open, close] = pick(next, [
    ['> ', ''],
    ['- ', ''],
    ['1. ', ''],
    ['  ', '- x'],
    ['[', ']'],
    ['![', '](x)'],
    ['[', '](y)'],
    ['(', ')'],
    ['*', '*'],
    ['**', '**'],
    ['_', '_'],
    ['~~', '~~'],
    ['`', '`'],
    ['<', '>'],
    ['<Note>\n\n', '\n\n</Note>'],
    ['{', '}'],
    ['$', '$'],
    ['$$\n', '\n$$'],
    ['#', ''],
    ['|', '|'],
    ['\\', ''],
    ['&amp;', ''],
    ['[^1]', '\n\n[^1]: '],
    ['<!--', '-->'],
    ['\\frac{', '}{2}'],
    ['$\\sqrt{', '}$'],
    ['"', '"'],
    ['“', '”'],
    ['*a **b ', ''],
    ['a_', ''],
    ['![](', ')'],
    ['***', ''],
  ] as const);
  const count = drawLength(next, 3000);
  return `${open.repeat(count)}${drawText(next)}${close.repeat(next(3) === 0 ? next(count + 1) : count)}`;
}

function drawTable(next: Next): string {
  const width = 1 + drawLength(next, 300);
  const row = () =>
    `|${drawPieces(next, Math.max(0, width + next(3) - 1), () => pick(next, words).replaceAll('\n', ' ')).join('|')}|`;
  return [row(), `|${' --- |'.repeat(width)}`, ...drawPieces(next, drawLength(next, 60), row)].join('\n');
}

const longLine = (next: Next): string =>
  pick(next, ['字', 'a', 'a ', '，', '👍', '1', '* ', '<', 'http://a.b/']).repeat(drawLength(next, 60_000));

const math = (next: Next): string =>
  `$${pick(next, ['', '$'])}${drawPieces(next, 1 + next(20), () =>
    pick(next, [
      '\\frac',
      '{',
      '}',
      'x',
      '^',
      '_',
      '\\begin{matrix}',
      '\\end{matrix}',
      '&',
      '\\\\',
      '\\left(',
      '\\right)',
      '\\def\\a{\\a}\\a',
      '\\text{中}',
      '\\color{red}',
      '\\href{javascript:1}{x}',
      '1',
      '\\sum',
      '%',
      '#',
    ]),
  ).join('')}$${pick(next, ['', '$'])}`;

const drawers = [
  (next: Next) => pick(next, sound),
  (next: Next) => pick(next, sound),
  drawTag,
  drawTag,
  drawTag,
  drawRun,
  drawTable,
  longLine,
  math,
  drawText,
  (next: Next) => `${'#'.repeat(1 + next(7))} ${drawText(next)}`,
  (next: Next) => `[^${pick(next, ['1', '二', 'a b'])}]: ${pick(next, sound)}`,
];

const draw = (next: Next): string => pick(next, drawers)(next);

const fronts = [
  'title: 模糊',
  'title: [1',
  'title: { a: b }',
  'title: 模糊\nunknown: 1',
  '&a : *a',
  'title: "\\ud800"',
  '',
];

testSeeds('random chapters', 400, (next) => {
  const text = drawPieces(next, 1 + next(14), draw).join(pick(next, ['\n\n', '\n\n', '\n', ' ', '']));
  const front = next(8) === 0 ? pick(next, fronts) : 'title: 模糊';
  const chapter = Buffer.from(`---\n${front}\n---\n\n${text}\n`);
  const file = pick(next, ['02-fuzz.mdx', '02-fuzz.mdx', '01-base.mdx', 'index.mdx']);
  return {
    [`content/reports/r/${file}`]:
      next(3) === 0
        ? damageBytes(chapter, next, 200, (piece) => Buffer.from(draw(next)).subarray(0, piece.length + 9))
        : chapter,
  };
});
