/** Tables, definitions of values and notes on files, of keys that exist and values that do not fit, broken here and there. */
import { damageBytes } from '../../source/csv/csv-mutations.sample.ts';
import { drawLength, drawPieces, type Files, type Next, pick, testSeeds } from './course-fault.ts';

const scalars = [
  '1',
  '-0',
  '1e999',
  '9'.repeat(50),
  '0x10',
  '1,234',
  '12%',
  '￥3.5',
  '2026-03-02',
  '2026-02-30',
  '3/4/26',
  '2026-03-02T08:00:00Z',
  '24:00',
  'true',
  'null',
  'NaN',
  '~',
  '',
  ' ',
  'SEM',
  '访问量',
  'visits',
  'day',
  'week',
  'report',
  '"',
  "'",
  '"a""b"',
  "it's",
  'a,b',
  'a\tb',
  '=1+1',
  '<script>',
  '../../etc/passwd',
  '\u0000',
  '\ufeff',
  '\u202e',
  '👩‍👩‍👧',
  '𠮷',
  'a'.repeat(5000),
  "1' or '1'='1",
  'read_csv(1)',
  '*a',
  '&a x',
  '!!js/function x',
  '!!binary x',
  '<<',
  '{',
  '[',
  '- -',
  ': ',
  '# x',
  '|',
  '>',
];

const drawScalar = (next: Next): string => pick(next, scalars);

function drawCsv(next: Next): string {
  const separator = pick(next, [',', ',', ',', ';', '\t', '|', '，']);
  const width = 1 + drawLength(next, 200);
  const row = () =>
    drawPieces(next, Math.max(0, width + (next(8) === 0 ? next(5) - 2 : 0)), drawScalar).join(separator);
  const kept =
    next(2) === 0
      ? pick(next, ['day,channel,visits', '日期,渠道,花费', 'user_id,at,event', 'name,name', ',,', ''])
      : row();
  return [kept, ...drawPieces(next, drawLength(next, 300), row)].join(pick(next, ['\n', '\n', '\r\n', '\r']));
}

function drawJson(next: Next, depth = 0): unknown {
  const kind = next(depth > 5 ? 3 : 6);
  if (kind === 0) return next(1e9) / (1 + next(1000));
  if (kind === 1) return drawScalar(next);
  if (kind === 2) return pick(next, [null, true, false, -0, 1e308, 2 ** 60]);
  if (kind === 3) return drawPieces(next, next(6), () => drawJson(next, depth + 1));
  return drawObject(next, depth);
}

const drawObject = (next: Next, depth: number) =>
  Object.fromEntries(
    drawPieces(
      next,
      next(6),
      () => [pick(next, [...jsonKeys, drawScalar(next)]), drawJson(next, depth + 1)] as const,
    ),
  );

const jsonKeys = [
  'a',
  'id',
  '日期',
  'type',
  'features',
  'geometry',
  'coordinates',
  'properties',
  '__proto__',
  'constructor',
  'toString',
  'length',
];

function drawJsonText(next: Next): string {
  const rows = () => drawPieces(next, drawLength(next, 200), () => drawObject(next, 3));
  switch (next(6)) {
    case 0:
      return JSON.stringify(rows());
    case 1:
      return rows()
        .map((row) => JSON.stringify(row))
        .join('\n');
    case 2:
      return JSON.stringify({
        type: 'FeatureCollection',
        features: drawPieces(next, next(5), () => drawFeature(next)),
      });
    case 3:
      return `${'['.repeat(drawLength(next, 60_000))}${drawScalar(next)}`;
    case 4:
      return `${'{"a":'.repeat(drawLength(next, 20_000))}1`;
    default:
      return JSON.stringify(drawJson(next));
  }
}

function drawFeature(next: Next): unknown {
  const type = pick(next, ['Polygon', 'MultiPolygon', 'Point', 'x']);
  const ring = drawPieces(next, next(7), () => [next(400) - 200, next(200) - 100]);
  const coordinates = next(4) === 0 ? drawJson(next) : type === 'MultiPolygon' ? [[ring]] : [ring];
  return { type: 'Feature', properties: drawObject(next, 4), geometry: { type, coordinates } };
}

