/** What an experiment declared before it began, and what its result is therefore judged by. */
import type { Bilingual } from '../../../base/language.ts';
import { quoteSqlName } from '../../../base/quoting.ts';
import type { TableColumns } from '../../metric.ts';
import { type Row, toNumber, toText } from '../../sql/observations.ts';
import {
  computeLastLevel,
  computeRepeatedP,
  mostLooks,
  type Spending,
  spendingKinds,
} from '../../statistics/inference/alpha-spending.ts';
import { testSameRate } from '../../statistics/inference/count-tests.ts';
import {
  type Correction,
  correctionMethods,
  corrections,
} from '../../statistics/inference/multiple-testing.ts';
import { computePeekingError } from '../../statistics/inference/peeking.ts';
import { compareMeans, computeSample } from '../../statistics/inference/welch.ts';

/** How a result is to be read. */
export interface Judgement {
  /** Of the interval: 0.95, or more where tests or looks are corrected for. */
  level: number;
  /** The p value after all that was declared; the plain one where nothing was. */
  p: number | undefined;
  alpha: number;
  /** After the name of a method: `, Holm 5`. */
  method: string;
  note: Bilingual;
}

export interface Registration {
  exp: string;
  alpha: number;
  looks: number;
  correction: Correction | undefined;
  spending: Spending | undefined;
  population: string;
  /** What is assigned, one by one. */
  unit: string;
  /** Of the arms as counted. */
  p: number | undefined;
}

/** Rows of the registrations with the sums of their arms; undefined where nothing is registered. */
export function buildRegistrationLookup(_params: unknown, tables: TableColumns): string | undefined {
  const registered = tables.get('experiments');
  if (!registered?.has('exp_id')) return undefined;
  const wanted = ['unit', 'alpha', 'looks', 'correction', 'spending', 'population'];
  const own = wanted.filter((name) => registered.has(name)).map((name) => `e.${quoteSqlName(name)}`);
  const arms = tables.get('experiment_arms');
  const isCounted = ['exp_id', 'arm', 'n'].every((name) => arms?.has(name));
  if (!isCounted) return `SELECT ${['e.exp_id AS exp', ...own].join(', ')} FROM experiments e ORDER BY 1`;
  const sums = ['n', 'successes', 'sum', 'sumsq']
    .filter((name) => arms?.has(name))
    .map((name) => `sum(a.${quoteSqlName(name)}) AS ${quoteSqlName(name)}`);
  return `SELECT ${['e.exp_id AS exp', ...own, 'a.arm AS arm', ...sums].join(', ')}
FROM experiments e LEFT JOIN experiment_arms a ON a.exp_id = e.exp_id
GROUP BY ALL ORDER BY exp, arm`;
}

export function parseRegistrations(found: readonly Row[]): Registration[] {
  const byExperiment = Map.groupBy(found, (row) => toText(row.exp));
  return [...byExperiment].map(([exp, rows]) => {
    const [first = {}] = rows;
    return {
      exp,
      alpha: toNumber(first.alpha) ?? 0.05,
      looks: Math.max(1, toNumber(first.looks) ?? 1),
      correction: corrections.find((one) => one === toText(first.correction)),
      spending: spendingKinds.find((one) => one === toText(first.spending)),
      population: toText(first.population).trim(),
      unit: toText(first.unit).trim(),
      p: computePlainP(rows),
    };
  });
}

/** Of rates, or of means of two arms; undefined where the counts do not say. */
function computePlainP(rows: readonly Row[]): number | undefined {
  const of = (row: Row, name: string) => toNumber(row[name]);
  const rates = rows.map((row) => ({ n: of(row, 'n') ?? 0, successes: of(row, 'successes') }));
  if (rates.every(({ successes }) => successes !== null)) {
    return testSameRate(rates.map(({ n, successes }) => ({ n, successes: successes ?? 0 })))?.p;
  }
  const samples = rows.flatMap((row) => {
    const [n, sum, sumsq] = [of(row, 'n'), of(row, 'sum'), of(row, 'sumsq')];
    return n === null || sum === null || sumsq === null ? [] : [computeSample(n, sum, sumsq)];
  });
  const [first, second] = samples;
  return samples.length === 2 && first && second ? compareMeans(first, second)?.p : undefined;
}

/** The registration of the experiment of these rows; undefined where there is none, or several are in them. */
export function findRegistration(
  rows: readonly Row[],
  all: readonly Registration[],
): Registration | undefined {
  const named = new Set(rows.map((row) => toText(row.experiment)));
  const [exp] = named;
  return named.size === 1 ? all.find((one) => one.exp === exp) : undefined;
}

const isUnnamed = (rows: readonly Row[]) => rows.every((row) => toText(row.experiment) === '');

