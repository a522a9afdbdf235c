import { getPreviousPeriod, getPreviousYear, type Period, parsePeriod } from '../base/calendar-days.ts';
import { ParameterError } from './metric.ts';

/** The period that another is compared with, as `previous` names it. Throws ParameterError. */
export function resolvePreviousPeriod(period: Period, written: string): Period {
  if (written === 'last-year') return getPreviousYear(period);
  if (written === 'last-period') return getPreviousPeriod(period);
  const given = parsePeriod(written);
  if (given) return given;
  throw new ParameterError('previous', {
    zh: `“${written}”不是时段；写 last-year、last-period 或 2025-03-02..2025-06-28`,
    en: `“${written}” is no period; write last-year, last-period or 2025-03-02..2025-06-28`,
  });
}
