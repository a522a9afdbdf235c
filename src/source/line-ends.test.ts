import { expect, test } from 'vitest';
import { getRows, readFiles } from './read-files.sample.ts';

const texts: Record<string, string> = {
  'a.csv': '导出时间：今天\n渠道,备注,次数\nSEM,"一\t二",12\n社群,好,一\n合计,,12\n',
  'a.tsv': '渠道\t备注\t次数\nSEM\t一\t12\n',
  'a.json': '[\n  {"渠道": "SEM", "次数": 12},\n  {"渠道": ["a", {"b": 1}]}\n]\n',
  'a.ndjson': '{"渠道": "SEM", "次数": 12}\n\n{"渠道": }\n',
  'a.yaml': '- 渠道: SEM\n  备注: |\n    一\n    二\n  次数: 12\n- 渠道: [a, { b: 1 }]\n',
  'a.geojson':
    '{"type": "FeatureCollection", "features": [\n  {"type": "Feature", "properties": {"名": "甲"},\n   "geometry": {"type": "Point", "coordinates": [1]}}\n]}\n',
};

test.each(Object.entries(texts))('%s is read alike with lines ended as on Windows', async (name, text) => {
  const unix = await readFiles({ [name]: text });
  const windows = await readFiles({ [name]: text.replaceAll('\n', '\r\n') });
  expect(windows.told).toEqual(unix.told);
  expect(windows.tables.map(getRows)).toEqual(unix.tables.map(getRows));
  expect(unix.told.length + unix.tables.length).toBeGreaterThan(0);
});

test('tables.yaml with lines ended as on Windows says the same', async () => {
  const notes =
    'a.csv:\n  title: 花费\n  columns:\n    次数:\n      description: |\n        一\n        二\n    没有: { unit: 次 }\n';
  const read = (text: string) => readFiles({ 'a.csv': '渠道,次数\nSEM,12\n', 'tables.yaml': text });
  const [unix, windows] = [await read(notes), await read(notes.replaceAll('\n', '\r\n'))];
  expect(windows.told).toEqual(unix.told);
  expect(windows.tables[0]?.title).toBe('花费');
  expect(windows.tables[0]?.columns).toEqual(unix.tables[0]?.columns);
});
