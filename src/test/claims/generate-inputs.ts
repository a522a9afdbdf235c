/** Inputs of every kind of figure, seeded: reversed, permuted, tied, single, equal, negative, missing, tiny and huge. */
import { buildAttainment } from '../../base/conventions/attainment.ts';
import { formatInterval, formatNumber } from '../../base/number-format.ts';
import { resolveColumnDigits } from '../../base/registry/shown-digits.ts';
import type { CurvePoint, GoalRow, Point } from '../../base/value-series.ts';
import type { ChartInput, ChartTable, ChartValue } from '../../charts/input.ts';
import type { Kind } from '../../charts/kinds/kinds.ts';

export interface Chance {
  /** 0 to under 1. */
  next: () => number;
  /** 0 to under `below`. */
  whole: (below: number) => number;
  pick: <T>(list: readonly T[]) => T;
}

/** mulberry32. */
export function seedChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (below: number) => Math.floor(next() * below);
  return { next, whole, pick: (list) => list[whole(list.length)]! };
}

const shapes = [
  'plain',
  'up',
  'down',
  'tied',
  'equal',
  'near',
  'tiny',
  'huge',
  'negative',
  'missing',
  'zero',
] as const;

/** `isCount`: whole numbers that are not below zero. */
function drawNumbers(count: number, chance: Chance, isCount: boolean): (number | null)[] {
  const shape = chance.pick(
    isCount ? shapes.filter((one) => !['near', 'tiny', 'negative'].includes(one)) : shapes,
  );
  const round = (value: number) => (isCount ? Math.round(Math.abs(value)) : value);
  const base = 1 + chance.whole(500);
  const plain = () => round(base * chance.next() * 3 + (isCount ? 0 : chance.next()));
  const numbers: Record<(typeof shapes)[number], (i: number) => number | null> = {
    plain,
    up: (i) => round(base + i * (1 + chance.next())),
    down: (i) => round(base + (count - i) * (1 + chance.next())),
    tied: () => chance.pick([base, base + 1, 2 * base]),
    equal: () => base,
    near: () => base + chance.next() * 1e-6 + chance.whole(2) * 1e-12,
    tiny: () => chance.next() * 1e-7,
    huge: () => round(chance.next() * 1e13),
    negative: () => (chance.next() - 0.6) * base,
    missing: () => (chance.next() < 0.4 ? null : plain()),
    zero: () => (chance.next() < 0.5 ? 0 : plain()),
  };
  return Array.from({ length: count }, (_, i) => numbers[shape](i));
}

interface ValueWish {
  keys: readonly { key: string; label: string; cut?: boolean }[];
  groups?: readonly string[];
  units?: readonly string[];
  isCount?: boolean;
  isSum?: boolean;
  name?: string;
}

export function drawValue(chance: Chance, wish: ValueWish): ChartValue {
  const { keys, groups = [undefined], name = chance.pick(['访问', 'UV', '累计投入']) } = wish;
  const isCount = wish.isCount ?? chance.next() < 0.5;
  const unit = chance.pick(wish.units ?? (isCount ? ['人', '次', ''] : ['%', '元', '元/人', '']));
  const same = chance.next() < 0.1 ? drawNumbers(keys.length, chance, isCount) : undefined;
  const cells = groups.flatMap((group) => {
    const numbers = same ?? drawNumbers(keys.length, chance, isCount);
    return keys.map(({ key, label, cut }, i) => ({ key, label, cut, group, value: numbers[i]! }));
  });
  const numbers = cells.map(({ value }) => value);
  const digits = resolveColumnDigits(numbers, unit);
  const isRatio = !isCount && unit === '%' && chance.next() < 0.6;
  const points = cells.map(({ key, label, cut, group, value }): Point => {
    const denominator = 1 + chance.whole(60);
    return {
      key,
      label,
      value,
      text: formatNumber(value, { unit, language: 'zh', digits }),
      n: denominator,
      ...(group !== undefined && { group }),
      ...(cut && { cut: true }),
      ...(isRatio && value !== null && { numerator: (value * denominator) / 100, denominator }),
    };
  });
  let sum = 0;
  for (const one of numbers) sum += one ?? 0;
  const asSum = (wish.isSum ?? chance.next() < 0.6) && !isRatio;
  const value = asSum ? sum : drawNumbers(1, chance, isCount)[0]!;
  const show = (number: number | null) => ({
    value: number,
    text: formatNumber(number, { unit, language: 'zh' }),
  });
  const target = value === null ? null : chance.pick([value, value * 1.1, value * 0.9, 0, -5]);
  return {
    name,
    label: name,
    unit,
    direction: chance.pick(['higher', 'lower', 'none']),
    ...show(value),
    points,
    ...(chance.next() < 0.5 && { target: show(target) }),
  };
}

