/** Facts of figures of values: series, parts, grids and observations. */
import { formatNumber } from '../../base/number-format.ts';
import type { ChartInput } from '../../charts/input.ts';
import {
  addsUp,
  type Facts,
  findQuantile,
  type Item,
  listCells,
  listFair,
  listGroups,
  listIntervalPairs,
  listKeys,
  nameLine,
  noFacts,
  sumUp,
  toItem,
} from './facts.ts';

export function recomputeTrend(input: ChartInput): Facts {
  const facts = noFacts();
  let cut = 0;
  for (const value of input.values) {
    for (const group of listGroups(value)) {
      const fair = listFair(value).filter((cell) => cell.group === group);
      const all = listCells(value).filter((cell) => cell.group === group);
      const ofLine = nameLine(value, group, input);
      const isRatio = value.points.some(
        (point) => (point.group ?? '') === group && point.denominator !== undefined,
      );
      if (!isRatio) cut += all.filter((cell) => cell.cut).length;
      facts.changes.push({ of: ofLine, items: fair.map(toItem) });
      if (fair.length === 1 || all.length === 1)
        facts.levels.push({ what: 'value', of: ofLine, items: [toItem(fair[0] ?? all[0]!)] });
    }
    if (value.value === null) continue;
    if (addsUp(value))
      facts.levels.push({ what: 'sum', of: value.label, items: [{ name: '', value: value.value }] });
    if (value.target?.value != null)
      facts.attainments.push({
        of: value.label,
        actual: value.value,
        target: value.target.value,
        direction: value.direction,
        isSum: addsUp(value),
      });
  }
  facts.counts.push({ what: 'cut-steps', count: cut });
  const events =
    input.secondTable?.rows.filter(({ date }) => isDuring(String(date), listKeys(input.values[0]!))) ?? [];
  const names = events
    .toSorted((a, b) => String(a.date).localeCompare(String(b.date)))
    .map(({ name }) => String(name));
  facts.counts.push({ what: 'events', count: names.length, names });
  return facts;
}

/** A day in the weeks from the first of the keys to the last; 2026-W10 begins on 2026-03-02. */
function isDuring(day: string, keys: readonly string[]): boolean {
  const week = 10 + Math.floor((Date.parse(day) - Date.parse('2026-03-02')) / (7 * 86_400_000));
  const weeks = keys.map((key) => Number(key.slice(6)));
  return week >= Math.min(...weeks) && week <= Math.max(...weeks);
}

export function recomputeBars({ values: [value] }: ChartInput): Facts {
  const facts = noFacts();
  const items = listFair(value!).map(toItem);
  const whole =
    addsUp(value!) && listCells(value!).every(({ number }) => number >= 0) ? value!.value! : undefined;
  facts.ranks.push({ what: 'value', of: value!.label, items, ...(whole !== undefined && { whole }) });
  if (items.length === 1) facts.levels.push({ what: 'value', of: value!.label, items });
  if (value!.value !== null)
    facts.levels.push({ what: 'whole', items: [{ name: value!.label, value: value!.value }] });
  return facts;
}

export function recomputeChannels({ values }: ChartInput): Facts {
  const facts = noFacts();
  for (const value of values) {
    const items = listFair(value).map(toItem);
    facts.ranks.push({ what: 'value', of: value.label, items });
    if (items.length === 1) facts.levels.push({ what: 'value', of: value.label, items });
  }
  return facts;
}

export function recomputeGrid({ values: [value] }: ChartInput): Facts {
  const facts = noFacts();
  const items = listFair(value!).map((cell) => ({
    ...toItem(cell),
    name: `${cell.group || value!.label} · ${cell.label}`,
  }));
  facts.ranks.push({ what: 'value', of: value!.label, items });
  if (items.length === 1) facts.levels.push({ what: 'value', of: value!.label, items });
  return facts;
}

