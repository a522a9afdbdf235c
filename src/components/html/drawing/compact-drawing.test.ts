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

test('a shape stands where it is', () => {
  const check =
    '<path transform="translate(138.44,14.7)" d="M-4.6,0L-1.2,3.5v-2h1V4C1,1,2,2,3,3Z" fill="a"/>';
  expect(compactContent(check)).toBe(
    '<path d="M133.8,14.7L137.2,18.2v-2h1V18.7C139.4,15.7,140.4,16.7,141.4,17.7Z" fill="a"/>',
  );
  // Only steps that it knows are moved.
  const arc = '<path transform="translate(5,6)" d="M0,0A3,4,0,0,1,5,6" fill="a"/>';
  expect(compactContent(arc)).toBe(arc);
});

test('shapes painted alike are one path, in their order', () => {
  const bar = (x: number, paint: string) => `<path d="M${x},0h4v9h-4Z" fill="${paint}"/>`;
  expect(compactContent(bar(0, 'a') + bar(4, 'a') + bar(9, 'b') + bar(20, 'a'))).toBe(
    `<path d="M0,0h4v9h-4ZM4,0h4v9h-4Z" fill="a"/>${bar(9, 'b')}${bar(20, 'a')}`,
  );
});

test('shapes that lie on each other stay apart, unless they are lines that hide what is below', () => {
  const on = (paint: string) => `<path d="M0,0L9,9" ${paint}/><path d="M0,9L9,0" ${paint}/>`;
  const count = (paint: string) => compactContent(on(paint)).match(/<path/g)!.length;
  expect(count('stroke="a"')).toBe(1);
  expect(count('fill="a"')).toBe(2);
  expect(count('fill="a" stroke="b"')).toBe(2);
  expect(count('stroke="a" stroke-opacity="0.5"')).toBe(2);
  expect(count('stroke="a" opacity="0.5"')).toBe(2);
});

test('discs are dots of a round pen, as wide as they were with an outline of their own paint', () => {
  const discs = (paint: string) =>
    compactContent([1, 20].map((x) => `<circle cx="${x}" cy="2" r="3" ${paint}/>`).join(''));
  const pen = (width: number) =>
    `<path d="M1,2h0M20,2h0" stroke="a" stroke-width="${width}" stroke-linecap="round"/>`;
  expect(discs('fill="a"')).toBe(pen(6));
  expect(discs('fill="a" stroke-width="2"')).toBe(pen(6));
  expect(discs('fill="a" stroke="a" stroke-width="1.6"')).toBe(pen(7.6));
  expect(discs('fill="a" stroke="b"').match(/<circle/g)).toHaveLength(2);
  expect(discs('fill="a" stroke="a" fill-opacity="0.5"').match(/<circle/g)).toHaveLength(2);
  expect(discs('fill="a" fill-opacity="0.5"')).toContain('stroke-opacity="0.5"');
});

test('marks that are no path say once how they are painted alike', () => {
  const mark = (n: number, paint: string) =>
    `<rect x="${n}" fill="var(--c1)" stroke-width="2"${paint}></rect>`;
  expect(compactContent(mark(1, '') + mark(2, '') + mark(3, ' stroke="red"'))).toBe(
    '<g fill="var(--c1)" stroke-width="2"><rect x="1"/><rect x="2"/><rect x="3" stroke="red"/></g>',
  );
  // A paint that another of them lacks is not given to it.
  expect(compactContent('<rect x="1" fill="var(--c1)"/><rect x="2" stroke="red"/>')).not.toContain('<g');
  // What a group does not pass on stays with its mark.
  expect(compactContent('<rect x="1" opacity="0.5"/><rect x="2" opacity="0.5"/>')).not.toContain('<g');
});

const marks = (texts: string[]) =>
  texts.map((text, n) => `<path d="M${n},0h1"><title>${text}</title></path>`).join('');

test('the drawing for a phone leaves to that for the text what both say', () => {
  const phone = compactPhoneDrawing(draw(marks(['甲', '乙']), 'x-phone'), draw(marks(['甲', '乙'])));
  expect(phone).toBe(`${head}<path d="M0,0h1M1,0h1" class="j"/></svg>`);
});

test('words of marks are lines of one title, sixteen at most, and their order is that of the pieces', () => {
  const texts = Array.from({ length: 20 }, (_, n) => `第 ${n}`);
  const html = compactContent(marks(texts));
  expect(html.match(/<path/g)).toHaveLength(2);
  expect([...html.matchAll(/<title>([^<]*)/g)].flatMap(([, lines]) => lines!.split('\n'))).toEqual(texts);
  expect([...html.matchAll(/M(\d+),0h1/g)].map(([, n]) => Number(n))).toEqual(texts.map((_, n) => n));
});

test('a mark of several pieces, and one of several lines, stay themselves', () => {
  const cross = '<path d="M0,0h1M0,1h1" stroke="a"><title>甲</title></path>';
  expect(compactContent(cross.repeat(2)).match(/<path/g)).toHaveLength(2);
  expect(compactContent(marks(['甲\n乙', '丙'])).match(/<path/g)).toHaveLength(2);
  // A mark never joins what says nothing.
  expect(compactContent(`${marks(['甲'])}<path d="M9,0h1"/>`).match(/<path/g)).toHaveLength(2);
});

test('it keeps its own words where its marks are others', () => {
  const own = draw(marks(['乙', '甲']), 'x-phone');
  expect(compactPhoneDrawing(own, draw(marks(['甲', '乙'])))).toBe(compactDrawing(own));
});
