import { expect, test } from 'vitest';
import { compactDrawing, compactPhoneDrawing } from './compact-drawing.ts';

const draw = (content: string, id = 'x') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="306" aria-labelledby="${id}-title ${id}-desc">` +
  `<title id="${id}-title">名</title><desc id="${id}-desc">述</desc>${content}</svg>`;
const head = '<svg width="640" height="306" aria-labelledby="x-title x-desc">';
const names = '<title id="x-title">名</title><desc id="x-desc">述</desc>';
const compactContent = (content: string) =>
  compactDrawing(draw(content)).slice((head + names).length, -'</svg>'.length);

test('keeps what the drawing is called, without a namespace', () => {
  expect(compactDrawing(draw('<path d="M0,0h1"/>'))).toBe(`${head}${names}<path d="M0,0h1"/></svg>`);
});

test('rounds places to a tenth of a pixel, and nothing that is not a place', () => {
  expect(compactContent('<path d="M1.25,-0.04L10.96,3" fill-opacity="0.25" data-x="1.234"/>')).toBe(
    '<path d="M1.3,0L11,3" fill-opacity="0.25" data-x="1.234"/>',
  );
});

test('a disc is a circle, a text stands where it is', () => {
  const disc = 'M3.87,0A3.87,3.87,0,1,1,-3.87,0A3.87,3.87,0,1,1,3.87,0';
  expect(compactContent(`<path transform="translate(31.98,12)" d="${disc}" fill="red"/>`)).toBe(
    '<circle cx="32" cy="12" r="3.9" fill="red"/>',
  );
  expect(compactContent('<text transform="translate(5,6)">甲</text>')).toBe('<text x="5" y="6">甲</text>');
  const turned = '<text transform="translate(5,6) rotate(-90)">甲</text>';
  expect(compactContent(turned)).toBe(turned);
  const lines = '<text transform="translate(5,6)"><tspan x="0">甲</tspan></text>';
  expect(compactContent(lines)).toBe(lines);
});

test('lines of a grid are one path, unless one can see through them or they are painted otherwise', () => {
  const line = (y: number, paint: string) => `<line transform="translate(0,${y})" x2="600" y2="0" ${paint}/>`;
  expect(compactContent(line(2, 'stroke="a"') + line(4, 'stroke="a"') + line(6, 'stroke="b"'))).toBe(
    '<path d="M0,2L600,2M0,4L600,4" stroke="a"/><path d="M0,6L600,6" stroke="b"/>',
  );
  expect(compactContent(line(2, 'stroke="a" opacity="0.5"').repeat(2)).match(/<line/g)).toHaveLength(2);
});

test('marks painted alike say so once, in their order', () => {
  const mark = (n: number, paint: string) =>
    `<path d="M${n},0h1" fill="var(--c1)" stroke-width="2"${paint}/>`;
  expect(compactContent(mark(1, '') + mark(2, '') + mark(3, ' stroke="red"'))).toBe(
    '<g fill="var(--c1)" stroke-width="2"><path d="M1,0h1"/><path d="M2,0h1"/><path d="M3,0h1" stroke="red"/></g>',
  );
  // A paint that another of them lacks is not given to it.
  expect(compactContent('<path d="M1,0h1" fill="var(--c1)"/><path d="M2,0h1" stroke="red"/>')).not.toContain(
    '<g',
  );
  // What a group does not pass on stays with its mark.
  expect(compactContent('<path d="M1,0h1" opacity="0.5"/><path d="M2,0h1" opacity="0.5"/>')).not.toContain(
    '<g',
  );
});

const marks = (texts: string[]) =>
  texts.map((text, n) => `<path d="M${n},0h1"><title>${text}</title></path>`).join('');

test('the drawing for a phone leaves to that for the text what both say', () => {
  const phone = compactPhoneDrawing(draw(marks(['甲', '乙']), 'x-phone'), draw(marks(['甲', '乙'])));
  expect(phone).toBe(`${head}<g class="m"><path d="M0,0h1"/><path d="M1,0h1"/></g></svg>`);
});

test('it keeps its own words where its marks are others', () => {
  const own = draw(marks(['乙', '甲']), 'x-phone');
  expect(compactPhoneDrawing(own, draw(marks(['甲', '乙'])))).toBe(compactDrawing(own));
});
