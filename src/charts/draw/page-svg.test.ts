import { expect, test } from 'vitest';
import { minifySvg, withAccessibleName } from './page-svg.ts';

const vega =
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" class="marks" width="440" height="195.4" viewBox="0 0 440 195.4">' +
  '<defs><clipPath id="clip17"><rect x="0" y="0" width="400" height="150"></rect></clipPath></defs>' +
  '<g fill="none" stroke-miterlimit="4" transform="translate(35,10)"><g class="mark-group" role="graphics-object" aria-roledescription="group mark container"><g transform="translate(0.5,0)">' +
  '<path class="background" aria-hidden="true" d="M0,0h0v0h0Z" pointer-events="none"/>' +
  '<g clip-path="url(#clip17)"><path aria-label="第 10 周：98 人" role="graphics-symbol" aria-roledescription="bar" d="M10,100.00000000000001h180v-1e-14Z" fill="var(--c1)"/></g>' +
  '<text text-anchor="start" transform="translate(0,99.96666)" font-family="x" font-size="13px" font-weight="normal" fill="var(--ink)">1.23456 &amp; 更多</text>' +
  '</g></g></g></svg>';

test('keeps what is seen, and nothing else', () => {
  expect(minifySvg(vega)).toMatchInlineSnapshot(
    `"<svg xmlns="http://www.w3.org/2000/svg" width="440" height="196" viewBox="0 0 440 196" font-family="var(--chart-font, sans-serif)"><defs><clipPath id="FIGURE-1"><rect x="0" y="0" width="400" height="150"/></clipPath></defs><g fill="none" transform="translate(35,10)"><g transform="translate(0.5,0)"><g clip-path="url(#FIGURE-1)"><path d="M10,100h180v0Z" fill="var(--c1)"><title>第 10 周：98 人</title></path></g><text transform="translate(0,99.97)" font-size="13" fill="var(--ink)">1.23456 &amp; 更多</text></g></g></svg>"`,
  );
});

test('a drawing on a page is one named image with ids of its own', () => {
  const svg = withAccessibleName(minifySvg(vega), { id: '成本', title: 'A & B', description: '甲 < 乙' });
  expect(svg).toContain('role="img" aria-labelledby="成本-title 成本-desc">');
  expect(svg).toContain('<title id="成本-title">A &amp; B</title><desc id="成本-desc">甲 &lt; 乙</desc>');
  expect(svg).toContain('id="成本-1"');
  expect(svg).toContain('url(#成本-1)');
  expect(svg).not.toContain('FIGURE');
});

test('no part of a drawing runs, links or loads', () => {
  const svg =
    '<svg width="1" height="1" onload="alert(1)"><script>alert(1)</script><foreignObject><p>x</p></foreignObject>' +
    '<a xlink:href="javascript:alert(1)" href="https://x"><text onclick="alert(1)" fill="red">甲</text></a>' +
    '<image href="https://x/a.png" width="1"/><image xlink:href="data:text/html;base64,eA==" width="2"/>' +
    '<image href="data:image/png;base64,eA==" width="3"/><use href="#x"/><style>@import "https://x"</style>' +
    '<rect fill="url(https://x/a.svg#b)" style="background:url(//x)" width="4"/><rect fill="url(#c)" width="5"/></svg>';
  const drawn = minifySvg(svg);
  expect(drawn).not.toMatch(/script|foreignObject|\son\w+=|https:|\/\/x|<a\b|<use|<style|text\/html/);
  expect(drawn).toContain('甲');
  expect(drawn).toContain('href="data:image/png;base64,eA=="');
  expect(drawn).toContain('fill="url(#c)"');
});
