import { expect, test } from 'vitest';
import { minifySvg } from './page-svg.ts';
import { isHarmless } from './safe-svg.ts';

test.each([
  ['fill', 'url(https://evil.invalid/a.svg#x)'],
  ['fill', 'url(&quot;https://evil.invalid/a.svg#x&quot;)'],
  ['fill', 'u\\72l(https://evil.invalid/a.svg#x)'],
  ['fill', 'url(#a), url(https://evil.invalid/x)'],
  ['stroke', 'image-set(&quot;https://evil.invalid/x&quot; 1x)'],
  ['stroke', 'src(&quot;https://evil.invalid/x&quot;)'],
  ['clip-path', 'url(//evil.invalid/x#y)'],
  ['style', 'mix-blend-mode: normal;mask-image:image-set(&quot;https://evil.invalid/x&quot; 1x);'],
  ['style', 'mix-blend-mode: normal;background:url(https://evil.invalid/x);'],
  ['style', 'mix-blend-mode: u\\72l(x);'],
  ['onload', 'x'],
  ['href', 'https://evil.invalid/x'],
  ['xlink:href', 'javascript:x'],
])('%s="%s" is left out', (attribute, value) => {
  expect(isHarmless(attribute, value)).toBe(false);
  const svg = minifySvg(
    `<svg width="9" height="9"><path d="M0,0h1" stroke="red" ${attribute}="${value}"/></svg>`,
  );
  expect(svg).not.toMatch(/evil|javascript|onload|url/);
});

test.each([
  ['fill', 'url(#gradient_1)'],
  ['fill', 'url(&quot;#gradient_1&quot;)'],
  ['fill', 'var(--c1)'],
  ['fill', 'rgba(1, 2, 3, 0.5)'],
  ['transform', 'translate(1,2) rotate(90) scale(1,-1)'],
  ['style', 'mix-blend-mode: multiply;'],
  ['style', 'image-rendering: optimizeSpeed; image-rendering: pixelated; mix-blend-mode: screen;'],
  ['xlink:href', 'data:image/png;base64,AAAA'],
])('%s="%s" stays', (attribute, value) => {
  expect(isHarmless(attribute, value)).toBe(true);
});
