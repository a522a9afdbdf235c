/**
 * Unit algebra. A unit is a text (`元`, `%`, `元/人`); unknown texts are opaque units of their own,
 * so that a team may count in 积分 or 英镑. `%` is a scale (1/100), the others are dimensions.
 */
import {
  addDecimals,
  type Decimal,
  multiplyDecimals,
  negateDecimal,
  subtractNumbers,
  toDecimal,
  toNumber,
} from './arithmetic/exact-decimal.ts';
import type { Language } from './language.ts';

/** A number with its unit, as a formula computes with it. */
export interface Quantity {
  value: number | null;
  unit: string;
  /** The same to its last digit, between two steps of a formula. */
  exact?: Decimal | undefined;
}

export type Operator = '+' | '-' | '*' | '/';

const ALIASES: Record<string, string> = {
  '％': '%',
  percent: '%',
  pp: '个百分点',
  百分点: '个百分点',
  '×': '倍',
  x: '倍',
  人民币: '元',
  CNY: '元',
  RMB: '元',
  person: '人',
  people: '人',
  day: '天',
  days: '天',
  week: '周',
  weeks: '周',
  hour: '小时',
  hours: '小时',
  minute: '分钟',
  minutes: '分钟',
  order: '单',
  orders: '单',
};

const CURRENCIES = new Set(
  '元 人民币 CNY RMB 美元 USD 英镑 GBP 欧元 EUR 港元 港币 HKD 日元 JPY 新台币 TWD'.split(' '),
);

/** Units of things that come whole: a half person is never printed. */
const WHOLE = new Set('人 单 次 个 篇 条 件 场 户 名 家 台 部 期 章'.split(' '));

/** English words of the known units; those with a form for one. */
const ENGLISH: Record<string, { one: string; many: string }> = {
  元: { one: 'CNY', many: 'CNY' },
  人: { one: 'person', many: 'people' },
  // Bare counts: what is counted, its name says. “297.4K times” is no English.
  次: { one: '', many: '' },
  人次: { one: '', many: '' },
  份: { one: 'answer', many: 'answers' },
  层: { one: 'level', many: 'levels' },
  字: { one: 'word', many: 'words' },
  处: { one: 'place', many: 'places' },
  像素: { one: 'px', many: 'px' },
  万单: { one: '10,000 orders', many: '10,000 orders' },
  场: { one: 'event', many: 'events' },
  名: { one: 'person', many: 'people' },
  单: { one: 'order', many: 'orders' },
  转化: { one: 'conversion', many: 'conversions' },
  点击: { one: 'click', many: 'clicks' },
  天: { one: 'day', many: 'days' },
  周: { one: 'week', many: 'weeks' },
  月: { one: 'month', many: 'months' },
  个月: { one: 'month', many: 'months' },
  小时: { one: 'hour', many: 'hours' },
  分钟: { one: 'minute', many: 'minutes' },
  秒: { one: 's', many: 's' },
  分: { one: 'point', many: 'points' },
  个: { one: 'item', many: 'items' },
  篇: { one: 'article', many: 'articles' },
  条: { one: 'row', many: 'rows' },
  件: { one: 'piece', many: 'pieces' },
  人日: { one: 'person-day', many: 'person-days' },
  英镑: { one: 'GBP', many: 'GBP' },
  美元: { one: 'USD', many: 'USD' },
  欧元: { one: 'EUR', many: 'EUR' },
  倍: { one: '×', many: '×' },
  个百分点: { one: 'pp', many: 'pp' },
};

/** The one spelling of a unit: `pp` is 个百分点. */
export function normaliseUnit(written: string): string {
  const unit = written.trim();
  return ALIASES[unit] ?? unit;
}

/** A plain ratio: it can be shown as a percentage. */
export function isRatioUnit(unit: string): boolean {
  return unit === '' || unit === '倍';
}

/** Money prints with two decimals; so does money per something. */
export function isMoneyUnit(unit: string): boolean {
  return parseUnit(unit).over.some((part) => CURRENCIES.has(part));
}

export function isWholeUnit(unit: string): boolean {
  return WHOLE.has(unit);
}

/** The unit as a reader of `language` expects it beside `value`. */
export function formatUnit(unit: string, language: Language, value: number | null = null): string {
  if (language === 'zh' || unit === '' || unit === '%') return unit;
  const { over, under } = parseUnit(unit);
  const single = Math.abs(value ?? 0) === 1;
  const top = over.map((part) => (single ? toSingular(part) : (ENGLISH[part]?.many ?? part)));
  const bottom = under.map(toSingular);
  return joinEnglish(top.filter(Boolean), bottom);
}

/** `person`, and `piece` of a team's own `pieces`. */
function toSingular(unit: string): string {
  const known = ENGLISH[unit];
  if (known) return known.one;
  if (unit === 'people') return 'person';
  if (!/^[a-z-]{3,}$/.test(unit)) return unit;
  return unit
    .replace(/ies$/, 'y')
    .replace(/(x|ch|sh|ss|z)es$/, '$1')
    .replace(/([^s])s$/, '$1');
}

