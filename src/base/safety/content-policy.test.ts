import { expect, test } from 'vitest';
import { buildDevPolicy, livePolicy, sitePolicy } from './content-policy.ts';

const readPolicy = (policy: string): Record<string, string> =>
  Object.fromEntries(
    policy.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')]),
  );

test('built pages load files of the site, and no program of an author is one', () => {
  expect(readPolicy(sitePolicy)).toEqual({
    'default-src': "'none'",
    'style-src': "'self' 'unsafe-inline' file:",
    'script-src': "'self' file:",
    'img-src': "'self' data: file:",
    'base-uri': "'none'",
    'form-action': "'none'",
  });
});

test('the preview allows what the built pages do, and to listen to it', () => {
  const { 'connect-src': connect, ...same } = readPolicy(livePolicy);
  expect(connect).toBe("'self'");
  expect(same).toEqual(readPolicy(sitePolicy.replaceAll(' file:', '')));
});

test('the dev server allows what the built pages do, and its own client', () => {
  const {
    'connect-src': connect,
    'worker-src': worker,
    ...same
  } = readPolicy(buildDevPolicy('localhost:4321'));
  expect(connect).toBe("'self' ws://localhost:4321");
  expect(worker).toBe('blob:');
  expect(same).toEqual(readPolicy(sitePolicy.replaceAll(' file:', '')));
});

test.each(['[::1]:4321', '127.0.0.1', 'team-1.local:80'])('a server called %s is listened to', (host) => {
  expect(readPolicy(buildDevPolicy(host))['connect-src']).toBe(`'self' ws://${host}`);
});

test.each([undefined, '', "x; script-src 'unsafe-inline'", 'a b', '*', 'evil.invalid/x', 'x\r\ny'])(
  'a host that is none (%j) adds nothing',
  (host) => {
    expect(readPolicy(buildDevPolicy(host))['connect-src']).toBe("'self'");
  },
);
