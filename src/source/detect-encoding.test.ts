import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectEncoding } from './detect-encoding.ts';
import { encodeText } from './encode-text.sample.ts';

const table = '日期,渠道,消费（元）\n2026年3月2日,搜索,￥1,200.00\n2026-03-03,社群,—\n';

describe('recognise', () => {
  test.each(['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const)(
    'finds %s, with and without a mark',
    (name) => {
      const known = { kind: 'known', encoding: name };
      expect(detectEncoding(encodeText(table, name))).toEqual(known);
      expect(detectEncoding(encodeText(`\uFEFF${table}`, name))).toEqual(known);
    },
  );

  test('cannot know 模式 in GBK, which is ģʽ in UTF-8', () => {
    const bytes = Uint8Array.of(0xc4, 0xa3, 0xca, 0xbd, 0x2c, 0x61, 0x0a);
    expect(detectEncoding(bytes)).toEqual({ kind: 'ambiguous', encodings: ['utf-8', 'gb18030'] });
  });

  test('takes digits and letters alone, and amounts with ¥, for UTF-8', () => {
    for (const text of ['a,b\n1,2\n', 'cost\n¥1200\n'])
      expect(detectEncoding(encodeText(text, 'utf-8'))).toEqual({ kind: 'known', encoding: 'utf-8' });
  });

  test('does not take damaged UTF-8 for GBK', () => {
    const bytes = encodeText(table, 'utf-8');
    bytes[table.indexOf('消') + 8] = 0xff;
    expect(detectEncoding(bytes)).toEqual({ kind: 'damaged', encoding: 'utf-8' });
  });

  test('knows GBK with a broken byte, wherever it stands', () => {
    const sound = encodeText(table.replaceAll('—', '无'), 'gb18030');
    for (let at = 0; at < sound.length; at++) {
      if (sound[at]! < 0x80) continue;
      const bytes = sound.slice();
      bytes[at] = 0xff;
      expect(detectEncoding(bytes), String(at)).toEqual({ kind: 'damaged', encoding: 'gb18030' });
    }
  });

  test.each(['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const)('knows %s that breaks off', (name) => {
    const cut = encodeText(`${table}2026-03-04,社群`, name).slice(0, -1);
    expect(detectEncoding(cut)).toEqual({ kind: 'known', encoding: name });
  });

  test('does not take Big5 or noise for GBK', () => {
    // 日期,通路,費用 in Big5.
    const big5 = 'a4e9b4c12cb371b8f42cb64fa5ce0a';
    const found = detectEncoding(Uint8Array.from(Buffer.from(big5, 'hex')));
    expect(found).toEqual({ kind: 'likely', encoding: 'big5' });
    expect(detectEncoding(Uint8Array.of(0xff, 0x81, 0x2c, 0xfe, 0x0a))).toEqual({ kind: 'none' });
  });

  test('a text of common characters and signs reads back in every encoding, but for what is ambiguous', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'日期消费点击展现数据表格人次上海元年月，。（）：'),
      minLength: 1,
    });
    const line = fc.array(fc.oneof(word, fc.nat().map(String)), { minLength: 1, maxLength: 4 });
    const encoding = fc.constantFrom('utf-8', 'gb18030', 'utf-16le', 'utf-16be');
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), encoding, (lines, name) => {
        const text = lines.map((cells) => `${cells.join(',')}\n`).join('');
        const bytes = encodeText(text, name);
        const found = detectEncoding(bytes);
        if (found.kind === 'ambiguous') return;
        expect(found.kind).toBe('known');
        if (found.kind === 'known') expect(new TextDecoder(found.encoding).decode(bytes)).toBe(text);
      }),
    );
  });
});
