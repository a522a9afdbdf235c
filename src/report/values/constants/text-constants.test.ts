import { expect, test } from 'vitest';
import { listTextConstants } from './text-constants.ts';

const list = (condition: string) =>
  listTextConstants(condition).map(
    ({ column, table, value }) => `${table === undefined ? '' : `${table}.`}${column}=${value}`,
  );

test.each([
  ["channel = 'SEM'", 'channel=SEM'],
  ["channel <> 'SEM' AND device!='iOS'", 'channel=SEM device=iOS'],
  ["'SEM' = channel", 'channel=SEM'],
  ["'SEM' = users.channel", 'users.channel=SEM'],
  ["users.channel IN ('SEM', '抖音')", 'users.channel=SEM users.channel=抖音'],
  ["status NOT IN ('paid','paid')", 'status=paid'],
  [`"渠道 名" = 'a''b'`, "渠道 名=a'b"],
  ["event = 'visit' -- and event = 'x'", 'event=visit'],
  ["event = 'visit' /* event = 'x' */ AND NOT is_test", 'event=visit'],
  ["CASE WHEN channel = 'SEM' THEN 1 END = 1", 'channel=SEM'],
  // What is compared is not the column itself.
  ["lower(channel) = 'sem'", ''],
  ["a || channel = 'xSEM'", ''],
  ["channel = 'SE' || 'M'", ''],
  ["'x' || 'y' = channel", ''],
  ["'sem' = lower(channel)", ''],
  ["channel LIKE 'S%'", ''],
  ["amount > 5 AND day >= '2026-03-02'", ''],
  ["channel IN (lower('SEM'))", ''],
  ["user_id IN (SELECT user_id FROM users WHERE channel = 'SEM')", ''],
  ["(SELECT max(x) FROM t WHERE (a = 'b')) > 1 OR c = 'd'", 'c=d'],
  ["note = '='", 'note=='],
  ["note = '', x = ''''", "note= x='"],
])('%s', (condition, found) => {
  expect(list(condition).join(' ')).toBe(found);
});

test('nothing that is typed by mistake breaks it', () => {
  for (const condition of ['', '=', "= 'x'", "'x' =", 'a IN', "a IN ('x'", "a IN ('x' 'y')", "'", '((('])
    expect(() => listTextConstants(condition)).not.toThrow();
});