export function recomputeFunnel({ values: [value] }: ChartInput): Facts {
  const facts = noFacts();
  const { points } = value!;
  const losses: Item[] = [];
  const rates: Item[] = [];
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [points[i - 1]!, points[i]!];
    if (from.value === null || to.value === null || from.value <= 0) continue;
    const name = `${from.label}${/[A-Z0-9]$/i.test(from.label) ? ' ' : ''}到${/^[A-Z0-9]/i.test(to.label) ? ' ' : ''}${to.label}`;
    losses.push({ name, value: from.value - to.value });
    const rate = (100 * to.value) / from.value;
    rates.push({ name, value: rate, text: formatNumber(rate, { unit: '%', language: 'zh' }) });
  }
  facts.ranks.push({ what: 'loss', items: losses }, { what: 'continuation', items: rates });
  facts.levels.push({ what: 'value', of: value!.label, items: listCells(value!).map(toItem) });
  const [first, last] = [points[0]!, points.at(-1)!];
  if (first.value !== null && last.value !== null) {
    if (first.value > 0) facts.shares.push({ what: 'passage', value: (100 * last.value) / first.value });
    facts.levels.push({
      what: 'pair',
      items: [
        { name: first.label, value: first.value },
        { name: last.label, value: last.value },
      ],
    });
  }
  return facts;
}

export function recomputeStacked({ values: [value] }: ChartInput): Facts {
  const facts = noFacts();
  const shares = new Map<string, Item[]>();
  for (const key of listKeys(value!)) {
    const cells = listCells(value!).filter((cell) => cell.key === key);
    const whole = sumUp(cells.map(({ number }) => number));
    if (!(whole > 0)) continue;
    const { label } = value!.points.find((point) => point.key === key)!;
    const items = listGroups(value!).map((group): Item => {
      const part = sumUp(cells.filter((cell) => cell.group === group).map(({ number }) => number));
      return { name: group, value: (100 * part) / whole };
    });
    facts.ranks.push({ what: 'part', at: label, items });
    for (const { name, value: share } of items) {
      const of = `${name}占比`;
      shares.set(of, [...(shares.get(of) ?? []), { name: label, value: share }]);
    }
  }
  for (const [of, items] of shares) facts.changes.push({ of, items });
  return facts;
}

export function recomputeArea({ values: [value] }: ChartInput): Facts {
  const facts = noFacts();
  const fair: Item[] = [];
  let cut = 0;
  const known: Item[] = [];
  for (const key of listKeys(value!)) {
    const cells = listCells(value!).filter((cell) => cell.key === key);
    if (cells.length === 0) continue;
    const { label } = value!.points.find((point) => point.key === key)!;
    const whole = sumUp(cells.map(({ number }) => number));
    const isCut = value!.points.some((point) => point.key === key && point.cut);
    known.push({ name: label, value: whole });
    if (isCut) cut++;
    else fair.push({ name: label, value: whole });
    const items = listGroups(value!).map((group) => {
      const part = sumUp(cells.filter((cell) => cell.group === group).map(({ number }) => number));
      return { name: group || value!.label, value: (100 * part) / whole };
    });
    facts.ranks.push({ what: 'part', at: label, items });
  }
  facts.changes.push({ of: value!.label, items: fair });
  if (fair.length === 1 || known.length === 1)
    facts.levels.push({ what: 'value', of: value!.label, items: [fair[0] ?? known[0]!] });
  facts.counts.push({ what: 'cut-steps', count: cut });
  return facts;
}

