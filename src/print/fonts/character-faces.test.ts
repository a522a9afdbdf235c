import { describe, expect, test } from 'vitest';
import { splitByFace } from './character-faces.ts';
import { loadCoverage } from './fonts.ts';

const split = (text: string): string[] =>
  splitByFace(text, loadCoverage()).map(({ face, text: piece }) => `${face ?? 'none'} ${piece}`);

describe('the bundled fonts', () => {
  test('show Chinese, Latin and circled numbers in one piece', () => {
    for (const text of [
      '复盘 Fupan，①⑳㊿ “”…—～√×→※￥％αβ\u2060\ufe0f\t',
      'e\u0301n\u0300',
      '豈',
      '葛\u{e0100}',
    ])
      expect(split(text)).toEqual([`hei ${text}`]);
  });

  test('show in 宋 what 黑 lacks', () => expect(split('甲䶶乙')).toEqual(['hei 甲', 'song 䶶', 'hei 乙']));

  test('show an emoji as a whole, whatever it is made of', () => {
    const emoji = ['😀', '👍🏽', '👨‍👩‍👧', '🇨🇳', '1️⃣', '🏃‍♀️', '👱‍♂️', '❤️‍🔥', '🏳️‍🌈', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'];
    expect(split(emoji.join(''))).toEqual(emoji.map((one) => `emoji ${one}`));
  });

  test('keep an accent with its letter, or leave it out', () => {
    expect(split('x\u20e3')).toEqual(['hei x', 'emoji \u20e3']);
    expect(split('x\u0489y')).toEqual(['hei x', 'none \u0489', 'hei y']);
  });

  test('lack some', () =>
    expect(split('甲𓀀\ue000乙𠮷')).toEqual(['hei 甲', 'none 𓀀', 'none \ue000', 'hei 乙', 'none 𠮷']));
});