/** Others are registered, this one is not. */
function createUnregistered(rows: readonly Row[], p: number | undefined): Judgement {
  const exp = toText(rows[0]?.experiment);
  return {
    level: 0.95,
    p,
    alpha: 0.05,
    method: '',
    note: {
      zh: `表 experiments 里没有登记“${exp}”，按 0.05 单独检验，没有校正。`,
      en: `The table experiments has no “${exp}”: it is tested alone at 0.05, nothing is corrected for.`,
    },
  };
}

export const methodNames: Readonly<Record<Correction, string>> = {
  bonferroni: 'Bonferroni',
  holm: 'Holm',
  bh: 'Benjamini–Hochberg',
};
export const spendingNames: Readonly<Record<Spending, string>> = {
  obrien_fleming: 'O’Brien–Fleming',
  pocock: 'Pocock',
};

/** `p`: of the comparison asked for. Undefined where no registrations are handed in. */
export function judgeByRegistration(
  rows: readonly Row[],
  found: readonly Row[],
  p: number | undefined,
): Judgement | undefined {
  const all = parseRegistrations(found);
  const own = findRegistration(rows, all);
  if (!own) return all.length === 0 || isUnnamed(rows) ? undefined : createUnregistered(rows, p);
  const { correction, alpha } = own;
  const family = correction ? all.filter((one) => one.correction === correction) : [own];
  const at = family.indexOf(own);
  // What cannot be computed counts as not called: a registered test is part of its family, done or not.
  const ps = family.map((one, index) => repeatP(one, index === at ? p : one.p) ?? 1);
  const method = correction && correctionMethods[correction];
  const judged = method ? method.findLevel(ps, at, alpha) : alpha;
  const last = isSpent(own) ? computeLastLevel(own.looks, judged, own.spending) : judged;
  const corrected = p === undefined ? undefined : (method ? method.adjust(ps) : ps)[at];
  const parts = [
    ...(correction ? [`${methodNames[correction]} ${family.length}`] : []),
    ...(isSpent(own) ? [`${spendingNames[own.spending]} ${own.looks}`] : []),
  ];
  return {
    level: 1 - last,
    p: corrected,
    alpha,
    method: parts.map((part) => `, ${part}`).join(''),
    note: describeJudgement(own, family, all.length),
  };
}

export function isSpent(test: Registration): test is Registration & { spending: Spending } {
  return test.spending !== undefined && test.looks > 1 && test.looks <= mostLooks;
}

function repeatP(test: Registration, p: number | undefined): number | undefined {
  return p === undefined || !isSpent(test) ? p : computeRepeatedP(p, test.looks, test.spending);
}

/** Units of which one user has several. */
const repeatedUnits = /展示|曝光|消息|会话|访问|点击|impression|message|session|visits|click|view/i;

function describeJudgement(own: Registration, family: readonly Registration[], all: number): Bilingual {
  const { correction, looks, alpha } = own;
  const several = correction
    ? {
        zh: `同时检验 ${family.length} 个，按登记用 ${methodNames[correction]} 校正`,
        en: `${family.length} tests at once, corrected by ${methodNames[correction]} as registered`,
      }
    : all > 1
      ? {
          zh: `登记了 ${all} 个检验，没有声明校正，没有校正`,
          en: `${all} tests are registered, none of the corrections is declared, none applied`,
        }
      : { zh: '登记的检验只有一个', en: 'the only test registered' };
  const looked = isSpent(own)
    ? {
        zh: `查看 ${looks} 次，按 ${spendingNames[own.spending]} 分摊误报率`,
        en: `${looks} looks, the error spent by ${spendingNames[own.spending]}`,
      }
    : looks > 1
      ? {
          zh: `查看 ${looks} 次而没有声明分摊，误报率实为 ${(100 * computePeekingError(Math.min(looks, 100), alpha)).toFixed(1)}%`,
          en: `${looks} looks and no spending declared: the error is ${(100 * computePeekingError(Math.min(looks, 100), alpha)).toFixed(1)} %`,
        }
      : undefined;
  const repeats = repeatedUnits.test(own.unit)
    ? {
        zh: `；按“${own.unit}”计，同一人会重复出现，区间与 p 值把每一次当作互不相干，真正的区间更宽`,
        en: `; it counts ${own.unit}, of which one user has several: taken as independent, the true interval is wider`,
      }
    : { zh: '', en: '' };
  return {
    zh: `登记：显著性水平 ${alpha}，${several.zh}${looked ? `；${looked.zh}` : ''}${repeats.zh}。`,
    en: `Registered: level ${alpha}, ${several.en}${looked ? `; ${looked.en}` : ''}${repeats.en}.`,
  };
}

/** Whom the registered analysis counts; empty: all that were assigned. */
export function findPopulation(rows: readonly Row[], found: readonly Row[]): string {
  return findRegistration(rows, parseRegistrations(found))?.population ?? '';
}