/** `CNY/order`; `CNY each` where the thing has no name, `per person` where nothing but a count is divided. */
function joinEnglish(over: string[], under: string[]): string {
  const named = under.filter(Boolean);
  if (under.length > named.length && over.length > 0) return `${joinUnits(over, named)} each`;
  if (over.length === 0 && named.length > 0) return `per ${named.join(' per ')}`;
  return joinUnits(over, named);
}

/** `left op right`, or undefined when the units do not go together (元 + 人). */
export function combineQuantities(operator: Operator, left: Quantity, right: Quantity): Quantity | undefined {
  if (operator === '+' || operator === '-') {
    const unit = resolveSumUnit(operator, left.unit, right.unit);
    return unit === undefined ? undefined : { ...applyOperator(operator, left, right), unit };
  }
  return multiplyQuantities(operator, left, right);
}

/** The number in another unit where only the scale differs (0.92 = 92 %), else undefined. */
export function convertQuantity(quantity: Quantity, unit: string): Quantity | undefined {
  if (quantity.unit === unit) return quantity;
  if (isRatioUnit(quantity.unit) && isRatioUnit(unit)) return { value: quantity.value, unit };
  if (isRatioUnit(quantity.unit) && unit === '%') return { value: scaleValue(quantity.value, 100), unit };
  if (quantity.unit === '%' && isRatioUnit(unit)) return { value: scaleValue(quantity.value, 0.01), unit };
  return undefined;
}

function scaleValue(value: number | null, factor: number): number | null {
  return value === null ? null : factor < 1 ? value / (1 / factor) : value * factor;
}

function resolveSumUnit(operator: '+' | '-', left: string, right: string): string | undefined {
  // The difference of two percentages is in percentage points, never in per cent.
  if (left === '%' && right === '%') return operator === '-' ? '个百分点' : '%';
  if (left === '%' && right === '个百分点') return '%';
  if (left === '个百分点' && right === '%') return operator === '+' ? '%' : undefined;
  if (isRatioUnit(left) && isRatioUnit(right)) return left === '倍' || right === '倍' ? '倍' : '';
  return left === right ? left : undefined;
}

function multiplyQuantities(operator: '*' | '/', left: Quantity, right: Quantity): Quantity {
  const { value, exact } = applyOperator(operator, left, right);
  const plain = (unit: string) => isRatioUnit(unit);
  if (isPercentScale(left.unit) && plain(right.unit)) return { value, exact, unit: left.unit };
  if (operator === '*' && plain(left.unit) && isPercentScale(right.unit))
    return { value, exact, unit: right.unit };
  if (operator === '*' && left.unit === '%' && right.unit === '%') {
    return { value: scaleValue(value, 0.01), unit: '%' };
  }
  if (operator === '/' && isPercentScale(left.unit) && isPercentScale(right.unit)) return { value, unit: '' };
  const factor =
    getScaleFactor(left.unit) *
    (operator === '*' ? getScaleFactor(right.unit) : 1 / getScaleFactor(right.unit));
  const a = parseUnit(isPercentScale(left.unit) || plain(left.unit) ? '' : left.unit);
  const b = parseUnit(isPercentScale(right.unit) || plain(right.unit) ? '' : right.unit);
  const unit =
    operator === '*'
      ? cancelUnits([...a.over, ...b.over], [...a.under, ...b.under])
      : cancelUnits([...a.over, ...b.under], [...a.under, ...b.over]);
  return factor === 1 ? { value, exact, unit } : { value: scaleValue(value, factor), unit };
}

function isPercentScale(unit: string): boolean {
  return unit === '%' || unit === '个百分点';
}

function getScaleFactor(unit: string): number {
  return isPercentScale(unit) ? 0.01 : 1;
}

function applyOperator(operator: Operator, left: Quantity, right: Quantity): Omit<Quantity, 'unit'> {
  const [a, b] = [left.value, right.value];
  if (a === null || b === null) return { value: null };
  // A ratio whose denominator is 0 is not available, never infinite.
  if (operator === '/') return { value: b === 0 ? null : a / b };
  const exact = combineExactly(operator, left.exact ?? toDecimal(a), right.exact ?? toDecimal(b));
  if (exact) return { value: toNumber(exact), exact };
  if (operator === '*') return { value: a * b };
  return { value: subtractNumbers(a, operator === '-' ? b : -b) };
}

function combineExactly(operator: '+' | '-' | '*', left?: Decimal, right?: Decimal): Decimal | undefined {
  if (!left || !right) return undefined;
  if (operator === '*') return multiplyDecimals(left, right);
  return addDecimals(left, operator === '-' ? negateDecimal(right) : right);
}

function parseUnit(unit: string): { over: string[]; under: string[] } {
  const [over = '', ...under] = unit.split('/');
  const parts = (text: string) => text.split('·').filter((part) => part !== '' && part !== '1');
  return { over: parts(over), under: under.flatMap(parts) };
}

function cancelUnits(over: string[], under: string[]): string {
  const left = [...under];
  const top = over.filter((part) => {
    const at = left.indexOf(part);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return joinUnits(top.sort(), left.sort());
}

function joinUnits(over: string[], under: string[]): string {
  if (under.length === 0) return over.join('·');
  return `${over.join('·') || '1'}/${under.join('/')}`;
}
