import { afterAll, expect, test } from 'vitest';
import { ChartPool } from '../../charts/draw/pool.ts';
import { openEngine } from '../../data/open-engine.ts';
import type { BlockTagUse } from '../../markdown/markdown-chapter.ts';
import { describeColumns, getRows, readFiles } from '../../source/read-files.sample.ts';
import { buildDatasets } from '../tables/datasets.ts';
import { buildFigures, type FigureContext } from './build-figures.ts';

const pool = new ChartPool({ size: 1 });
afterAll(() => pool.close());

/** A field of one degree, wound as RFC 7946 says: against the clock. */
const field = (x: number) => [
  [x, 20],
  [x + 1, 20],
  [x + 1, 21],
  [x, 21],
  [x, 20],
];
const feature = (name: string, x: number) => ({
  type: 'Feature',
  properties: { name, type: '园区' },
  geometry: { type: 'Polygon', coordinates: [field(x)] },
});
const features = ['宿舍区', '教学区', '运动场'].map((name, i) => feature(name, 110 + i));
const campus = JSON.stringify({ type: 'FeatureCollection', features });
const users = 'name,users\n宿舍区,120\n教学区,300\n运动场,45\n';

const spec = `data: { name: campus }
transform:
  - { lookup: name, from: { data: { name: users }, key: name, fields: [users] } }
projection: { type: mercator }
mark: { type: geoshape, stroke: paper }
encoding:
  color: { field: users, type: quantitative, title: 人数 }
`;

const file = 'content/reports/r/01-a.mdx';
const place = { file, line: 7, column: 1 };
const use: BlockTagUse = {
  type: 'block-tag',
  name: 'Chart',
  props: { spec: 'map', id: 'map', caption: '各区人数' },
  place,
  propPlaces: { spec: place },
  children: [],
};

test('a map is a table: a row a feature, properties as columns, the shape as a text', async () => {
  const { tables, told } = await readFiles({ 'campus.geojson': campus });
  expect(told).toEqual([]);
  expect(describeColumns(tables[0])).toEqual(['name:text', 'type:text', 'geometry:text']);
  const [first] = getRows(tables[0])!;
  // The way of the ring is turned: D3 fills what lies right of it.
  const ring = [...field(110)].reverse();
  expect(first).toEqual(['宿舍区', '园区', JSON.stringify({ type: 'Polygon', coordinates: [ring] })]);
});

test('a chart of a team draws the regions of a map in the colours of its numbers', async () => {
  const { tables } = await readFiles({ 'campus.geojson': campus, 'users.csv': users });
  const { engine } = await openEngine(tables, { zone: 'Asia/Shanghai' });
  try {
    const specs = [{ file: 'data/r/charts/map.vl.yaml', text: spec }];
    const context: FigureContext = {
      ...{ values: {}, queries: {}, goals: [], broken: [], engine, specs, language: 'zh', pool },
      filterValue: () => Promise.reject(new Error('no value')),
    };
    const { figures, problems } = await buildFigures([use], context);
    expect(problems).toEqual([]);
    const [figure] = figures;
    // Before the legend.
    const regions = [...figure!.svg.matchAll(/<path d="([^"]*)" fill="var\(--s(\d)\)"/g)].slice(0, 3);
    expect(regions.map(([, , step]) => step)).toEqual(['3', '7', '1']);
    // Three fields of the same size, side by side: none is the rest of the globe.
    const wide = regions.map(([, d = '']) => {
      const xs = [...d.matchAll(/[ML](-?[\d.]+),/g)].map(([, x]) => Number(x));
      return Math.max(...xs) - Math.min(...xs);
    });
    for (const width of wide) expect(Math.abs(width - wide[0]!)).toBeLessThan(0.05);
    expect(figure!.data.columns.map(({ name }) => name)).toEqual(['name', 'users']);
    const published = JSON.parse(figure!.spec!) as { datasets: { campus: { geometry: object }[] } };
    expect(published.datasets.campus[0]).toMatchObject({ type: 'Feature', geometry: { type: 'Polygon' } });
    const described = await buildDatasets({ engine, ground: '', problems: { read: [], loaded: [] } }, 'zh');
    expect(described.find(({ name }) => name === 'campus')!.sample[0]).toEqual(['宿舍区', '园区', 'Polygon']);
  } finally {
    engine.close();
  }
});

test('a map of more points than a page can carry is told, not drawn', async () => {
  const coordinates = Array.from({ length: 50_001 }, (_, i) => [100 + i / 10_000, 20]);
  const line = { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } };
  const text = JSON.stringify({ type: 'FeatureCollection', features: [line] });
  const { tables, told } = await readFiles({ 'roads.geojson': text });
  expect(tables).toEqual([]);
  expect(told).toEqual(['roads.geojson:1:40 map-size']);
});
