/** Facts of figures of goals, tables, intervals and curves. */
import type { ChartInput } from '../../charts/input.ts';
import { type Facts, type Item, listIntervalPairs, listKeys, noFacts } from './facts.ts';

export function recomputeAttainment({ goals }: ChartInput): Facts {
  const facts = noFacts();
  const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
  const lists: Record<'reached' | 'missed' | 'unmeasured' | 'aimless', string[]> = {
    reached: [],
    missed: [],
    unmeasured: [],
    aimless: [],
  };
  const items: Item[] = [];
  for (const {
    kpi,
    actual: { value: actual },
    target: { value: target },
    direction,
  } of goals) {
    if (actual === null) lists.unmeasured.push(kpi);
    else if (target === null) lists.aimless.push(kpi);
    else if (near(actual, target) || (direction === 'higher' ? actual > target : actual < target))
      lists.reached.push(kpi);
    else lists.missed.push(kpi);
    if (actual === null || target === null || target <= 0 || actual < 0) continue;
    if (direction === 'higher' || near(actual, target))
      items.push({ name: kpi, value: (100 * actual) / target });
    else if (actual > 0) items.push({ name: kpi, value: (100 * target) / actual });
  }
  for (const what of ['reached', 'missed', 'unmeasured', 'aimless'] as const)
    facts.counts.push({
      what,
      count: lists[what].length,
      ...(what === 'reached' ? { among: goals.length } : { names: lists[what] }),
    });
  facts.ranks.push({ what: 'attainment', items });
  facts.levels.push({ what: 'attained', items: items.slice(0, 1) });
  return facts;
}

interface PairOf {
  name: string;
  before: number;
  after: number;
  texts: [string, string];
}

function listPairs({ values, goals }: ChartInput): PairOf[] {
  if (values.length === 0)
    return goals.flatMap(({ kpi, baseline, actual, target }) =>
      baseline.value === null || actual.value === null || !target.value
        ? []
        : [{ name: kpi, before: baseline.value, after: actual.value, texts: [baseline.text, actual.text] }],
    );
  const [a, b] = values;
  return listKeys(a!).flatMap((key) => {
    const [before, after] = [a!, b!].map(({ points }) => points.find((point) => point.key === key));
    return before?.value == null || after?.value == null
      ? []
      : [{ name: before.label, before: before.value, after: after.value, texts: [before.text, after.text] }];
  });
}

export function recomputeDumbbell(input: ChartInput): Facts {
  const facts = noFacts();
  const pairs = listPairs(input);
  const side = ({ before, after, texts }: PairOf) => {
    const alike =
      texts[0] === texts[1] || Math.abs(after - before) <= 1e-9 * Math.max(Math.abs(after), Math.abs(before));
    return alike ? 0 : Math.sign(after - before);
  };
  const count = (wanted: number) => pairs.filter((pair) => side(pair) === wanted).length;
  const [a, b] = input.values.map(({ observed }) => observed);
  const isTimed = input.values.length === 0 || (a?.thing === '同' && b?.thing === '同' && a.to < b.from);
  const names = isTimed ? (['rose', 'fell', 'stayed'] as const) : (['above', 'below', 'level'] as const);
  names.forEach((what, i) => {
    facts.counts.push({ what, count: count([1, -1, 0][i]!), among: pairs.length });
  });
  const [first, last] = input.values.length === 0 ? ['基线', '实际'] : input.values.map(({ label }) => label);
  for (const { name, before, after } of pairs) {
    const [from, to] = [
      { name: first!, value: before },
      { name: last!, value: after },
    ];
    if (isTimed) facts.changes.push({ of: name, items: [from, to] });
    else facts.gaps.push({ what: 'widest', of: name, left: to, right: from });
  }
  return facts;
}

/** By how much each pair differs; of goals in per cent of the target. */
export function measureMoves(input: ChartInput): Map<string, number> {
  return new Map(
    listPairs(input).map(({ name, before, after }) => {
      const goal = input.goals.find(({ kpi }) => kpi === name);
      return [name, Math.abs(after - before) / (goal ? goal.target.value! / 100 : 1)];
    }),
  );
}

export function recomputeForest({ values }: ChartInput): Facts {
  const facts = noFacts();
  const items = values.map(({ label, value, text }) => ({ name: label, value: value!, text }));
  facts.ranks.push({ what: 'value', of: '估计值', items });
  facts.levels.push({ what: 'value', of: '估计值', items: items.slice(0, 1) });
  for (const { label, interval } of values) facts.intervals.push({ name: label, ...interval! });
  facts.gaps.push(...listIntervalPairs(items, facts.intervals));
  return facts;
}

