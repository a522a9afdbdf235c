import process from 'node:process';
import { expect, test } from 'vitest';
import { describeOldNode } from './node-version.ts';

test('the tests run under the Node that npm ci installed', () => {
  const refusal = describeOldNode(process.versions.node);
  // Under such a Node Vitest cannot even print what failed.
  if (refusal) process.stderr.write(`${refusal}\n`);
  expect(refusal).toBe('');
});

test('an old Node is told what to do, in both languages', () => {
  const text = describeOldNode('22.18.0');
  expect(text).toContain('请通过 npm 运行');
  expect(text).toContain('run it through npm');
  expect(describeOldNode('20.20.2')).not.toBe('');
  expect(describeOldNode('26.7.0')).toBe('');
});
