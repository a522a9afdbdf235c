import { expect, test } from 'vitest';
import { addDays } from '../../base/calendar-days.ts';
import type { Claim } from '../../base/claims/claim.ts';
import { kinds } from '../../charts/kinds/kinds.ts';
import { tryClaims } from './claims.sample.ts';
import { drawInput, seedChance } from './generate-inputs.ts';
import { findFalseClaims } from './verify-claims.ts';

const trial = tryClaims(150, 20261130);

test('every claim of every kind is true of its rows, found by other code', () => {
  expect(trial.wrong.slice(0, 5)).toEqual([]);
  expect(trial.claims).toBeGreaterThan(8_000);
});

test('each sort of claim is made in these trials', () => {
  const wanted = [
    ...[
      'value',
      'whole',
      'sum',
      'running-sum',
      'net',
      'median',
      'ninety',
      'gini',
      'lift',
      'pair',
      'after-changes',
      'sum-of',
    ],
    ...['auc', 'mean-error', 'favour', 'late', 'break', 'attained'],
  ].map((what) => `level.${what}`);
  const ranks = ['value', 'largest', 'attainment', 'loss', 'increase', 'decrease', 'part', 'weekday', 'bin'];
  wanted.push(
    ...[...ranks, 'cell', 'element', 'deviation', 'miscalibration', 'lateness', 'day', 'break'].map(
      (what) => `rank.${what}.highest`,
    ),
  );
  wanted.push('rank.value.lowest', 'rank.value.even', 'rank.part.even', 'rank.continuation.lowest');
  wanted.push('change.up', 'change.down', 'change.even', 'attainment', 'significance');
  wanted.push(
    ...['passage', 'side', 'first', 'top', 'within', 'found', 'found-tied'].map((what) => `share.${what}`),
  );
  wanted.push('gap.widest.above', 'gap.widest.below', 'gap.overtaking.above', 'gap.no-break-even.above');
  wanted.push('gap.overlapping.above', 'gap.apart.above');
  const counts = [
    'reached',
    'missed',
    'unmeasured',
    'aimless',
    'observations',
    'without-number',
    'rose',
    'fell',
  ];
  wanted.push(
    ...[...counts, 'stayed', 'above', 'below', 'level', 'positive', 'anomalies', 'passed', 'failed'].map(
      (what) => `count.${what}`,
    ),
  );
  const more = [
    'cells',
    'cut-steps',
    'events',
    'tasks-done',
    'tasks-late',
    'begun-early',
    'entries',
    'entries-done',
  ];
  wanted.push(
    ...[...more, 'clicks', 'corner', 'undrawn', 'bins-high', 'bins-low', 'bins-held', 'tied-scores'].map(
      (what) => `count.${what}`,
    ),
  );
  expect(wanted.filter((one) => !trial.made.has(one))).toEqual([]);
});

/** A claim with one thing in it turned round. */
function* turnRound(claim: Claim): Generator<Claim> {
  if (claim.is === 'change' && claim.way !== 'even')
    yield { ...claim, way: claim.way === 'up' ? 'down' : 'up' };
  if (claim.is === 'rank' && claim.members.length > 1 && claim.end !== 'even')
    yield { ...claim, members: claim.members.slice(1) };
  if (claim.is === 'rank' && claim.end !== 'even')
    yield { ...claim, members: claim.members.map((one) => ({ ...one, name: `？${one.name}` })) };
  if (claim.is === 'count') yield { ...claim, count: claim.count + 1_000 };
  if (claim.is === 'share') yield { ...claim, amount: { ...claim.amount, value: claim.amount.value + 3 } };
  if (claim.is === 'level')
    yield { ...claim, members: claim.members.map((one) => ({ ...one, value: one.value * 1.1 + 1 })) };
  if (claim.is === 'attainment')
    yield { ...claim, outcome: claim.outcome === 'missed' ? 'exceeded' : 'missed' };
  if (claim.is === 'gap') yield { ...claim, left: claim.right, right: claim.left };
  if (claim.is === 'gap' && (claim.what === 'overlapping' || claim.what === 'apart'))
    yield { ...claim, what: claim.what === 'apart' ? 'overlapping' : 'apart' };
  if (claim.is === 'significance') yield { ...claim, side: claim.side === 'across' ? 'above' : 'across' };
}

test('what holds claims against the rows finds those that are turned round', () => {
  let turned = 0;
  const passed: Claim[] = [];
  for (const kind of Object.keys(kinds) as (keyof typeof kinds)[])
    for (let round = 0; round < 20; round++) {
      const input = drawInput(kind, seedChance(4_001 * round));
      if (kinds[kind].validate(input)) continue;
      const { rows } = kinds[kind].buildTable(input);
      for (const claim of kinds[kind].listClaims(input))
        for (const other of turnRound(claim)) {
          turned++;
          if (findFalseClaims(kind, [other], input, rows).length === 0) passed.push(other);
        }
    }
  expect(turned).toBeGreaterThan(1_000);
  expect(passed.slice(0, 3)).toEqual([]);
});

test('days of the generator are those of the calendar', () => {
  const { values } = drawInput('calendar', seedChance(3));
  values[0]!.points.forEach(({ key }, i) => {
    expect(key).toBe(addDays('2026-03-02', i));
  });
});
