/** Time by a clock that the test moves: what counts is what the engines took, and in the end what one took alone. */
import { describe, expect, test } from 'vitest';
import { Spending, SpentError } from '../base/limits/spending.ts';
import { EngineTurns, type Turn } from './engine-turns.ts';
import { runInTime, TooLongError } from './timed-work.ts';

const rest = { name: { zh: '其他', en: 'rest' }, place: { file: 'index.mdx' } };

function createClock() {
  const time = { now: 0 };
  return Object.assign(time, { turns: new EngineTurns(() => time.now) });
}

/** Work that the test ends: with `stop`, as its limit would, or with `done`. */
function createWork() {
  const begun: PromiseWithResolvers<void>[] = [];
  return {
    get runs() {
      return begun.length;
    },
    run: () => {
      const one = Promise.withResolvers<void>();
      begun.push(one);
      return one.promise;
    },
    stop: () => begun.at(-1)!.reject(new Error('stopped')),
    fail: (error: Error) => begun.at(-1)!.reject(error),
    done: () => begun.at(-1)!.resolve(),
  };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 150));

describe('turns', () => {
  test('who works beside another gets half of what both take, who waits nothing', async () => {
    const clock = createClock();
    const seen: Record<string, Turn> = {};
    const ends: Record<string, () => void> = {};
    const begin = (name: string, alone = false) =>
      clock.turns.take(
        (turn) => {
          seen[name] = turn;
          return new Promise<void>((resolve) => {
            ends[name] = resolve;
          });
        },
        { alone },
      );
    const a = begin('a');
    await settle();
    clock.now = 100;
    expect(seen.a!.isAlone).toBe(true);
    const b = begin('b');
    const last = begin('last', true);
    const after = begin('after');
    await settle();
    clock.now = 300;
    expect([seen.a!.spent, seen.b!.spent]).toEqual([200, 100]);
    expect([seen.a!.isAlone, seen.b!.isAlone, seen.last]).toEqual([false, false, undefined]);
    ends.a!();
    ends.b!();
    await Promise.all([a, b]);
    await settle();
    clock.now = 1000;
    expect([seen.last!.spent, seen.last!.isAlone, seen.after]).toEqual([700, true, undefined]);
    ends.last!();
    await last;
    await settle();
    expect(seen.after!.spent).toBe(0);
    ends.after!();
    await after;
  });
});

describe('limits', () => {
  test('too long alone is too long, and is paid', async () => {
    const clock = createClock();
    const work = createWork();
    const spending = new Spending(120, rest);
    const ended = runInTime({ ...work, limit: 500, account: spending.openAccount() }, clock.turns).catch(
      (error: unknown) => error,
    );
    await settle();
    clock.now = 501;
    expect(await ended).toBeInstanceOf(TooLongError);
    expect(work.runs).toBe(1);
    expect(spending.listDearest(1)).toEqual([{ ...rest, seconds: 0.501 }]);
  });

  test('too long beside another runs once more alone, which alone decides and is paid', async () => {
    const clock = createClock();
    const [slow, other] = [createWork(), createWork()];
    const spending = new Spending(120, rest);
    const beside = clock.turns.take(other.run);
    const running = runInTime({ ...slow, limit: 500, account: spending.openAccount() }, clock.turns);
    await settle();
    clock.now = 2000;
    await settle();
    // It waits for the other to end.
    expect(slow.runs).toBe(1);
    other.done();
    await beside;
    await settle();
    expect(slow.runs).toBe(2);
    clock.now = 2400;
    await settle();
    slow.done();
    await running;
    expect(spending.listDearest(1)).toMatchObject([{ seconds: 0.4 }]);
  });

  test('without memory beside another runs once more alone, without memory alone fails', async () => {
    const clock = createClock();
    const [large, other] = [createWork(), createWork()];
    const failure = new Error('Out of Memory Error: failed to allocate');
    const beside = clock.turns.take(other.run);
    const account = new Spending(120, rest).openAccount();
    const ended = runInTime({ ...large, limit: 500, account }, clock.turns).catch((error: unknown) => error);
    await settle();
    large.fail(failure);
    await settle();
    expect(large.runs).toBe(1);
    other.done();
    await beside;
    await settle();
    expect(large.runs).toBe(2);
    large.fail(failure);
    expect(await ended).toBe(failure);
  });

  test('what a report has left is a limit too, and ends it', async () => {
    const clock = createClock();
    const work = createWork();
    const spending = new Spending(1, rest);
    const account = spending.openAccount();
    account.pay(700);
    const ended = runInTime({ ...work, limit: 500, account }, clock.turns).catch((error: unknown) => error);
    await settle();
    clock.now = 301;
    expect(await ended).toBeInstanceOf(SpentError);
    expect(() => spending.openAccount()).toThrow(SpentError);
  });
});

test('what a report spends is for what it worked on', async () => {
  const spending = new Spending(10, rest);
  const pay = async (seconds: number) => {
    await settle();
    spending.openAccount().pay(seconds * 1000);
  };
  const name = (text: string) => ({ name: { zh: text, en: text }, place: { file: text } });
  await Promise.all([
    spending.attribute(name('a'), () => pay(2)),
    spending.attribute(name('b'), async () => {
      await pay(1);
      await pay(2);
    }),
    pay(1),
  ]);
  expect(spending.listDearest(2).map((one) => [one.name.zh, one.seconds])).toEqual([
    ['b', 3],
    ['a', 2],
  ]);
});
