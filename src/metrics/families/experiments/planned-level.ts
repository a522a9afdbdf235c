/** The level at which a test is planned: what sample it needs, what it can see. */
import { z } from 'zod';
import type { Bilingual } from '../../../base/language.ts';
import type { Row } from '../../sql/observations.ts';
import { computeLastLevel } from '../../statistics/inference/alpha-spending.ts';
import { findRegistration, isSpent, methodNames, parseRegistrations, spendingNames } from './registration.ts';

/** The level of a plan, where another than the registered one is wanted. */
export const plannedAlpha = z.number().gt(0).lt(1).optional().meta({
  description:
    '显著性水平，默认取登记并校正之后的，没有登记时 0.05（level of significance, by default the registered one after its correction）',
});

/** At which level a test is planned. */
export interface PlannedLevel {
  alpha: number;
  note?: Bilingual;
}

/**
 * The level that the registration leaves to one test, before any result is known: that of the strictest step, α/m, for
 * what Holm and Benjamini–Hochberg take depends on the other results; of several looks that of the last. `given`: what
 * the author says instead.
 */
export function findPlannedLevel(
  rows: readonly Row[],
  found: readonly Row[],
  given: number | undefined,
): PlannedLevel {
  const all = parseRegistrations(found);
  const own = findRegistration(rows, all);
  if (given !== undefined || !own) return { alpha: given ?? 0.05 };
  const { correction, alpha, looks } = own;
  const tests = correction ? all.filter((one) => one.correction === correction).length : 1;
  const each = alpha / tests;
  const last = isSpent(own) ? computeLastLevel(looks, each, own.spending) : each;
  const corrected = correction && {
    zh: `${tests} 个检验按 ${methodNames[correction]} 校正，取最严的 ${alpha} ÷ ${tests}`,
    en: `${tests} tests corrected by ${methodNames[correction]}, at the strictest ${alpha} ÷ ${tests}`,
  };
  const spent = isSpent(own) && {
    zh: `查看 ${looks} 次按 ${spendingNames[own.spending]} 分摊，取最后一次的`,
    en: `${looks} looks spent by ${spendingNames[own.spending]}, at that of the last`,
  };
  const parts = [corrected, spent].filter((part) => part !== undefined && part !== false);
  const level = Number(last.toPrecision(3));
  const [zh, en] = [parts.map((one) => one.zh).join('；'), parts.map((one) => one.en).join('; ')];
  return {
    alpha: last,
    note: {
      zh: `按登记的显著性水平 ${alpha}${zh && `，${zh}`}：单个检验 ${level}。`,
      en: `By the registered level ${alpha}${en && `, ${en}`}: ${level} for the test.`,
    },
  };
}
