import { expect, test } from 'vitest';
import { parseYaml } from './yaml-text.ts';

const text = `title: 实训
phases:
  - title: 需求调研
    from: 2026-03-02
  - { title: 方案制定, from: 2026-03-16 }
`;

test('knows where each value and key was written', () => {
  const yaml = parseYaml({ file: 'content/course.yaml', text });
  expect(yaml.getPlace(['title'])).toEqual({ file: 'content/course.yaml', line: 1, column: 8 });
  expect(yaml.getPlace(['phases', 0, 'from'])).toMatchObject({ line: 4, column: 11 });
  expect(yaml.getKeyPlace(['phases', 1, 'from'])).toMatchObject({ line: 5, column: 20 });
});

test('a path that was not written has the place of its nearest ancestor', () => {
  const yaml = parseYaml({ file: 'a', text });
  expect(yaml.getPlace(['phases', 0, 'to'])).toMatchObject({ line: 3, column: 5 });
});

test('front matter counts lines from where it begins', () => {
  expect(parseYaml({ file: 'a', text }, 2).getPlace(['title'])).toMatchObject({ line: 2, column: 8 });
});

test('dates stay texts', () => {
  expect(parseYaml({ file: 'a', text: 'from: 2026-03-02' }).data).toEqual({ from: '2026-03-02' });
});

test('errors have their place', () => {
  const { errors, data } = parseYaml({ file: 'a', text: 'a: 1\na: 2\n' });
  expect(data).toBeUndefined();
  expect(errors[0]?.place).toMatchObject({ line: 2, column: 1 });
});

test('a billion laughs are not expanded', () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    'b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]',
    'c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]',
    'd: [*c,*c,*c]',
  ];
  expect(parseYaml({ file: 'a', text: bomb.join('\n') }).data).toBeUndefined();
});
