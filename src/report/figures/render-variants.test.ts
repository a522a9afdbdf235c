import { afterAll, expect, test } from 'vitest';
import { ChartPool } from '../../charts/draw/pool.ts';
import { kinds } from '../../charts/kinds/kinds.ts';
import { buildPublishedSpec } from '../../charts/user-specs/published.ts';
import { drawVariants, withAccessibleNames } from './render-variants.ts';

const pool = new ChartPool({ size: 1 });
afterAll(() => pool.close());

const specOf = (full: number) => kinds.trend.buildSpec(kinds.trend.example.input('zh'), full);
const named = { id: 'weekly', title: '每周新增', description: '由 98 人升至 205 人。' };

test('a wide figure has a drawing for each place, with ids of its own', async () => {
  const pictures = withAccessibleNames(
    await drawVariants(specOf, { pool }, { group: 'trend', wide: true }),
    named,
  );
  const all = [pictures, pictures.phone, pictures.page!];
  expect(all.map(({ width }) => width)).toEqual([640, 350, 960]);
  const ids = all.flatMap(({ svg }) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  expect(new Set(ids).size).toBe(ids.length);
  expect(await drawVariants(specOf, { pool }, { group: 'trend', wide: false })).not.toHaveProperty('page');
});

test('a published specification holds its rows and real colours, of a table only the columns it speaks of', () => {
  const text = buildPublishedSpec(specOf(640));
  expect(text).not.toContain('var(--');
  expect(JSON.stringify(JSON.parse(text))).toContain('"value":205');
  const own = {
    data: { name: 't' },
    mark: 'bar',
    encoding: { x: { field: '渠道', type: 'nominal' } },
    datasets: { t: [{ 渠道: 'SEO', 备注: '不画' }] },
  };
  const published = JSON.parse(buildPublishedSpec(own as never));
  expect(published.datasets).toEqual({ t: [{ 渠道: 'SEO' }] });
  const many = { ...own, datasets: { t: Array.from({ length: 5_001 }, () => ({ 渠道: 'SEO' })) } };
  expect(JSON.parse(buildPublishedSpec(many as never))).not.toHaveProperty('datasets');
});