const channels = ['SEM', 'SEO', '抖音', '公众号', '小红书', '老带新', '知乎', '线下'];
const listChannels = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    key: channels[i] ?? `k${i}`,
    label: channels[i] ?? `第 ${i} 项`,
  }));

function listWeeks(count: number, chance: Chance) {
  const [first, last] = [chance.next() < 0.3, chance.next() < 0.3];
  return Array.from({ length: count }, (_, i) => {
    const cut = (first && i === 0) || (last && i === count - 1);
    return { key: `2026-W${10 + i}`, label: `第 ${i + 1} 周${cut ? '*' : ''}`, cut };
  });
}

const listDays = (count: number) =>
  Array.from({ length: count }, (_, i) => {
    const key = new Date(Date.UTC(2026, 2, 2 + i)).toISOString().slice(0, 10);
    return { key, label: key };
  });

const wrap = (...values: ChartValue[]): ChartInput => ({ language: 'zh', goals: [], values });
const groupNames = ['新', '老', '沉默', '流失'];

function drawGoals(chance: Chance): ChartInput {
  const goals = Array.from({ length: 1 + chance.whole(6) }, (_, i): GoalRow => {
    const unit = chance.pick(['人', '%', '元']);
    const [baseline, target, actual] = drawNumbers(3, chance, unit === '人') as [
      number | null,
      number | null,
      number | null,
    ];
    const show = (value: number | null) => ({ value, text: formatNumber(value, { unit, language: 'zh' }) });
    const direction = chance.pick(['higher', 'lower'] as const);
    const aim = chance.pick([target, actual, 0]);
    const attainment = buildAttainment({ actual, target: aim, direction }, 'zh');
    return {
      kpi: `指标 ${i + 1}`,
      unit,
      direction,
      baseline: show(baseline),
      target: show(aim),
      actual: show(actual),
      attainment,
      value: '',
    };
  });
  return { language: 'zh', values: [], goals };
}

function drawTable(
  name: string,
  rows: ChartTable['rows'],
  type: (column: string) => ChartTable['columns'][number]['type'],
): ChartTable {
  const columns = Object.keys(rows[0] ?? {}).map((column) => ({
    name: column,
    label: column,
    unit: '',
    type: type(column),
  }));
  return { name, columns, rows };
}

const drawDay = (chance: Chance) => listDays(40)[chance.whole(40)]!.key;

function drawTasks(chance: Chance): ChartInput {
  const rows = Array.from({ length: 1 + chance.whole(7) }, (_, i) => {
    const [start, end] = [drawDay(chance), drawDay(chance)].sort();
    const [begun, done] = [drawDay(chance), drawDay(chance)].sort();
    const state = chance.whole(3);
    return {
      task_id: `K${i}`,
      depends_on: i > 0 && chance.next() < 0.4 ? `K${chance.whole(i)}` : '',
      name: `任务 ${i}`,
      start_date: start!,
      end_date: end!,
      actual_start: state > 0 ? begun! : null,
      actual_end: state > 1 ? done! : null,
    };
  });
  return {
    ...wrap(),
    table: drawTable('tasks', rows, (column) =>
      /^(name|task_id|depends_on)$/.test(column) ? 'text' : 'date',
    ),
  };
}