const dayNumber = (day: string) => Date.parse(day) / 86_400_000;

export function recomputeGantt({ table }: ChartInput): Facts {
  const facts = noFacts();
  const rows = table!.rows.toSorted((a, b) =>
    `${a.start_date}${a.end_date}`.localeCompare(`${b.start_date}${b.end_date}`),
  );
  const days = rows
    .flatMap(({ actual_start: start, actual_end: end }) => [start, end])
    .filter((day) => day !== null);
  const date = days.length === 0 ? undefined : days.map(String).sort().at(-1);
  const done = rows.filter((row) => row.actual_end !== null).length;
  facts.counts.push({
    what: 'tasks-done',
    count: done,
    among: rows.length,
    ...(date !== undefined && { at: date }),
  });
  const late = rows.flatMap((row) => {
    const until = row.actual_end ?? date;
    const value = until === undefined ? 0 : dayNumber(String(until)) - dayNumber(String(row.end_date));
    return value > 0 ? [{ name: String(row.name), value }] : [];
  });
  if (date !== undefined) facts.counts.push({ what: 'tasks-late', count: late.length, among: rows.length });
  facts.ranks.push({ what: 'lateness', items: late });
  facts.levels.push({ what: 'late', items: late.slice(0, 1) });
  const early = rows.filter((row) => {
    const before = rows.find((one) => one.task_id === row.depends_on);
    if (!before || row.actual_start === null) return false;
    return before.actual_end === null || String(before.actual_end) > String(row.actual_start);
  });
  facts.counts.push({
    what: 'begun-early',
    count: early.length,
    names: early.map(({ name }) => String(name)),
  });
  return facts;
}

export function recomputeMonthGrid({ table }: ChartInput): Facts {
  const facts = noFacts();
  const rows = table!.rows.toSorted((a, b) => String(a.planned_at).localeCompare(String(b.planned_at)));
  const days = rows.map(({ planned_at: day }) => String(day));
  facts.counts.push({ what: 'entries', count: rows.length, at: days[0]!, until: days.at(-1)! });
  const unique = [...new Set(days)];
  facts.ranks.push({
    what: 'day',
    items: unique.map((name) => ({ name, value: days.filter((day) => day === name).length })),
  });
  const back = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
  const gaps = unique.slice(1).flatMap((day, i): Item[] => {
    const [from, to] = [dayNumber(unique[i]!) + 1, dayNumber(day) - 1];
    if (to < from) return [];
    return [{ name: from === to ? back(from) : `${back(from)} 至 ${back(to)}`, value: to - from + 1 }];
  });
  facts.ranks.push({ what: 'break', items: gaps });
  facts.levels.push({ what: 'break', items: gaps.slice(0, 1) });
  if ('published_at' in (rows[0] ?? {}))
    facts.counts.push({
      what: 'entries-done',
      count: rows.filter((row) => row.published_at !== null).length,
      among: rows.length,
    });
  return facts;
}

export function recomputeMatrix({ table }: ChartInput): Facts {
  const facts = noFacts();
  const find = (verdict: string) => table!.rows.filter((row) => row.verdict === verdict);
  const [good, bad] = [find('通过'), find('未通过')];
  const among = good.length + bad.length;
  if (among > 0) {
    facts.counts.push({ what: 'passed', count: good.length, among });
    facts.counts.push({
      what: 'failed',
      count: bad.length,
      among,
      names: bad.map(({ name, source }) => `${name} · ${source}`),
    });
  }
  for (const word of ['甲', '乙', '丙'])
    facts.counts.push({ what: 'cells', of: word, count: find(word).length });
  return facts;
}

