/** A specification for every way in which Vega-Lite puts views together, and for maps. */

const q = (field: string, more: object = {}) => ({ field, type: 'quantitative', ...more });
const n = (field: string, more: object = {}) => ({ field, type: 'nominal', ...more });
const t = (field: string, more: object = {}) => ({ field, type: 'temporal', ...more });
const sum = (field: string, more: object = {}) => q(field, { aggregate: 'sum', ...more });
const count = { aggregate: 'count', type: 'quantitative' };
const weeks = { data: { name: 'weeks' } };
const people = { data: { name: 'people' } };
const overTime = { x: t('date'), y: sum('users') };
const scatter = { mark: 'point', encoding: { x: q('age'), y: q('score') } };
const small = { width: 180, height: 120 };
const map = { data: { name: 'regions' }, mark: { type: 'geoshape', fill: 's2', stroke: 'paper' } };
const place = {
  longitude: { field: 'longitude', type: 'quantitative' },
  latitude: { field: 'latitude', type: 'quantitative' },
};

export const userCompositions: Record<string, object> = {
  'layer, bars with numbers': {
    ...weeks,
    encoding: { x: sum('users'), y: n('channel') },
    layer: [
      { mark: 'bar' },
      { mark: { type: 'text', align: 'left', dx: 4 }, encoding: { text: sum('users') } },
    ],
  },
  'layer, line with a target': {
    ...weeks,
    layer: [
      { mark: 'line', encoding: overTime },
      { mark: { type: 'rule', color: 'bad' }, encoding: { y: { datum: 600 } } },
    ],
  },
  'layer, annotation by hand': {
    ...weeks,
    layer: [
      { mark: 'line', encoding: overTime },
      {
        data: { values: [{ date: '2026/04/06', what: '活动上线' }] },
        mark: { type: 'text', dy: -8 },
        encoding: { x: t('date'), y: { value: 12 }, text: n('what') },
      },
    ],
  },
  'layer, mean and points': {
    ...people,
    layer: [
      { mark: { type: 'point', opacity: 0.5 }, encoding: { x: q('score'), y: n('team') } },
      {
        mark: { type: 'tick', thickness: 3, color: 'c2' },
        encoding: { x: q('score', { aggregate: 'mean' }), y: n('team') },
      },
    ],
  },
  'layer, two scales': {
    ...weeks,
    encoding: { x: t('date') },
    layer: [
      { mark: 'bar', encoding: { y: sum('users') } },
      { mark: { type: 'line', color: 'c2' }, encoding: { y: sum('cost') } },
    ],
    resolve: { scale: { y: 'independent' } },
  },
  'layer, candle': {
    ...people,
    encoding: { x: n('team') },
    layer: [
      {
        mark: 'rule',
        encoding: { y: q('score', { aggregate: 'min' }), y2: { field: 'score', aggregate: 'max' } },
      },
      {
        mark: { type: 'bar', size: 14 },
        encoding: { y: q('score', { aggregate: 'q1' }), y2: { field: 'score', aggregate: 'q3' } },
      },
    ],
  },
  'layer in layer': {
    ...weeks,
    layer: [
      {
        layer: [
          { mark: 'area', encoding: overTime },
          { mark: 'line', encoding: overTime },
        ],
      },
      { mark: 'rule', encoding: { y: { datum: 500 } } },
    ],
  },
  hconcat: {
    ...weeks,
    hconcat: [
      { ...small, mark: 'bar', encoding: { x: sum('users'), y: n('channel') } },
      { ...small, mark: 'line', encoding: overTime },
    ],
  },
  vconcat: {
    ...weeks,
    vconcat: [
      { width: 500, height: 120, mark: 'line', encoding: overTime },
      {
        width: 500,
        height: 120,
        mark: 'bar',
        encoding: { x: t('date', { timeUnit: 'yearmonthdate' }), y: sum('cost') },
      },
    ],
  },
  'concat, wrapped': {
    ...people,
    columns: 2,
    concat: [
      { ...small, ...scatter },
      { ...small, mark: 'tick', encoding: { x: q('hours'), y: n('team') } },
      { ...small, mark: 'bar', encoding: { x: count, y: n('answer') } },
    ],
  },
  'concat in concat': {
    ...people,
    vconcat: [
      { ...small, ...scatter },
      {
        hconcat: [
          { ...small, ...scatter },
          { ...small, mark: 'bar', encoding: { x: count, y: n('team') } },
        ],
      },
    ],
  },
  facet: {
    ...weeks,
    facet: { field: 'channel', type: 'nominal' },
    columns: 3,
    spec: {
      width: 150,
      height: 120,
      mark: 'line',
      encoding: { x: t('date', { axis: { format: '%-m/%-d', tickCount: 3 } }), y: q('users') },
    },
  },
  'facet, layered': {
    ...weeks,
    facet: { row: { field: 'channel', type: 'nominal' } },
    spec: {
      width: 400,
      height: 80,
      layer: [
        { mark: 'area', encoding: { x: t('date'), y: q('users') } },
        { mark: 'rule', encoding: { y: { aggregate: 'mean', field: 'users' } } },
      ],
    },
  },
  row: {
    ...people,
    width: 400,
    height: 60,
    mark: 'bar',
    encoding: { row: n('team'), x: q('score', { bin: true }), y: count },
  },
  column: {
    ...people,
    width: 100,
    height: 140,
    mark: 'bar',
    encoding: { column: n('team'), x: n('answer', { axis: { labelAngle: -60 } }), y: count },
  },
  'row and column': {
    ...people,
    width: 90,
    height: 60,
    mark: 'point',
    encoding: { row: n('answer'), column: n('team'), x: q('age'), y: q('score') },
  },
  'facet, wrapped encoding': {
    ...people,
    width: 120,
    height: 90,
    mark: 'point',
    encoding: { facet: { field: 'team', type: 'nominal', columns: 2 }, x: q('age'), y: q('score') },
  },
  'repeat, layers': {
    ...weeks,
    repeat: { layer: ['users', 'cost'] },
    spec: {
      width: 500,
      mark: 'line',
      encoding: {
        x: t('date'),
        y: { aggregate: 'sum', field: { repeat: 'layer' }, type: 'quantitative' },
        color: { datum: { repeat: 'layer' }, type: 'nominal' },
      },
    },
  },
  'repeat, rows and columns': {
    ...people,
    repeat: { row: ['age', 'score'], column: ['hours', 'score'] },
    spec: {
      ...small,
      mark: 'point',
      encoding: {
        x: { field: { repeat: 'column' }, type: 'quantitative' },
        y: { field: { repeat: 'row' }, type: 'quantitative' },
      },
    },
  },
  'repeat, wrapped': {
    ...people,
    repeat: ['age', 'score', 'hours'],
    columns: 2,
    spec: {
      ...small,
      mark: 'bar',
      encoding: { x: { field: { repeat: 'repeat' }, bin: true, type: 'quantitative' }, y: count },
    },
  },
  'map with places': {
    layer: [
      map,
      {
        data: { name: 'shops' },
        mark: { type: 'circle', color: 'c2' },
        encoding: { ...place, size: q('sales') },
      },
    ],
    projection: { type: 'mercator' },
  },
  'map with names': {
    layer: [map, { data: { name: 'shops' }, mark: 'text', encoding: { ...place, text: n('name') } }],
    projection: { type: 'mercator' },
  },
  'map coloured by another table': {
    data: { name: 'regions' },
    transform: [
      { lookup: 'properties.name', from: { data: { name: 'shops' }, key: 'name', fields: ['sales'] } },
    ],
    mark: 'geoshape',
    encoding: { color: q('sales') },
    projection: { type: 'equirectangular' },
  },
  'map with a graticule': {
    layer: [
      {
        data: {
          graticule: {
            step: [1, 1],
            extent: [
              [99, 29],
              [109, 37],
            ],
          },
        },
        mark: { type: 'geoshape', filled: false, stroke: 'line' },
      },
      map,
    ],
    projection: { type: 'mercator' },
  },
  globe: {
    layer: [
      { data: { sphere: true }, mark: { type: 'geoshape', fill: 's1' } },
      { data: { graticule: true }, mark: { type: 'geoshape', filled: false, stroke: 'line' } },
      map,
    ],
    projection: { type: 'orthographic', rotate: [-104, -30, 0] },
  },
};
