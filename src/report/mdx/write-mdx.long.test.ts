import { expect, test } from 'vitest';
import { checkPayload, composedPayloads } from '../../test/mdx-payloads.ts';

test('no composed payload is a program, and all of its text is there', { timeout: 600_000 }, () => {
  expect(composedPayloads.length).toBeGreaterThan(4000);
  for (const payload of composedPayloads) checkPayload(payload);
});