export function recomputeCumulative({ values: [value] }: ChartInput): Facts {
  const facts = noFacts();
  const groups = listGroups(value!);
  const keys = listKeys(value!).sort();
  const sums = groups.map((group) => {
    const known = listCells(value!)
      .filter((cell) => cell.group === group)
      .map(({ key }) => key)
      .sort();
    let sum = 0;
    return keys.map((key) => {
      sum += value!.points.find((point) => point.key === key && (point.group ?? '') === group)?.value ?? 0;
      return key < known[0]! || key > known.at(-1)! || known.length === 0 ? undefined : sum;
    });
  });
  const end = keys.findLastIndex((_key, i) => sums.some((line) => line[i] !== undefined));
  const nameAt = (i: number) => value!.points.find(({ key }) => key === keys[i])!.label;
  const items = sums
    .flatMap((line, g) =>
      line[end] === undefined ? [] : [{ name: groups[g] || value!.label, value: line[end] }],
    )
    .sort((a, b) => b.value - a.value);
  facts.levels.push({ what: 'running-sum', of: value!.label, at: nameAt(end), items: items.slice(0, 3) });
  // Every crossing; only the last may be told.
  const [a, b] = sums;
  let before = 0;
  let last: Facts['gaps'][number] | undefined;
  for (let i = 0; sums.length === 2 && i < keys.length; i++) {
    if (a![i] === undefined || b![i] === undefined || a![i] === b![i]) continue;
    const side = Math.sign(a![i]! - b![i]!);
    const [left, right] = [
      { name: groups[0]!, value: a![i]! },
      { name: groups[1]!, value: b![i]! },
    ];
    if (before !== 0 && side !== before)
      last = {
        what: 'overtaking',
        at: nameAt(i),
        left: side > 0 ? left : right,
        right: side > 0 ? right : left,
      };
    before = side;
  }
  if (last) facts.gaps.push(last);
  return facts;
}

export function recomputeWaterfall({ values }: ChartInput): Facts {
  const facts = noFacts();
  const one = values.length === 1;
  const steps: Item[] = one
    ? listCells(values[0]!).map(({ label, number }) => ({ name: label, value: number }))
    : values.map(({ label, value }) => ({ name: label, value: value! }));
  const total = sumUp(steps.map(({ value }) => value));
  const changes = one ? steps : steps.slice(1);
  facts.ranks.push(
    { what: 'increase', items: changes },
    { what: 'decrease', items: changes.map(({ name, value }) => ({ name, value: -value })) },
  );
  if (one)
    facts.levels.push({
      what: 'sum-of',
      items: [{ name: values[0]!.label, value: total }],
      parts: changes.length,
    });
  else facts.levels.push({ what: 'after-changes', items: [steps[0]!, { name: '合计', value: total }] });
  return facts;
}

function recomputeHead({ values: [value] }: ChartInput): Facts {
  const facts = noFacts();
  const items = listCells(value!)
    .map(toItem)
    .sort((a, b) => b.value - a.value);
  const whole = sumUp(items.map((item) => item.value));
  let [sum, count] = [0, 0];
  for (const item of items) {
    sum += item.value;
    count++;
    if ((100 * sum) / whole >= 80 - 1e-9) break;
  }
  facts.shares.push({
    what: 'first',
    of: value!.label,
    value: (100 * sum) / whole,
    count,
    among: items.length,
  });
  facts.ranks.push({ what: 'largest', items });
  return facts;
}
export const recomputePareto = recomputeHead;

export function recomputeLorenz({ values: [value] }: ChartInput): Facts {
  const facts = noFacts();
  const numbers = listCells(value!).map(({ number }) => number);
  const whole = sumUp(numbers);
  // The mean absolute difference over twice the mean.
  let apart = 0;
  for (const a of numbers) for (const b of numbers) apart += Math.abs(a - b);
  facts.levels.push({
    what: 'gini',
    of: value!.label,
    items: [{ name: '', value: apart / (2 * numbers.length * whole) }],
  });
  const count = Math.max(1, Math.round(numbers.length / 10));
  const top = [...numbers].sort((a, b) => b - a).slice(0, count);
  facts.shares.push({ what: 'top', value: (100 * sumUp(top)) / whole, count, among: numbers.length });
  return facts;
}

export function recomputeEcdf(input: ChartInput): Facts {
  const facts = noFacts();
  const limit = input.limit ?? (input.values.length === 1 ? input.values[0]!.target?.value : undefined);
  for (const value of input.values)
    for (const group of listGroups(value)) {
      const numbers = listCells(value)
        .filter((cell) => cell.group === group)
        .map(({ number }) => number);
      if (numbers.length === 0) continue;
      addSpread(facts, nameLine(value, group, input), numbers);
      if (limit == null) continue;
      let within = 0;
      for (const one of numbers) if (one <= limit) within++;
      facts.shares.push({ what: 'within', value: (100 * within) / numbers.length });
    }
  return facts;
}

