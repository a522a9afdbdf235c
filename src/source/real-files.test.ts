import { gzipSync, zstdCompressSync } from 'node:zlib';
import * as xlsx from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { encodeText } from './encode.sample.ts';
import { columnsOf, readFiles, rowsOf } from './files.sample.ts';

const spend = '日期,渠道,推广计划,展现量,点击量,花费\n';

describe('a CSV file as programs export it', () => {
  test('has notes, units, names again and totals, which are told and left out', async () => {
    const text = `推广日报,,,,,\n导出时间：2026-03-09,,,,,\n\n${spend},,,次,次,元\n2026/3/2,SEM,品牌,"1,200",30,￥45.50\n2026/3/3,SEM,品牌,1.2万,４０,—\n${spend}小计,,,"13,200",70,45.5\n2026/3/4,SEM,品牌,100,1,1\n合计,,,"13,300",71,46.50\n`;
    const { tables, told } = await readFiles({ 'ad_spend.csv': encodeText(text, 'gb18030') });
    expect(told).toEqual([
      'ad_spend.csv:1:1 left-out-rows',
      'ad_spend.csv:5:1 left-out-rows',
      'ad_spend.csv:8:1 left-out-rows',
      'ad_spend.csv:9:1 left-out-rows',
      'ad_spend.csv:7:25 empty-cell',
    ]);
    expect(tables[0]).toMatchObject({ encoding: 'gb18030' });
    expect(rowsOf(tables[0])).toEqual([
      ['2026-03-02', 'SEM', '品牌', 1200, 30, 45.5],
      ['2026-03-03', 'SEM', '品牌', 12000, 40, null],
      ['2026-03-04', 'SEM', '品牌', 100, 1, 1],
    ]);
  });

  test('is a known table by its headers, when no other is', async () => {
    const row = '2026-03-02,SEM,品牌,100,5,12\n';
    const { tables, told } = await readFiles({ '推广.csv': spend + row, '推广2.csv': spend + row });
    expect(told).toEqual([]);
    expect(tables.map(({ name, known }) => [name, known])).toEqual([
      ['ad_spend', true],
      ['推广2', false],
    ]);
  });

  test('has totals that the rows must add up to, means and shares aside', async () => {
    const text = '周,新增,均价,转化率\n第1周,10,2,10%\n第2周,20,4,20%\n合计,31,3,16%\n';
    const { told, tables, problems } = await readFiles({ 'a.csv': text });
    expect(told).toEqual(['a.csv:4:1 left-out-rows', 'a.csv:4:4 total-differs']);
    expect(problems[1]?.what.zh).toBe('合计行里“新增”写的是 31，各行相加是 30。');
    expect(rowsOf(tables[0])).toEqual([
      ['第1周', 10, 2, 0.1],
      ['第2周', 20, 4, 0.2],
    ]);
  });

  test('gives the unit of free columns below the names', async () => {
    const { tables } = await readFiles({ 'a.csv': '门店,面积,收入\n,平方米,元\n一,1,2\n' });
    expect(rowsOf(tables[0])).toHaveLength(2);
    const units = await readFiles({ 'a.csv': '门店,客流,收入\n,人,元\n一,1,2\n' });
    expect(units.tables[0]?.columns.map(({ unit }) => unit)).toEqual(['', '人', '元']);
  });

  test('has days in an order that the column or its author gives', async () => {
    const days = 'd,n\n7/3/2026,1\n8/3/2026,2\n';
    const { tables, told } = await readFiles({
      'a.csv': `${days}13/3/2026,3\n`,
      'b.csv': days,
      'c.csv': days,
      'tables.yaml': 'c.csv: { dateOrder: mdy }\n',
    });
    expect(told).toEqual(['b.csv:2:1 date-order']);
    expect(rowsOf(tables[0])?.[0]).toEqual(['2026-03-07', 1]);
    expect(rowsOf(tables[2])?.[0]).toEqual(['2026-07-03', 1]);
  });

  test('that breaks off, or has a cell of a book, is told by line', async () => {
    const { told, tables } = await readFiles({
      'a.csv': 'x,y\n1,2\n3',
      'b.csv': `x,y\n1,${'字'.repeat(100_001)}\n3,4\n`,
    });
    expect(told).toEqual(['a.csv:3:1 cut-row', 'b.csv:2:3 huge-cell']);
    expect(tables.map(rowsOf)).toEqual([[[1, 2]], [[3, 4]]]);
  });
});

