/** Formulas of metrics over one column name it: 消费的合计 says more than 合计. */
import type { Bilingual } from '../../../base/language.ts';

/** `column`: as SQL has it. What is more than a name stands in the SQL of the ledger. */
export function nameColumnIn(text: Bilingual, column: string | undefined): Bilingual {
  const name = /^(?:"(?:[^"]|"")+"\.)?"((?:[^"]|"")+)"$/.exec(column ?? '')?.[1]?.replaceAll('""', '"');
  return name === undefined ? text : { zh: `${name} 的${text.zh}`, en: `${text.en} of ${name}` };
}
