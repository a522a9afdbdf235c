import { stringify } from 'yaml';
import { type KnownTable, knownTables } from '../../schema/tables/known-tables.ts';
import type { Plan } from '../plan/world-plan.ts';

/** `tables.yaml` in which the title of every file says that its data are simulated. */
export function formatTableTitles(names: readonly string[], language: Plan['language']): string {
  const titles = names.map((file) => {
    const table = file.replace(/\.\w+$/, '');
    const title = knownTables[table as KnownTable]?.title[language] ?? table;
    return [file, { title: language === 'zh' ? `${title}（模拟数据）` : `${title} (simulated)` }];
  });
  return stringify(Object.fromEntries(titles), { lineWidth: 0 });
}
