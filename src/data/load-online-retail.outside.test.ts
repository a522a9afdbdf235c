import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readTables } from '../source/read-tables.ts';
import { openEngine } from './open-engine.ts';

const outside = resolve(import.meta.dirname, '../../../shared/data/online-retail.parquet');
const present = existsSync(outside);

/** UCI Online Retail (Chen 2012, CC BY 4.0); answers as published for the cleaned lines. */
test.skipIf(!present)(
  `published numbers of online-retail${present ? '' : ` (SKIPPED: ${outside} is not there)`}`,
  async () => {
    const root = await mkdtemp(join(tmpdir(), 'fupan-test-'));
    await mkdir(join(root, 'data/r'), { recursive: true });
    await copyFile(outside, join(root, 'data/r/online-retail.parquet'));
    const { tables, problems } = await readTables(root, 'r');
    const opened = await openEngine(tables, { zone: 'Asia/Shanghai' });
    expect([...problems, ...opened.problems]).toEqual([]);
    expect(opened.engine.tables[0]).toMatchObject({ name: 'online-retail', rows: 541_909 });
    const { rows } = await opened.engine.query(`
    select round(sum(Quantity * UnitPrice), 2) as revenue, count(*) as lines,
      count(distinct InvoiceNo) as orders, count(distinct CustomerID) as customers
    from online_retail
    where CustomerID is not null and InvoiceNo not like 'C%' and Quantity > 0 and UnitPrice > 0`);
    expect(rows).toEqual([{ revenue: 8_911_407.9, lines: 397_884, orders: 18_532, customers: 4338 }]);
    opened.engine.close();
    await rm(root, { recursive: true });
  },
);