describe('packed files and lines of JSON', () => {
  test('are read', async () => {
    const csv = 'a,b\n1,好\n';
    const { tables, told } = await readFiles({
      'one.csv.gz': gzipSync(csv),
      'two.csv.zst': zstdCompressSync(csv),
      'three.ndjson': '{"a": 1, "b": "x"}\n\n{"a": 2.5}\n',
      'four.jsonl': '{"a": 1}\n{"a": }\n[1]\n',
    });
    expect(told).toEqual(['four.jsonl:2 json-syntax', 'four.jsonl:3:1 not-rows']);
    expect(tables.map(({ name }) => name)).toEqual(['four', 'one', 'three', 'two']);
    expect(tables.map(rowsOf)).toEqual([
      [[1]],
      [[1, '好']],
      [
        [1, 'x'],
        [2.5, null],
      ],
      [[1, '好']],
    ]);
  });

  test('that unpack to more than they may are refused before', async () => {
    const { tables, told } = await readFiles({
      'bomb.csv.gz': gzipSync(Buffer.alloc(210_000_000)),
      'cut.csv.gz': gzipSync('a,b\n1,2\n').subarray(0, 20),
    });
    expect(told).toEqual(['bomb.csv.gz unpacked-size', 'cut.csv.gz damaged-archive']);
    expect(tables).toEqual([]);
  });
});

function workbook(sheets: Record<string, xlsx.WorkSheet>): Uint8Array {
  const book = xlsx.utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) xlsx.utils.book_append_sheet(book, sheet, name);
  return xlsx.write(book, { type: 'buffer', bookType: 'xlsx', cellStyles: true }) as Uint8Array;
}

const at = (r: number, c: number, toRow: number, toColumn: number) => ({
  s: { r, c },
  e: { r: toRow, c: toColumn },
});

describe('a workbook', () => {
  test('has a title, names in merged cells, days, shares, formulas, totals and hidden rows', async () => {
    const sheet = xlsx.utils.aoa_to_sheet([
      ['第一周推广'],
      ['日期', '搜索', null, '社群', null, '转化率'],
      [null, '展示', '消费', '展示', '消费'],
      [{ t: 'n', v: 46083, z: 'yyyy/m/d' }, 100, 1.5, 10, 2, { t: 'n', v: 0.07, z: '0.0%' }],
      [
        { t: 'n', v: 46084, z: 'yyyy/m/d' },
        200,
        { t: 'n', v: 3, f: 'C4*2' },
        20,
        4,
        { t: 'n', v: 0.125, z: '0.0%' },
      ],
      ['合计', 300, 4.5, 30, 6.5],
    ]);
    sheet['!merges'] = [at(0, 0, 0, 5), at(1, 0, 2, 0), at(1, 1, 1, 2), at(1, 3, 1, 4), at(1, 5, 2, 5)];
    sheet['!rows'] = [{}, {}, {}, {}, { hidden: true }];
    const { tables, told } = await readFiles({ '周报.xlsx': workbook({ Sheet1: sheet }) });
    expect(columnsOf(tables[0])).toEqual([
      '日期:date',
      '搜索 展示:integer',
      '搜索 消费:number',
      '社群 展示:integer',
      '社群 消费:integer',
      '转化率:number',
    ]);
    expect(rowsOf(tables[0])).toEqual([
      ['2026-03-02', 100, 1.5, 10, 2, 0.07],
      ['2026-03-03', 200, 3, 20, 4, 0.125],
    ]);
    expect(told).toEqual([
      '周报.xlsx!Sheet1!A1 left-out-rows',
      '周报.xlsx!Sheet1!A5 hidden-rows',
      '周报.xlsx!Sheet1!A6 left-out-rows',
      '周报.xlsx!Sheet1!E6 total-differs',
    ]);
  });

  test('that is encrypted, old, cut or a bomb is refused by name', async () => {
    const sound = workbook({
      Sheet1: xlsx.utils.aoa_to_sheet([
        ['a', 'b'],
        [1, 2],
      ]),
    });
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    const lying = Buffer.from(sound);
    lying.writeUInt32LE(1, lying.indexOf(Buffer.from('504b0102', 'hex')) + 24);
    const large = Buffer.from(sound);
    large.writeUInt32LE(4e9, large.indexOf(Buffer.from('504b0102', 'hex')) + 24);
    const { told, problems } = await readFiles({
      'a.xlsx': ole,
      'b.xlsx': Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]),
      'c.xlsx': sound.subarray(0, sound.length / 2),
      'd.xlsx': lying,
      'e.xlsx': large,
      'f.csv': sound,
      'g.csv': '\uFEFF<html><body>请登录</body></html>',
    });
    expect(told).toEqual([
      'a.xlsx disguised-file',
      'b.xlsx disguised-file',
      'c.xlsx damaged-archive',
      'd.xlsx damaged-archive',
      'e.xlsx unpacked-size',
      'f.csv disguised-file',
      'g.csv disguised-file',
    ]);
    expect(problems[0]?.what.zh).toBe('扩展名是 .xlsx，内容却是旧的 .xls 工作簿。');
    expect(problems[1]?.what.zh).toBe('扩展名是 .xlsx，内容却是加了密码的工作簿。');
  });
});
