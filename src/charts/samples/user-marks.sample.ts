/** A specification for every mark and encoding of Vega-Lite, as a team would write them. */

const q = (field: string, more: object = {}) => ({ field, type: 'quantitative', ...more });
const n = (field: string, more: object = {}) => ({ field, type: 'nominal', ...more });
const o = (field: string, more: object = {}) => ({ field, type: 'ordinal', ...more });
const t = (field: string, more: object = {}) => ({ field, type: 'temporal', ...more });
const sum = (field: string, more: object = {}) => q(field, { aggregate: 'sum', ...more });
const count = { aggregate: 'count', type: 'quantitative' };
const weeks = { data: { name: 'weeks' } };
const people = { data: { name: 'people' } };
const hours = { data: { name: 'hours' } };
const goals = { data: { name: 'goals' } };
const byChannel = { x: sum('users'), y: n('channel', { sort: '-x' }) };
const overTime = { x: t('date', { title: '周' }), y: sum('users', { title: '新增用户' }) };
const scatter = { x: q('age', { scale: { zero: false } }), y: q('score') };
const cells = { x: o('hour'), y: n('day', { sort: [...'一二三四五六日'] }), color: sum('visits') };

export const userMarks: Record<string, object> = {
  bar: { ...weeks, mark: 'bar', encoding: byChannel },
  'bar, upright': { ...weeks, mark: 'bar', encoding: { y: sum('users'), x: n('channel') } },
  'bar, own colour': {
    ...weeks,
    mark: { type: 'bar', color: '#3b6fb6', cornerRadiusEnd: 3 },
    encoding: byChannel,
  },
  'bar, theme colour by name': { ...weeks, mark: { type: 'bar', color: 'c2' }, encoding: byChannel },
  'bar, coloured by condition': {
    ...weeks,
    mark: 'bar',
    encoding: {
      x: o('week'),
      y: sum('change'),
      color: { condition: { test: 'datum.sum_change < 0', value: 'bad' }, value: 'good' },
    },
  },
  'bar, stacked': { ...weeks, mark: 'bar', encoding: { ...overTime, color: n('channel') } },
  'bar, to 100 %': {
    ...weeks,
    mark: 'bar',
    encoding: {
      x: o('week'),
      y: sum('users', { stack: 'normalize', axis: { format: '%' } }),
      color: n('channel'),
    },
  },
  'bar, grouped': {
    ...weeks,
    mark: 'bar',
    encoding: { x: n('channel'), xOffset: { field: 'week' }, y: q('users'), color: o('week') },
  },
  'bar, grouped rows': {
    ...people,
    mark: 'bar',
    encoding: { y: n('team'), yOffset: n('answer'), x: count, color: n('answer') },
  },
  'bar, from and to': {
    ...goals,
    mark: 'bar',
    encoding: { y: n('kpi'), x: q('baseline'), x2: { field: 'actual' } },
  },
  'bar, by month': {
    ...weeks,
    mark: 'bar',
    encoding: { x: t('date', { timeUnit: 'yearmonth' }), y: sum('cost') },
  },
  'bar, binned': { ...people, mark: 'bar', encoding: { x: q('score', { bin: { maxbins: 12 } }), y: count } },
  'bar, on a band of time': {
    ...weeks,
    mark: { type: 'bar', width: { band: 0.7 } },
    encoding: { x: t('date', { timeUnit: 'yearmonthdate' }), y: sum('users') },
  },
  'bar, pyramid': {
    ...people,
    mark: 'bar',
    encoding: {
      y: q('age', { bin: { step: 5 }, sort: 'descending' }),
      x: count,
      color: n('team', { legend: null }),
    },
  },
  line: { ...weeks, mark: 'line', encoding: overTime },
  'line, by channel': {
    ...weeks,
    mark: { type: 'line', point: true },
    encoding: { ...overTime, color: n('channel'), strokeDash: n('channel') },
  },
  'line, steps': { ...weeks, mark: { type: 'line', interpolate: 'step-after' }, encoding: overTime },
  'line, smooth, own scheme': {
    ...weeks,
    mark: { type: 'line', interpolate: 'monotone' },
    encoding: { ...overTime, color: n('channel', { scale: { scheme: 'set2' } }) },
  },
  'line, logarithmic': {
    ...weeks,
    mark: 'line',
    encoding: { ...overTime, y: sum('cost', { scale: { type: 'log' } }) },
  },
  'line, gaps': {
    ...weeks,
    mark: { type: 'line', invalid: 'break-paths-show-domains' },
    encoding: { x: o('week'), y: q('cost'), detail: n('channel') },
  },
  'line, ordered path': {
    ...weeks,
    mark: { type: 'line', point: true },
    encoding: { x: sum('users'), y: sum('cost'), order: q('week'), detail: n('week') },
  },
  trail: { ...weeks, mark: 'trail', encoding: { ...overTime, size: sum('users', { legend: null }) } },
  area: { ...weeks, mark: 'area', encoding: overTime },
  'area, stacked': { ...weeks, mark: 'area', encoding: { ...overTime, color: n('channel') } },
  'area, stream': {
    ...weeks,
    mark: 'area',
    encoding: { x: t('date'), y: sum('users', { stack: 'center', axis: null }), color: n('channel') },
  },
  'area, with a line and a gradient': {
    ...weeks,
    mark: {
      type: 'area',
      line: { color: '#2d6a4f' },
      color: {
        gradient: 'linear',
        x1: 1,
        y1: 1,
        x2: 1,
        y2: 0,
        stops: [
          { offset: 0, color: '#ffffff' },
          { offset: 1, color: '#2d6a4f' },
        ],
      },
    },
    encoding: overTime,
  },
  'area, between two lines': {
    ...goals,
    mark: { type: 'area', opacity: 0.4 },
    encoding: { x: n('kpi'), y: q('baseline'), y2: { field: 'target' } },
  },
  point: { ...people, mark: 'point', encoding: scatter },
  'point, colour and shape': {
    ...people,
    mark: { type: 'point', filled: true },
    encoding: { ...scatter, color: n('team'), shape: n('team') },
  },
  'point, continuous colour': { ...people, mark: 'point', encoding: { ...scatter, color: q('hours') } },
  'point, own continuous scheme': {
    ...people,
    mark: 'point',
    encoding: { ...scatter, color: q('hours', { scale: { scheme: 'viridis' } }) },
  },
  'circle, bubbles': {
    ...people,
    mark: { type: 'circle', opacity: 0.6 },
    encoding: { ...scatter, size: q('hours') },
  },
  square: { ...people, mark: 'square', encoding: { ...scatter, opacity: q('hours') } },
  tick: { ...people, mark: 'tick', encoding: { x: q('score'), y: n('team') } },
  rule: {
    ...goals,
    mark: { type: 'rule', strokeWidth: 3 },
    encoding: { y: n('kpi'), x: q('baseline'), x2: { field: 'target' } },
  },
  text: { ...goals, mark: 'text', encoding: { y: n('kpi'), text: q('actual', { format: ',' }) } },
  'text, several lines': {
    ...goals,
    mark: { type: 'text', lineBreak: '|' },
    encoding: { x: n('kpi'), y: q('actual'), text: { value: '实际|高于基线' } },
  },
  'text, turned': {
    ...goals,
    mark: { type: 'text', angle: 315 },
    encoding: { x: n('kpi'), y: q('actual'), text: n('kpi') },
  },
  'rect, heat map': { ...hours, mark: 'rect', encoding: cells },
  'rect, own range': {
    ...hours,
    mark: 'rect',
    encoding: { ...cells, color: sum('visits', { scale: { range: ['#ffffff', '#7f0000'] } }) },
  },
  'rect, classes': {
    ...hours,
    mark: 'rect',
    encoding: {
      ...cells,
      color: sum('visits', {
        scale: { type: 'threshold', domain: [50, 150, 250], range: ['s1', 's3', 's5', 's7'] },
      }),
    },
  },
  'rect, two bins': {
    ...people,
    mark: 'rect',
    encoding: { x: q('age', { bin: true }), y: q('score', { bin: true }), color: count },
  },
  'arc, pie': { ...people, mark: 'arc', encoding: { theta: count, color: n('answer') } },
  'arc, ring': {
    ...weeks,
    mark: { type: 'arc', innerRadius: 60 },
    encoding: { theta: sum('users'), color: n('channel') },
    width: 300,
    height: 260,
  },
  'arc, radial bars': {
    ...weeks,
    mark: { type: 'arc', innerRadius: 20, stroke: 'paper' },
    encoding: {
      theta: n('channel'),
      radius: sum('users', { scale: { type: 'sqrt', zero: true, rangeMin: 20 } }),
      color: n('channel'),
    },
  },
  boxplot: { ...people, mark: 'boxplot', encoding: { x: n('team'), y: q('score') } },
  'boxplot, to the ends': {
    ...people,
    mark: { type: 'boxplot', extent: 'min-max' },
    encoding: { y: n('team'), x: q('hours') },
  },
  errorbar: {
    ...people,
    mark: { type: 'errorbar', extent: 'ci' },
    encoding: { y: n('team'), x: q('score') },
  },
  errorband: {
    ...weeks,
    mark: { type: 'errorband', extent: 'stdev' },
    encoding: { x: t('date'), y: q('users') },
  },
  geoshape: {
    data: { name: 'regions' },
    mark: { type: 'geoshape', stroke: 'paper' },
    encoding: { color: q('orders') },
    projection: { type: 'mercator' },
  },
  'names, units and a legend below': {
    ...weeks,
    title: '各渠道新增用户',
    mark: 'line',
    encoding: {
      x: t('date', { axis: { format: '%-m 月 %-d 日', labelAngle: -30 } }),
      y: sum('users', { axis: { title: '人', grid: false } }),
      color: n('channel', { title: '渠道', legend: { orient: 'bottom' } }),
    },
  },
  'long names': {
    ...people,
    mark: 'bar',
    encoding: {
      x: count,
      y: { field: 'answer', type: 'nominal', axis: { labelExpr: "'问卷第三题：总体而言您' + datum.label" } },
    },
  },
  'tooltip, url of none': { ...people, mark: { type: 'point', tooltip: true }, encoding: scatter },
};