function drawEntries(chance: Chance): ChartInput {
  const known = chance.next() < 0.7;
  const rows = Array.from({ length: 1 + chance.whole(12) }, (_, i) => ({
    title: `内容 ${i}`,
    planned_at: drawDay(chance),
    ...(known && { published_at: chance.next() < 0.6 ? drawDay(chance) : null }),
  }));
  return {
    ...wrap(),
    table: drawTable('content_calendar', rows, (column) => (column.endsWith('_at') ? 'date' : 'text')),
  };
}

function drawVerdicts(chance: Chance): ChartInput {
  const words = chance.pick([
    ['通过', '未通过', null],
    ['通过', null],
    ['甲', '乙', '丙'],
  ]);
  const rows = Array.from({ length: 1 + chance.whole(4) }, (_, r) =>
    Array.from({ length: 1 + chance.whole(4) }, (_x, c) => ({
      name: `行 ${r}`,
      source: `列 ${c}`,
      verdict: chance.pick(words),
    })),
  ).flat();
  const table = drawTable('recon_check', rows, () => 'text');
  return { ...wrap(), table: { ...table, picked: { group: 'name', x: 'source', y: ['verdict'] } } };
}

function drawClicks(chance: Chance): ChartInput {
  const rows = Array.from({ length: 1 + chance.whole(40) }, () => ({
    x: chance.next() < 0.1 ? null : chance.pick([0.1, 0.3, 0.5, 0.9, 1]),
    y: chance.pick([0, 0.2, 0.4, 0.6, 1]),
  }));
  const parts = Array.from({ length: chance.whole(4) }, (_, i) => ({
    name: `区 ${i}`,
    x: 0.25 * i,
    y: 0.1,
    width: 0.3,
    height: chance.pick([0.2, 0.5]),
  }));
  const second =
    parts.length > 0 && drawTable('layout', parts, (column) => (column === 'name' ? 'text' : 'number'));
  return {
    ...wrap(),
    table: drawTable('clicks', rows, () => 'number'),
    ...(second && { secondTable: second }),
  };
}

function drawCurve(form: 'roc' | 'lift' | 'calibration', chance: Chance): ChartInput {
  const values = Array.from({ length: 1 + chance.whole(3) }, (_, v): ChartValue => {
    const count = 1 + chance.whole(12);
    const points = Array.from({ length: count }, (_x, i): CurvePoint => {
      if (form === 'roc')
        return { x: i / Math.max(1, count - 1), y: chance.pick([0, (i / count) ** 0.5, 1]) };
      if (form === 'lift') return { x: (i + 1) / count, y: chance.next() * 4, n: 10 * (i + 1) };
      const [x, y] = [chance.next(), chance.next()];
      const known = chance.next() < 0.9;
      return { x, y, ...(known && { low: y * chance.next(), high: y + (1 - y) * chance.next() }), n: 20 };
    });
    const value = chance.next();
    const unit = form === 'calibration' ? '个百分点' : '';
    const name = `${chance.pick(['流失评分', '模型 AUC', '校准误差'])} ${v}`;
    return {
      name,
      label: name,
      unit,
      direction: 'none',
      value,
      text: formatNumber(value, { unit, language: 'zh' }),
      points: [],
      curve: { form, label: '', unit: '', points },
    };
  });
  return wrap(...values);
}

function drawAnomalies(chance: Chance): ChartInput {
  const unit = chance.pick(['次', '%', '元']);
  const bounded = chance.next() < 0.8;
  const numbers = drawNumbers(1 + chance.whole(20), chance, unit === '次').map((one) => one ?? 0);
  const points = numbers.map((y, i): CurvePoint => {
    const [low, high] = [y - 10 + 24 * (chance.next() - 0.5), y + 10 + 24 * (chance.next() - 0.5)].sort(
      (a, b) => a - b,
    ) as [number, number];
    const called = bounded ? y < low || y > high : chance.next() < 0.2;
    return { x: listDays(30)[i]!.key, y, ...(bounded && { low, high }), ...(called && { called }) };
  });
  const curve = { form: 'anomalies' as const, label: chance.pick(['', '会话']), unit, points };
  return wrap({
    name: '异常天数',
    label: '异常天数',
    unit: '个',
    direction: 'lower',
    value: 1,
    text: '1 个',
    points: [],
    curve,
  });
}

