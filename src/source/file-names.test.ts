import { expect, test } from 'vitest';
import { formatPlace } from '../base/place.ts';
import { checkFileNames, toSlashPath } from './file-names.ts';

function listProblems(names: string[], fixedNames: string[] = []): string[] {
  return checkFileNames('f', names, fixedNames).map(({ place, id }) => `${formatPlace(place)} ${id}`);
}

test('a path of Windows is told with slashes, and a name with a backslash elsewhere is left alone', () => {
  expect(toSlashPath('content\\reports\\team-1\\01-背景.mdx', '\\')).toBe(
    'content/reports/team-1/01-背景.mdx',
  );
  expect(toSlashPath('data/team-1/a\\b.csv', '/')).toBe('data/team-1/a\\b.csv');
});

test.each([
  ['推广.xlsx', '~$推广.xlsx'],
  ['推广.xlsx', '.~lock.推广.xlsx#'],
  ['推广.xlsx', '.~推广.xlsx'],
  // Word writes over the first letters of a long name, PowerPoint does not.
  ['互联网运营实训报告.docx', '~$网运营实训报告.docx'],
  ['互联网运营实训报告.docx', '~$联网运营实训报告.docx'],
])('%s is open when %s lies beside it', (name, lock) => {
  expect(listProblems([name, lock])).toEqual([`f/${name} office-lock-file`]);
  expect(listProblems([`a/${name}`, `a/${lock}`])).toEqual([`f/a/${name} office-lock-file`]);
});

test('a lock file whose file is not there is told for itself', () => {
  const locks = ['~$推广.xlsx', '.~lock.推广.xlsx#', '~WRL0001.tmp'];
  expect(listProblems([...locks, '.~推广.xlsx', '花费.xlsx', 'a/推广.xlsx'])).toEqual(
    locks.map((name) => `f/${name} office-lock-file`),
  );
  expect(checkFileNames('f', ['~$推广.xlsx'])[0]?.what.zh).toMatch(/^这个文件夹里有文件正在/);
});

test('names that Windows does not take are told, and no others', () => {
  const refused = [
    'con.csv',
    'AUX.xlsx',
    'nul',
    'com1.csv.gz',
    'lpt9.json',
    'a?.csv',
    'a:b.csv',
    'a\\b.csv',
    'a.',
  ];
  expect(listProblems([...refused, 'prn/a.png'])).toEqual(
    [...refused, 'prn/a.png'].map((name) => `f/${name} windows-file-name`),
  );
  expect(
    listProblems(['console.csv', 'com.csv', 'com10.csv', 'auxiliary.xlsx', '问？.csv', '.a', '1. 背景.mdx']),
  ).toEqual([]);
});

test('names that differ by case only, and files that are read under another name', () => {
  expect(listProblems(['A.csv', 'a.csv', 'b/a.csv'])).toEqual(['f/a.csv file-name-case']);
  const fixed = ['metrics.yaml', 'tables.yaml'];
  expect(listProblems(['Metrics.yaml', 'tables.yaml'], fixed)).toEqual(['f/Metrics.yaml misspelt-file-name']);
});