function addSpread(facts: Facts, of: string, numbers: readonly number[]): void {
  facts.counts.push({ what: 'observations', of, count: numbers.length });
  facts.levels.push({ what: 'median', items: [{ name: '', value: findQuantile(numbers, 0.5) }] });
  facts.levels.push({ what: 'ninety', items: [{ name: '', value: findQuantile(numbers, 0.9) }] });
}

export function recomputeHistogram({ values: [value] }: ChartInput): Facts {
  const facts = noFacts();
  const numbers = listCells(value!).map(({ number }) => number);
  addSpread(facts, value!.label, numbers);
  facts.counts.push({ what: 'without-number', count: value!.points.length - numbers.length });
  return facts;
}

export function recomputePyramid({ values: [value] }: ChartInput): Facts {
  const facts = noFacts();
  const cells = listCells(value!);
  const whole = sumUp(cells.map(({ number }) => number));
  for (const group of listGroups(value!)) {
    const sum = sumUp(cells.filter((cell) => cell.group === group).map(({ number }) => number));
    facts.shares.push({ what: 'side', name: group, value: (100 * sum) / whole });
  }
  const items = cells.map((cell) => ({
    ...toItem(cell),
    name: `${cell.label}${/[A-Z0-9]$/i.test(cell.label) ? ' ' : ''}的${cell.group}`,
  }));
  facts.ranks.push({ what: 'largest', items, whole });
  return facts;
}

export function recomputeDiverging(input: ChartInput): Facts {
  const facts = noFacts();
  const [value] = input.values;
  const [up, down] = listGroups(value!);
  if (down === undefined) {
    const items = listFair(value!).map(toItem);
    facts.ranks.push({ what: 'value', of: value!.label, items });
    facts.levels.push({ what: 'value', of: value!.label, items: items.slice(0, 1) });
    facts.counts.push({
      what: 'positive',
      of: value!.label,
      count: items.filter((item) => item.value > 0).length,
      among: items.length,
    });
    return facts;
  }
  const sum = (group: string) =>
    sumUp(
      listCells(value!)
        .filter((cell) => cell.group === group)
        .map(({ number }) => number),
    );
  facts.levels.push({
    what: 'sum',
    items: [
      { name: up!, value: sum(up!) },
      { name: down, value: sum(down) },
    ],
  });
  facts.levels.push({ what: 'net', items: [{ name: '', value: sum(up!) - sum(down) }] });
  const items = listKeys(value!).flatMap((key): Item[] => {
    const found = value!.points.filter((point) => point.key === key);
    if (found.some((point) => point.value === null || point.cut) || found.length < 2) return [];
    const at = (group: string) => found.find((point) => point.group === group)!.value!;
    return [{ name: found[0]!.label, value: at(up!) - at(down) }];
  });
  facts.ranks.push({ what: 'value', of: '净值', items });
  return facts;
}

export function recomputeCalendar({ values: [value] }: ChartInput): Facts {
  const facts = noFacts();
  const cells = listCells(value!);
  const items = cells.map(({ key, number, text }) => ({ name: key, value: number, text }));
  facts.ranks.push({ what: 'value', of: value!.label, items });
  if (items.length === 1) facts.levels.push({ what: 'value', of: value!.label, items });
  const names = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
  const sums = names.map((name) => ({ name, value: 0 }));
  for (const { key, number } of cells) sums[(new Date(key).getUTCDay() + 6) % 7]!.value += number;
  if (addsUp(value!)) facts.ranks.push({ what: 'weekday', items: sums });
  return facts;
}

export function recomputeCohorts(input: ChartInput): Facts {
  const facts = noFacts();
  const [value] = input.values;
  const ages = new Map<string, Item[]>();
  for (const { key, group, number, text } of listCells(value!))
    ages.set(key, [...(ages.get(key) ?? []), { name: group, value: number, text }]);
  const last = [...ages]
    .filter(([, items]) => items.length > 1)
    .sort(([a], [b]) => Number(b.slice(1)) - Number(a.slice(1)))[0];
  if (last) facts.ranks.push({ what: 'value', of: value!.label, at: last[0], items: last[1] });
  for (const name of listGroups(value!)) {
    const items = listCells(value!)
      .filter(({ group }) => group === name)
      .map(toItem);
    facts.changes.push({ of: name, items });
    if (items.length === 1) facts.levels.push({ what: 'value', of: name, items });
  }
  return facts;
}

