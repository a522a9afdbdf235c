/** Draws inputs of every kind, and tells which claims are false, which are made, and what their sentences are. */
import type { Claim } from '../../base/claims/claim.ts';
import type { ChartInput } from '../../charts/input.ts';
import { type Kind, kinds } from '../../charts/kinds/kinds.ts';
import { describeClaims } from '../../words/claims/describe-claims.ts';
import { drawInput, seedChance } from './generate-inputs.ts';
import { findFalseClaims } from './verify-claims.ts';

export interface Trial {
  wrong: string[];
  /** `rank.value`, `rank.value.even`, with how often each was made. */
  made: Map<string, number>;
  claims: number;
}

const formatSort = (claim: Claim) =>
  [
    claim.is,
    'what' in claim ? claim.what : '',
    'end' in claim ? claim.end : '',
    'way' in claim ? claim.way : '',
  ]
    .filter(Boolean)
    .join('.');

/** `rounds` inputs of each kind. */
export function tryClaims(rounds: number, seed: number): Trial {
  const trial: Trial = { wrong: [], made: new Map(), claims: 0 };
  for (const kind of Object.keys(kinds) as Kind[])
    for (let round = 0; round < rounds; round++) tryOne(kind, seed + 7919 * round, trial);
  return trial;
}

/** Of the figure's table, where claims go by it. */
const listRows = (kind: Kind, input: ChartInput) =>
  kind === 'histogram' ? kinds[kind].buildTable(input).rows : [];

function tryOne(kind: Kind, seed: number, trial: Trial): void {
  const input = drawInput(kind, seedChance(seed));
  if (kinds[kind].validate(input)) return;
  const details = kinds[kind].listDetails?.(input) ?? [];
  const claims = [...kinds[kind].listClaims(input), ...details];
  const wrong = [
    ...findFalseClaims(kind, claims, input, listRows(kind, input)),
    ...findOddText(claims),
    ...findOddText(details),
  ];
  trial.wrong.push(...wrong.map((one) => `seed ${seed}: ${one}`));
  trial.claims += claims.length;
  for (const claim of claims) trial.made.set(formatSort(claim), (trial.made.get(formatSort(claim)) ?? 0) + 1);
}

/** One sentence in each language, without what no reader should see. */
function findOddText(claims: readonly Claim[]): string[] {
  const [zh, en] = [describeClaims(claims, 'zh'), describeClaims(claims, 'en')];
  if (claims.length === 0) return zh === '' && en === '' ? [] : ['words without a claim'];
  const isOdd =
    !/^[^。]+。$/.test(zh) ||
    !/^[^a-z].*\.$/.test(en) ||
    /undefined|NaN|null|Infinity|\[object|累计累计|（）| {2}|；；|，，/.test(zh + en) ||
    // A Latin name and a number, or a Chinese character and either, never touch.
    /SE[MO]\d|\p{Script=Han}[\dA-Z]|[\dA-Za-z%]\p{Script=Han}/u.test(zh);
  return isOdd ? [`odd text: ${zh} ${en}`] : [];
}
