import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCsv } from './parse-csv.ts';

describe('parseCsv', () => {
  test('keeps quoted separators, line breaks and quotes, and where fields begin', () => {
    const csv = parseCsv('a.csv', 'a,"b\r\nc",d\r\n\r\n"say ""hi""",,中\n', ',');
    expect(csv.rows).toEqual([
      ['a', 'b\r\nc', 'd'],
      ['say "hi"', '', '中'],
    ]);
    expect(csv.getPlace(0, 2)).toEqual({ file: 'a.csv', line: 2, column: 4 });
    expect(csv.getPlace(1, 2)).toEqual({ file: 'a.csv', line: 4, column: 15 });
    expect(csv.getPlace(0, 9)).toEqual({ file: 'a.csv', line: 2, column: 4 });
    expect(csv.faults).toEqual([]);
  });

  test('an empty text has no rows; a last line needs no end', () => {
    expect(parseCsv('a.csv', '', ',').rows).toEqual([]);
    expect(parseCsv('a.csv', 'a|b\n1|', '|').rows).toEqual([
      ['a', 'b'],
      ['1', ''],
    ]);
  });

  test('quotes that do not close or that text follows are faults', () => {
    expect(parseCsv('a.csv', 'a,b\n"x"y,"z\n', ',').faults).toEqual([
      { kind: 'text-after-quote', place: { file: 'a.csv', line: 2, column: 1 } },
      { kind: 'open-quote', place: { file: 'a.csv', line: 2, column: 6 } },
    ]);
  });

  test('reads what was written, and as csv-parse does', () => {
    const field = fc.string({ unit: fc.constantFrom('a', '中', '"', ',', ';', '\n', '\r', ' ', '\t', '1') });
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) => fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1 }));
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t'), (rows, separator) => {
        const quoted = rows.map((row) =>
          row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator),
        );
        const text = `${quoted.join('\n')}\n`;
        const read = parseCsv('a.csv', text, separator);
        expect(read.rows).toEqual(rows);
        expect(read.rows).toEqual(parse(text, { delimiter: separator, record_delimiter: '\n' }));
        expect(read.faults).toEqual([]);
      }),
    );
  });
});

test('blanks separate cells in any number, and none begins or ends a row', () => {
  const { rows, getPlace } = parseCsv('a.csv', '  a   b\n1 "x y"  \n\n 2  3', ' ');
  expect(rows).toEqual([
    ['a', 'b'],
    ['1', 'x y'],
    ['2', '3'],
  ]);
  expect(getPlace(2, 1)).toEqual({ file: 'a.csv', line: 4, column: 5 });
});