export function recomputeDots({ values }: ChartInput): Facts {
  const facts = noFacts();
  const full = listKeys(values[0]!).filter((key) =>
    values.every((value) => value.points.find((point) => point.key === key)?.value != null),
  );
  const at = (i: number, key: string) => values[i]!.points.find((point) => point.key === key)!;
  values.forEach((value, i) => {
    const items = full.map((key): Item => ({ name: at(i, key).label, value: at(i, key).value! }));
    facts.ranks.push({ what: 'value', of: value.label, items });
    if (items.length === 1) facts.levels.push({ what: 'value', of: value.label, items });
  });
  const middles = values.map((_value, i) =>
    findQuantile(
      full.map((key) => at(i, key).value!),
      0.5,
    ),
  );
  const good = full.filter((key) =>
    [0, 1].every((i) => {
      const number = at(i, key).value!;
      return values[i]!.direction === 'lower' ? number <= middles[i]! : number >= middles[i]!;
    }),
  );
  const missing = listKeys(values[0]!).length - full.length;
  if (full.length >= 4)
    facts.counts.push({
      what: 'corner',
      count: good.length,
      among: full.length,
      names: good.map((key) => at(0, key).label),
    });
  facts.counts.push({ what: 'undrawn', count: missing });
  return facts;
}

export function recomputeCosts({ values: [value] }: ChartInput): Facts {
  const facts = noFacts();
  const [paid, free] = ['SEM', '自然搜索'].map((group) =>
    value!.points.filter((point) => point.group === group),
  );
  const spent = { paid: 0, free: 0, paidFor: 0, freeFor: 0 };
  let even: number | undefined;
  const sums = free!.map((point, i) => {
    spent.free += point.numerator!;
    spent.freeFor += point.denominator!;
    spent.paid += paid![i]!.numerator!;
    spent.paidFor += paid![i]!.denominator!;
    const same = spent.paidFor === 0 ? undefined : (spent.paid / spent.paidFor) * spent.freeFor;
    if (even === undefined && same !== undefined && same > 0 && spent.free <= same) even = i;
    return {
      left: { name: '自然搜索', value: spent.free },
      right: { name: 'SEM', value: same ?? Number.NaN },
      at: point.label,
    };
  });
  facts.gaps.push(
    even === undefined ? { what: 'no-break-even', ...sums.at(-1)! } : { what: 'break-even', ...sums[even]! },
  );
  const last = free!.findLastIndex((point, i) => point.value !== null && paid![i]!.value !== null);
  const end = free![last];
  if (end)
    facts.levels.push({
      what: 'value',
      at: end.label,
      items: [
        { name: '自然搜索', value: end.value! },
        { name: 'SEM', value: paid![last]!.value! },
      ],
    });
  return facts;
}

export function recomputeLikert({ values: [value] }: ChartInput): Facts {
  const facts = noFacts();
  const groups = listGroups(value!);
  const items: Item[] = [];
  for (const key of listKeys(value!)) {
    const cells = listCells(value!).filter((cell) => cell.key === key);
    const all = sumUp(cells.map(({ number }) => number));
    if (all === 0) continue;
    const good = sumUp(
      cells.filter(({ group }) => group === groups.at(-1) && group !== '一般').map(({ number }) => number),
    );
    const name = cells[0]!.label;
    items.push({ name, value: (100 * good) / all });
    // Wilson 1927.
    const z = 1.959963984540054;
    const [p, n] = [good / all, all];
    const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
    const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
    facts.intervals.push({ name, low: 100 * (middle - half), high: 100 * (middle + half) });
  }
  facts.gaps.push(...listIntervalPairs(items, facts.intervals));
  facts.ranks.push({ what: 'value', of: '正面占比', items });
  facts.levels.push({ what: 'favour', items: items.slice(0, 1) });
  return facts;
}
