import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { measureText, truncateText, wrapText } from './measure-text.ts';
import { parseAdvances } from './truetype.ts';

const ttf = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
);

/** Latin, its accents, and the marks that Chinese labels use; a character of one em needs no entry. */
function* listMeasured() {
  for (let code = 0x20; code <= 0x7e; code++) yield String.fromCharCode(code);
  for (let code = 0xa0; code <= 0xff; code++) yield String.fromCharCode(code);
  yield* '–—‘’“”…−×÷≤≥≈‰→←↑↓•·±²³€¥Σσμ';
}

function renderAdvances(): string {
  const widths = Object.entries(parseAdvances(readFileSync(ttf), listMeasured())).filter(
    ([, em]) => em !== 1,
  );
  const lines = widths.map(([character, em]) => `  ${JSON.stringify(character)}: ${em},`);
  return `/** Advances of Noto Sans SC in em. Written by \`vitest run src/charts/measure -u\`. */\nexport const narrow: Record<string, number> = {\n${lines.join('\n')}\n};\n`;
}

test('the table of advances is that of the font', async () => {
  await expect(renderAdvances()).toMatchFileSnapshot('./advances.generated.ts');
});

test('Han characters are one em in the font', () => {
  expect(parseAdvances(readFileSync(ttf), '周转化率，（')).toEqual({
    周: 1,
    转: 1,
    化: 1,
    率: 1,
    '，': 1,
    '（': 1,
  });
});

describe('width', () => {
  test('takes an emoji of several characters as one', () => {
    expect(measureText('👨‍👩‍👧', 10)).toBe(14);
    expect(measureText('甲👍🏽1️⃣🇨🇳', 10)).toBeCloseTo(52, 6);
    expect(truncateText('渠道👨‍👩‍👧👨‍👩‍👧渠道', 10, 46)).toBe('渠道👨‍👩‍👧…');
  });

  test('adds Han, digits and signs', () => {
    expect(measureText('新增用户', 12)).toBe(48);
    expect(measureText('第 10 周', 10)).toBeCloseTo(20 + 2 * 3 + 2 * 5.55 * 1.05, 6);
  });

  test('a text is cut to its limit with an ellipsis', () => {
    expect(truncateText('自然搜索流量', 10, 60)).toBe('自然搜索流量');
    const cut = truncateText('自然搜索流量渠道', 10, 60);
    expect(cut.endsWith('…')).toBe(true);
    expect(measureText(cut, 10)).toBeLessThanOrEqual(60);
  });

  test('a long text takes two lines of about one length', () => {
    expect(wrapText('新增用户', 10, 60)).toEqual(['新增用户']);
    expect(wrapText('自然搜索与付费搜索', 10, 60)).toEqual(['自然搜索', '与付费搜索']);
    expect(wrapText('Register with a phone', 10, 90)).toEqual(['Register with', 'a phone']);
    expect(wrapText('渠道获客成本（元）', 10, 70)).toEqual(['渠道获客', '成本（元）']);
  });

  test('what two lines cannot hold ends with an ellipsis', () => {
    const lines = wrapText('一二三四五六七八九十一二三四五', 10, 60);
    expect(lines[0]).toBe('一二三四五六');
    expect(lines[1]).toBe('七八九十一…');
  });
});
