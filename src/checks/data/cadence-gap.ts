import { listGrainKeys } from '../../base/calendar-days.ts';
import type { Problem } from '../../base/problem.ts';
import { createProblem } from '../../problems/catalog.ts';
import { listEmptyWeeks, nameWeek } from '../facts/empty-weeks.ts';
import type { DataRule } from '../facts/facts.ts';

/** Gaps that are named; the others are counted. */
const mostNamedGaps = 5;

/** A platform's own rhythm, from its first piece to its last. Days and ISO weeks are those of the report's zone. */
export const cadenceGap: DataRule = {
  title: { zh: '各平台按承诺的频率更新', en: 'Each platform keeps its rhythm' },
  why: {
    zh: '日更或周更写在 platform_matrix 里，与实际发布的日期对照。',
    en: 'Daily or weekly is said in platform_matrix and held against the days of publishing.',
  },
  needs: { platform_matrix: ['platform', 'cadence'], content_calendar: ['platform', 'published_at'] },
  async find({ query, numbered, getPlace, training }) {
    const rows = await query(
      `select p.row_no as row_no, p.platform as platform, p.cadence as cadence,
         string_agg(distinct cast(cast(c.published_at as date) as varchar), ' ') as days
       from ${numbered('platform_matrix', 'p')} join content_calendar c on c.platform = p.platform
       where p.cadence is not null and c.published_at is not null
       group by all order by p.row_no`,
    );
    return rows.flatMap((row): Problem[] => {
      const days = String(row.days).split(' ').sort();
      const daily = row.cadence === '日更';
      const gaps = daily
        ? listEmptyDays(days).map((day) => ({ zh: day, en: day }))
        : listEmptyWeeks(getSpan(days), days).map(({ week }) => nameWeek(week, training));
      const named = gaps.slice(0, mostNamedGaps);
      if (gaps.length === 0) return [];
      const params = {
        platform: String(row.platform),
        daily,
        ...getSpan(days),
        empty: gaps.length,
        first: { zh: named.map(({ zh }) => zh).join('、'), en: named.map(({ en }) => en).join(', ') },
        more: gaps.length > mostNamedGaps,
      };
      return [createProblem('cadence-gap', getPlace('platform_matrix', row.row_no, 'cadence'), params)];
    });
  },
};

function getSpan(days: readonly string[]): { from: string; to: string } {
  return { from: days[0] ?? '', to: days.at(-1) ?? '' };
}

/** Days from the first to the last on which nothing happened. */
function listEmptyDays(days: readonly string[]): string[] {
  const kept = new Set(days);
  return listGrainKeys('day', getSpan(days)).filter((day) => !kept.has(day));
}
