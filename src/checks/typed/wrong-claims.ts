import type { PlacedResult } from './typed-results.ts';

/** What a sentence claims and its own numbers, or the goal of the value it tells, deny. */
export interface WrongClaim {
  /** The number where it is told. */
  at: PlacedResult;
  /** The words: 升至, 超额完成目标. */
  said: string;
  denied: Denial;
}

export type Denial = { by: 'sum'; sum: string } | { by: 'goal'; name: string; truth: string; target: string };

/** Of the typed results of one sentence, in order. */
export function findWrongClaims(results: readonly PlacedResult[]): WrongClaim[] {
  return [...findWrongSums(results), ...findWrongAttainment(results)];
}

/** 小红书 38%、抖音 27%、其他 30%: a list of shares with a rest is a whole. */
function findWrongSums(results: readonly PlacedResult[]): WrongClaim[] {
  const [first] = results;
  if (!first || results.length < 3) return [];
  const { sentence } = first.numeral.clause;
  const isList = results.every(({ numeral }, index) => {
    const last = results[index - 1]?.numeral;
    const gap = last ? sentence.slice(last.to, numeral.from) : '';
    return (
      numeral.unit === '%' &&
      numeral.near === 'exact' &&
      (!last || /^\s*[、，,]\s*(?:and\s+)?[^、，。；\d]{1,12}$/.test(gap))
    );
  });
  const rest = /(?:其他|其它|其余|others?|the rest)(?:渠道|平台|来源|人)?\s*(?:仅?占|为|are|is)?\s*$/i;
  if (!isList || !results.some(({ numeral }) => rest.test(numeral.clause.own))) return [];
  const sum = results.reduce((all, { numeral }) => all + numeral.low, 0);
  const slack = results.reduce((all, { numeral }) => all + (numeral.most - numeral.least) / 2, 0);
  if (Math.abs(sum - 100) <= slack + 1e-9) return [];
  const said = results.map(({ numeral }) => numeral.text.trim()).join(' + ');
  return [{ at: first, said, denied: { by: 'sum', sum: `${Number(sum.toFixed(6))}%` } }];
}

const missed =
  /未(?:能)?(?:达[到成标]|完成|实现)|没有?(?:达[到成标]|完成)|(?:低于|不及|落后于)(?:预期)?目标|missed (?:the|our|its) (?:target|goal)|fell short of|below (?:the |our )?(?:target|goal)/i;
const reached =
  /超额完成(?:了)?(?:[^，。；]{0,4}(?:目标|指标|任务))?|(?:超过|突破|高于|完成|达到|达成|实现)了?(?:预期|既定|预设|本期|全年)?的?目标|全部达标|顺利达标|(?:exceeded|reached|met|beat) (?:the|our|its) (?:target|goal)/i;
const unsure = /若|如果|假如|预计|能否|是否|有望|将|并非|不是|[？?]|\b(?:if|whether|would|will|not)\b/i;

/** 超额完成目标 where the value that the sentence tells has missed its goal, and the other way round. */
function findWrongAttainment(results: readonly PlacedResult[]): WrongClaim[] {
  const told = results.filter(({ bindings }) => (bindings[0]?.score ?? 0) >= 0.6);
  const names = new Set(told.map(({ bindings }) => bindings[0]!.ledger.value.name));
  const [at] = told;
  if (!at || names.size !== 1) return [];
  const { value } = at.bindings[0]!.ledger;
  const { attainment, target } = value;
  const { sentence } = at.numeral.clause;
  if (!attainment || attainment.outcome === 'open' || !target || unsure.test(sentence)) return [];
  const said = missed.exec(sentence)?.[0] ?? reached.exec(sentence)?.[0];
  if (said === undefined || missed.test(said) === (attainment.outcome === 'missed')) return [];
  return [{ at, said, denied: { by: 'goal', name: value.name, truth: value.text, target: target.text } }];
}
