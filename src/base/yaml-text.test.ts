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
  expect(yaml.getPlace(['phases', '0', 'from'])).toMatchObject({ line: 4, column: 11 });
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
  const { data, errors } = parseYaml({ file: 'a', text: bomb.join('\n') });
  expect(data).toBeUndefined();
  expect(errors.map(({ kind }) => kind)).toEqual(['aliases']);
});

test.each([
  ['&a [*a]', 1, 5],
  ['a: &x {b: *x}', 1, 11],
  ['a: &x\n  b:\n    - c: *x\n', 3, 10],
  ['a: &x {? *x : 1}', 1, 10],
])('a part that contains itself is told where it does: %j', (text, line, column) => {
  const { data, errors } = parseYaml({ file: 'a', text });
  expect(data).toBeUndefined();
  expect(errors).toMatchObject([{ kind: 'self', place: { file: 'a', line, column } }]);
});

test('parts may be used again beside themselves', () => {
  expect(parseYaml({ file: 'a', text: 'a: &x [1]\nb: { c: *x, d: *x }\n' }).data).toEqual({
    a: [1],
    b: { c: [1], d: [1] },
  });
});

test.each(['[', '{a: ', '- ', '? ', '? - '])('%j a thousand times ends soon, with a place', (opening) => {
  for (const count of [70, 1000, 20_000]) {
    const { data, errors } = parseYaml({ file: 'a', text: `a: 1\n${opening.repeat(count)}` });
    expect(data).toBeUndefined();
    expect(errors.length).toBeGreaterThan(0);
    expect(errors[0]!.place.line).toBeGreaterThan(0);
  }
});