function drawForest(chance: Chance): ChartInput {
  const unit = chance.pick(['个百分点', '元']);
  const values = Array.from({ length: 1 + chance.whole(6) }, (_, i): ChartValue => {
    const value = chance.pick([1, 2, 2, -1]) * chance.pick([1, 1, 1 + chance.next()]);
    const half = chance.next() * 3;
    const interval = {
      low: value - half,
      high: value + half,
      level: 0.95,
      text: formatInterval(value - half, value + half, { unit, language: 'zh' }),
    };
    return {
      name: `试验 ${i}`,
      label: `试验 ${i}`,
      unit,
      direction: 'higher',
      value,
      text: formatNumber(value, { unit, language: 'zh' }),
      interval,
      points: [],
    };
  });
  return wrap(...values);
}

function drawCosts(chance: Chance): ChartInput {
  const weeks = listWeeks(1 + chance.whole(8), chance);
  const points = ['SEM', '自然搜索'].flatMap((group) =>
    weeks.map(({ key, label, cut }): Point => {
      const denominator = chance.whole(30);
      const numerator = chance.whole(900);
      const value = denominator > 0 ? numerator / denominator : null;
      return {
        key,
        label,
        group,
        value,
        text: formatNumber(value, { unit: '元/人', language: 'zh', digits: 2 }),
        numerator,
        denominator,
        n: denominator,
        ...(cut && { cut }),
      };
    }),
  );
  return wrap({
    name: '获客成本',
    label: '获客成本',
    unit: '元/人',
    direction: 'lower',
    value: 20,
    text: '20.00 元/人',
    points,
  });
}

function drawPair(chance: Chance): ChartInput {
  const keys = listChannels(1 + chance.whole(7));
  const units = [chance.pick(['次', '%'])];
  const [a, b] = ['期初', '期末'].map((name) =>
    drawValue(chance, { keys, units, name, isCount: units[0] === '次' }),
  ) as [ChartValue, ChartValue];
  const at = (from: string, to: string, thing = '同') => ({ observed: { thing, from, to } });
  const first = at('2026-03-02', '2026-03-29');
  const second = chance.pick([
    at('2026-06-01', '2026-06-28'),
    at('2026-03-02', '2026-03-29'),
    at('2026-06-01', '2026-06-28', '异'),
    {},
  ]);
  return wrap({ ...a, ...first }, { ...b, ...second });
}

const drawParts = (chance: Chance, more: Partial<ValueWish> = {}, most = 8) =>
  drawValue(chance, { keys: listChannels(1 + chance.whole(most)), ...more });
const drawSeries = (chance: Chance, more: Partial<ValueWish> = {}, groups = chance.whole(4)) =>
  drawValue(chance, {
    keys: listWeeks(1 + chance.whole(9), chance),
    ...(groups > 0 && { groups: groupNames.slice(0, groups) }),
    ...more,
  });
const drawDots = (count: number) => (chance: Chance) => {
  const keys = listChannels(1 + chance.whole(8));
  return wrap(...Array.from({ length: count }, (_, i) => drawValue(chance, { keys, name: `值 ${i}` })));
};
const drawMany = (chance: Chance, isCount: boolean) =>
  drawValue(chance, { keys: listChannels(1 + chance.whole(40)), isCount, isSum: true });

function drawTwoLines(chance: Chance): ChartInput {
  const keys = listWeeks(1 + chance.whole(9), chance);
  return wrap(...['甲', '乙'].map((name) => drawValue(chance, { keys, name })));
}

function drawEvents(chance: Chance): Partial<ChartInput> {
  if (chance.next() < 0.6) return {};
  const rows = Array.from({ length: 1 + chance.whole(5) }, (_, i) => ({
    name: `活动 ${i}`,
    date: drawDay(chance),
  }));
  return { secondTable: drawTable('events', rows, (column) => (column === 'date' ? 'date' : 'text')) };
}

