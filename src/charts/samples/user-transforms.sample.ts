/** A specification for every transform of Vega-Lite, as a team would write them. */

const q = (field: string, more: object = {}) => ({ field, type: 'quantitative', ...more });
const n = (field: string, more: object = {}) => ({ field, type: 'nominal', ...more });
const t = (field: string, more: object = {}) => ({ field, type: 'temporal', ...more });
const sum = (field: string, more: object = {}) => q(field, { aggregate: 'sum', ...more });
const count = { aggregate: 'count', type: 'quantitative' };
const weeks = { data: { name: 'weeks' } };
const people = { data: { name: 'people' } };
const goals = { data: { name: 'goals' } };
const bar = (x: object, y: object, transform: object[]) => ({ transform, mark: 'bar', encoding: { x, y } });
const line = (y: string, transform: object[], more: object = {}) => ({
  ...weeks,
  transform,
  mark: 'line',
  encoding: { x: t('date'), y: q(y), ...more },
});
const scatter = { mark: 'point', encoding: { x: q('age'), y: q('score') } };

export const userTransforms: Record<string, object> = {
  calculate: {
    ...weeks,
    ...bar(q('price', { aggregate: 'mean' }), n('channel'), [
      { calculate: 'datum.cost / datum.users', as: 'price' },
    ]),
  },
  'filter, expression': line('users', [{ filter: "datum.channel === '抖音'" }]),
  'filter, field': line('users', [{ filter: { field: 'channel', oneOf: ['抖音', '公众号'] } }], {
    color: n('channel'),
  }),
  'filter, all of': line(
    'users',
    [{ filter: { and: [{ field: 'week', range: [12, 18] }, { not: { field: 'channel', equal: '抖音' } }] } }],
    { color: n('channel') },
  ),
  aggregate: {
    ...weeks,
    ...bar(q('mean'), n('channel'), [
      { aggregate: [{ op: 'mean', field: 'users', as: 'mean' }], groupby: ['channel'] },
    ]),
  },
  joinaggregate: line(
    'share',
    [
      { joinaggregate: [{ op: 'sum', field: 'users', as: 'all' }], groupby: ['date'] },
      { calculate: 'datum.users / datum.all', as: 'share' },
    ],
    { color: n('channel') },
  ),
  'window, running sum': line(
    'total',
    [
      {
        window: [{ op: 'sum', field: 'users', as: 'total' }],
        sort: [{ field: 'date' }],
        groupby: ['channel'],
      },
    ],
    { color: n('channel') },
  ),
  'window, moving mean': line(
    'mean',
    [
      {
        window: [{ op: 'mean', field: 'users', as: 'mean' }],
        frame: [-2, 0],
        sort: [{ field: 'date' }],
        groupby: ['channel'],
      },
    ],
    { color: n('channel') },
  ),
  'window, rank': {
    ...weeks,
    transform: [
      {
        window: [{ op: 'rank', as: 'rank' }],
        sort: [{ field: 'users', order: 'descending' }],
        groupby: ['date'],
      },
    ],
    mark: { type: 'line', point: true },
    encoding: { x: t('date'), y: { field: 'rank', type: 'ordinal' }, color: n('channel') },
  },
  stack: {
    ...weeks,
    transform: [{ stack: 'users', groupby: ['date'], as: ['from', 'to'], sort: [{ field: 'channel' }] }],
    mark: 'bar',
    encoding: {
      x: t('date', { timeUnit: 'yearmonthdate' }),
      y: q('from'),
      y2: { field: 'to' },
      color: n('channel'),
    },
  },
  bin: {
    ...people,
    ...bar(q('low', { bin: 'binned' }), count, [{ bin: { step: 10 }, field: 'score', as: ['low', 'high'] }]),
    encoding: { x: q('low', { bin: 'binned' }), x2: { field: 'high' }, y: count },
  },
  timeUnit: {
    ...weeks,
    ...bar(t('month'), sum('users'), [{ timeUnit: 'yearmonth', field: 'date', as: 'month' }]),
  },
  fold: {
    ...goals,
    transform: [{ fold: ['baseline', 'target', 'actual'], as: ['what', 'number'] }],
    mark: 'bar',
    encoding: { x: q('number'), y: n('kpi'), yOffset: n('what'), color: n('what') },
  },
  flatten: {
    ...goals,
    ...bar(count, n('tag'), [{ calculate: "split(datum.tags, ';')", as: 'tag' }, { flatten: ['tag'] }]),
  },
  pivot: {
    ...weeks,
    transform: [{ pivot: 'channel', value: 'users', groupby: ['date'] }],
    mark: 'point',
    encoding: { x: q('抖音'), y: q('公众号') },
  },
  impute: line('cost', [{ impute: 'cost', key: 'date', value: 0, groupby: ['channel'] }], {
    color: n('channel'),
  }),
  'impute, mean': {
    ...weeks,
    mark: 'line',
    encoding: {
      x: { field: 'week', type: 'ordinal' },
      y: q('cost', { impute: { method: 'mean', frame: [-2, 2] } }),
      color: n('channel'),
    },
  },
  lookup: {
    data: { name: 'shops' },
    transform: [{ lookup: 'name', from: { data: { name: 'regions' }, key: 'name', fields: ['orders'] } }],
    mark: 'point',
    encoding: { x: q('orders'), y: q('sales') },
  },
  density: {
    ...people,
    transform: [{ density: 'score', groupby: ['team'], extent: [0, 100] }],
    mark: { type: 'area', opacity: 0.4 },
    encoding: { x: q('value'), y: q('density', { stack: false }), color: n('team') },
  },
  quantile: {
    ...people,
    transform: [{ quantile: 'score', step: 0.05 }],
    mark: 'point',
    encoding: { x: q('prob'), y: q('value') },
  },
  regression: {
    ...people,
    layer: [
      scatter,
      {
        transform: [{ regression: 'score', on: 'age' }],
        mark: { type: 'line', color: 'c2' },
        encoding: { x: q('age'), y: q('score') },
      },
    ],
  },
  loess: {
    ...weeks,
    layer: [
      { mark: 'point', encoding: { x: q('week'), y: q('users') } },
      {
        transform: [{ loess: 'users', on: 'week', bandwidth: 0.6 }],
        mark: 'line',
        encoding: { x: q('week'), y: q('users') },
      },
    ],
  },
  sample: { ...people, transform: [{ sample: 500 }], ...scatter },
  extent: {
    ...weeks,
    transform: [
      { extent: 'users', param: 'span' },
      { calculate: '(datum.users - span[0]) / (span[1] - span[0])', as: 'part' },
    ],
    mark: 'tick',
    encoding: { x: q('part'), y: n('channel') },
  },
  sequence: {
    data: { sequence: { start: 0, stop: 12.7, step: 0.1, as: 'x' } },
    transform: [{ calculate: 'sin(datum.x)', as: 'y' }],
    mark: 'line',
    encoding: { x: q('x'), y: q('y') },
  },
  parameter: {
    ...weeks,
    params: [{ name: 'least', value: 150 }],
    transform: [{ filter: 'datum.users >= least' }],
    mark: 'point',
    encoding: { x: t('date'), y: q('users') },
  },
};
