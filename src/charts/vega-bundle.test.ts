import * as vegaModules from 'vega';
import * as vegaLiteModules from 'vega-lite';
import { expect, test } from 'vitest';
import { vega, vegaLite } from './vega-bundle.ts';

test('the files for pages hold what the modules hold, and leave nothing behind', () => {
  expect(vega.version).toBe(vegaModules.version);
  expect(vegaLite.version).toBe(vegaLiteModules.version);
  expect(Object.keys(vega)).toEqual(expect.arrayContaining(Object.keys(vegaModules)));
  expect(Object.keys(vega.transforms)).toEqual(Object.keys(vegaModules.transforms));
  expect('vega' in globalThis || 'vegaLite' in globalThis).toBe(false);
});