const generators: Record<Kind, (chance: Chance) => ChartInput> = {
  trend: (chance) => ({
    ...(chance.next() < 0.7 ? wrap(drawSeries(chance)) : drawTwoLines(chance)),
    ...drawEvents(chance),
  }),
  'cost-comparison': drawCosts,
  attainment: drawGoals,
  funnel: (chance) => wrap(drawParts(chance, { isCount: true })),
  channels: (chance) =>
    wrap(...Array.from({ length: 1 + chance.whole(3) }, (_, i) => drawParts(chance, { name: `值 ${i}` }))),
  bars: (chance) => wrap(chance.next() < 0.7 ? drawParts(chance) : drawSeries(chance, {}, 0)),
  heat: (chance) => wrap(drawSeries(chance, {}, 1 + chance.whole(4))),
  waterfall: (chance) =>
    chance.next() < 0.5
      ? wrap(drawParts(chance, { isSum: true }))
      : wrap(
          ...Array.from({ length: 2 + chance.whole(5) }, (_, i) =>
            drawParts(chance, { name: `步 ${i}`, units: ['元'], isCount: false, isSum: true }, 1),
          ),
        ),
  gantt: drawTasks,
  stacked: (chance) =>
    wrap(
      chance.next() < 0.6
        ? drawSeries(chance, { isCount: true, isSum: true }, 1 + chance.whole(4))
        : drawParts(chance, { isCount: true, isSum: true, groups: groupNames.slice(0, 1 + chance.whole(4)) }),
    ),
  cumulative: (chance) => wrap(drawSeries(chance, { isSum: true })),
  dumbbell: (chance) => (chance.next() < 0.4 ? drawGoals(chance) : drawPair(chance)),
  pareto: (chance) => wrap(drawParts(chance, { isSum: true })),
  forest: drawForest,
  anomaly: drawAnomalies,
  calibration: (chance) => drawCurve('calibration', chance),
  lift: (chance) => drawCurve('lift', chance),
  roc: (chance) => drawCurve('roc', chance),
  calendar: (chance) => wrap(drawValue(chance, { keys: listDays(1 + chance.whole(60)) })),
  'month-grid': drawEntries,
  matrix: drawVerdicts,
  'cohort-curve': (chance) =>
    wrap(
      drawValue(chance, {
        keys: [1, 3, 7, 14]
          .slice(0, 1 + chance.whole(4))
          .map((day) => ({ key: `D${day}`, label: `D${day}` })),
        groups: groupNames.slice(0, 1 + chance.whole(4)),
        units: ['%'],
        isCount: false,
        isSum: false,
      }),
    ),
  scatter: drawDots(2),
  bubble: drawDots(3),
  histogram: (chance) => wrap(drawMany(chance, chance.next() < 0.5)),
  ecdf: (chance) => ({
    ...wrap(drawParts(chance, { groups: groupNames.slice(0, 1 + chance.whole(3)) })),
    ...(chance.next() < 0.5 && { limit: chance.whole(500) }),
  }),
  lorenz: (chance) => wrap(drawMany(chance, chance.next() < 0.5)),
  'long-tail': (chance) => wrap(drawMany(chance, true)),
  pyramid: (chance) => wrap(drawParts(chance, { groups: ['女', '男'], isCount: true, isSum: true })),
  area: (chance) => wrap(drawSeries(chance, { isCount: true, isSum: true }, 1 + chance.whole(4))),
  diverging: (chance) =>
    chance.next() < 0.5
      ? wrap(drawSeries(chance, {}, 0))
      : wrap(drawSeries(chance, { isCount: true, isSum: true }, 2)),
  likert: (chance) =>
    wrap(
      drawParts(chance, {
        groups: ['不满意', '一般', '满意'].slice(chance.whole(2)),
        isCount: true,
        isSum: true,
      }),
    ),
  clicks: drawClicks,
  multiples: (chance) => wrap(drawSeries(chance, {}, 1 + chance.whole(4))),
};

export function drawInput(kind: Kind, chance: Chance): ChartInput {
  return generators[kind](chance);
}