export function recomputeClicks({ table, secondTable }: ChartInput): Facts {
  const facts = noFacts();
  const clicks = table!.rows.flatMap(({ x, y }) =>
    typeof x === 'number' && typeof y === 'number' ? [{ x, y }] : [],
  );
  facts.counts.push({ what: 'clicks', count: clicks.length });
  const elements = (secondTable?.rows ?? []).map((row): Item => {
    const [left, top, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(row[name])) as [
      number,
      number,
      number,
      number,
    ];
    const right = left + Math.min(width, 1 - left);
    const inside = clicks.filter(
      ({ x, y }) => x >= left && x <= right && y >= top && y <= top + Math.min(height, 1 - top),
    );
    return { name: `“${row.name}”`, value: (100 * inside.length) / clicks.length };
  });
  facts.ranks.push({ what: 'element', items: elements });
  for (const { name, value } of elements) facts.shares.push({ what: 'side', name, value });
  const cells = new Map<string, number>();
  for (const { x, y } of clicks) {
    const [column, row] = [Math.min(19, Math.floor(x * 20)), Math.min(24, Math.floor(y * 25))];
    const name = `距左 ${Math.round(100 * (column + 0.5) * 0.05)}%、距上 ${Math.round(100 * (row + 0.5) * 0.04)}%`;
    cells.set(name, (cells.get(name) ?? 0) + 1);
  }
  facts.ranks.push({
    what: 'cell',
    items: [...cells].map(([name, count]) => ({ name, value: (100 * count) / clicks.length })),
  });
  return facts;
}

export function recomputeAnomalies({ values }: ChartInput): Facts {
  const facts = noFacts();
  const { curve, label } = values[0]!;
  const { points, unit } = curve!;
  const isCount = unit === '次' && points.every(({ y }) => y >= 0);
  const isShare = unit === '%' && points.every(({ y }) => y >= 0 && y <= 100);
  const clip = (end: number) => Math.max(isCount || isShare ? 0 : end, isShare ? Math.min(100, end) : end);
  const called = points.filter((point) => point.called);
  facts.counts.push({
    what: 'anomalies',
    of: curve!.label || label,
    count: called.length,
    among: points.length,
  });
  const items = called.flatMap(({ x, y, low, high }): Item[] =>
    low === undefined || high === undefined
      ? []
      : [{ name: String(x), value: Math.max(clip(low) - y, y - clip(high)) }],
  );
  facts.ranks.push({ what: 'deviation', items });
  for (const { x, low, high } of called)
    if (low !== undefined && high !== undefined)
      facts.intervals.push({ name: String(x), low: clip(low), high: clip(high) });
  return facts;
}

export function recomputeRoc({ values }: ChartInput): Facts {
  const facts = noFacts();
  for (const { label, value, curve } of values) {
    facts.levels.push({ what: 'auc', of: label, items: [{ name: label, value: value! }] });
    const points = curve!.points as { x: number; y: number }[];
    let within = 0;
    for (const { x, y } of points) if (x <= 0.1 && y > within) within = y;
    facts.shares.push({ what: 'found', value: 100 * within });
    const rest = points.filter(({ y }) => y > 0).sort((a, b) => a.x - b.x || b.y - a.y);
    if (rest[0] && rest[0].x < 1) facts.shares.push({ what: 'found-tied', value: 100 * rest[0].y });
    else facts.counts.push({ what: 'tied-scores', count: 1 });
  }
  return facts;
}

export function recomputeLift({ values }: ChartInput): Facts {
  const facts = noFacts();
  for (const { curve } of values) {
    const points = curve!.points as { x: number; y: number }[];
    const { x, y } = points.find((point) => point.x >= 0.1 - 1e-9) ?? points.at(-1)!;
    const share = Number((100 * x).toPrecision(3));
    facts.levels.push({ what: 'lift', items: [{ name: `评分最高的 ${share}% 用户`, value: y }] });
  }
  return facts;
}

export function recomputeCalibration({ values }: ChartInput): Facts {
  const facts = noFacts();
  for (const { label, value, curve } of values) {
    facts.levels.push({ what: 'mean-error', of: label, items: [{ name: label, value: value! }] });
    const points = curve!.points as { x: number; y: number; low?: number; high?: number }[];
    const high = points.filter((point) => point.high !== undefined && point.x > point.high);
    const low = points.filter((point) => point.low !== undefined && point.x < point.low);
    facts.counts.push({ what: 'bins-high', count: high.length, among: points.length });
    facts.counts.push({ what: 'bins-low', count: low.length, among: points.length });
    if (high.length + low.length === 0 && points.every((point) => point.low !== undefined))
      facts.counts.push({ what: 'bins-held', count: points.length });
    const show = (fraction: number) => `${(Math.round(fraction * 1000) / 10).toFixed(1)}%`;
    const items = [...high, ...low].map(({ x, y }) => ({
      name: `预测 ${show(x)}、实际 ${show(y)}`,
      value: 100 * Math.abs(x - y),
    }));
    facts.ranks.push({ what: 'miscalibration', items });
  }
  return facts;
}