const metricKeys = [
  'metric',
  'from',
  'during',
  'where',
  'by',
  'with',
  'sql',
  'formula',
  'unit',
  'target',
  'baseline',
  'label',
  'digits',
  'method',
  'compare',
  'x',
];
const metricNames = [
  'sum',
  'count',
  'mean',
  'conversion_rate',
  'retention',
  'funnel',
  'new_users',
  'active_users',
  'ab_test',
  'roas',
  'ratio',
  'x',
];
const metricValues = [
  ...metricNames,
  'visits',
  '访问量',
  'day',
  'week',
  'month',
  'channel',
  'report',
  '2026-03-02..2026-03-15',
  '2026-03-15..2026-03-02',
  '{ column: visits }',
  '{ column: day }',
  '{ start: a, finish: b }',
  '"select sum(visits) as v from visits"',
  '"select * from visits"',
  '"select 1; select 2"',
  '"from visits"',
  '"with recursive t as (select 1 as n union all select n+1 from t where n < 1000) select max(n) from t"',
  '"select a.* from visits a, visits b, visits c"',
  '"select sum("',
  '甲 + 乙',
  '访问量 / 0',
  '访问量 ** 999',
  '((((访问量',
  '甲',
  '1 / 0',
  'goals.x',
  '-',
  '[]',
  '{}',
  'null',
];

function drawMetrics(next: Next): string {
  const names = ['甲', '乙', '访问量', 'a b', '"x"', 'select', '__proto__', '1', '👍', '? a', '<<'];
  return drawPieces(next, 1 + next(10), () => {
    const keys = drawPieces(next, 1 + next(6), () => pick(next, metricKeys));
    const body = [...new Set(keys)].map(
      (key) =>
        `${key}: ${key === 'metric' ? pick(next, metricNames) : pick(next, next(5) === 0 ? scalars : metricValues)}`,
    );
    return next(2) === 0
      ? `${pick(next, names)}:\n${body.map((line) => `  ${line}\n`).join('')}`
      : `${pick(next, names)}: { ${body.join(', ')} }\n`;
  }).join('');
}

const noteKeys = [
  'table',
  'title',
  'source',
  'headerRow',
  'dateOrder',
  'personal',
  'columns',
  'encoding',
  'separator',
  'sheets',
  'reference',
  'tolerance',
  'x',
];
const noteValues = [
  'ad_spend',
  'users',
  'events',
  'recon',
  '3',
  '0',
  '1e9',
  'dmy',
  '[day]',
  '{ day: { type: integer } }',
  '{ visits: { type: date, unit: 元 } }',
  '{ x: 1 }',
  'gb18030',
  'utf-16le',
  'x',
  '";"',
  '"\\t"',
  '{ a: { headerRow: 2 } }',
  '[]',
  '0.5',
];

const drawNotes = (next: Next): string =>
  ['more.csv', 'visits.csv', 'more.json', 'x.csv', '"*"']
    .slice(next(3))
    .map(
      (file) =>
        `${file}:\n${drawPieces(next, 1 + next(4), () => `  ${pick(next, noteKeys)}: ${pick(next, next(5) === 0 ? scalars : noteValues)}\n`).join('')}`,
    )
    .join('');

const chartSpec = (next: Next): string =>
  `data: { name: ${pick(next, ['visits', 'x', '{}'])} }\nmark: ${pick(next, ['bar', 'line', '{ type: area }', 'image', 'x'])}\nencoding:\n  x: { field: ${drawScalar(next)}, type: ${pick(next, ['nominal', 'temporal', 'quantitative', 'x'])} }\n`;

const files: readonly (readonly [file: string, draw: (next: Next) => string])[] = [
  ['data/r/more.csv', drawCsv],
  ['data/r/visits.csv', drawCsv],
  ['data/r/users.csv', drawCsv],
  ['data/r/more.json', drawJsonText],
  ['data/r/more.ndjson', drawJsonText],
  ['data/r/more.geojson', drawJsonText],
  ['data/r/more.yaml', (next) => (next(2) === 0 ? drawMetrics(next) : JSON.stringify(drawJson(next)))],
  ['data/r/metrics.yaml', drawMetrics],
  ['data/r/metrics.yaml', drawMetrics],
  ['data/r/tables.yaml', drawNotes],
  ['data/r/tables.yaml', drawNotes],
  ['data/r/charts/own.vl.yaml', chartSpec],
];

testSeeds('random tables and settings', 500, (next) => {
  const found: Files = {};
  for (let n = 1 + next(3); n > 0; n--) {
    const [file, draw] = pick(next, files);
    const text = Buffer.from(draw(next));
    found[file] =
      text.length > 0 && next(3) === 0
        ? damageBytes(text, next, 100, (piece) =>
            Buffer.from(drawScalar(next)).subarray(0, piece.length + 20),
          )
        : text;
  }
  return found;
});
