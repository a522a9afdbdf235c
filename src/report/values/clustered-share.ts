/** The interval of a share in whose rows users repeat. */
import type { Bilingual, Language } from '../../base/language.ts';
import { wilsonInterval } from '../../base/wilson-interval.ts';
import type { AnyMetric } from '../../metrics/define-family.ts';
import { readClustering } from '../../metrics/sql/clustered-ratio.ts';
import type { ComputedValue } from './computed-value.ts';
import type { Row } from './series-members.ts';

type Share = NonNullable<ComputedValue['share']>;

/** What a reader must know of the rows; undefined where users do not repeat. */
export function describeRepeats(metric: AnyMetric, row: Row): Bilingual | undefined {
  if (!metric.repeats || !metric.proportion) return undefined;
  const found = readClustering(row);
  if (!found) {
    return {
      zh: '区间把每一行（次）当作互不相干；同一人会重复出现，没有用户列可以按人合并，真正的区间更宽。',
      en: 'The interval takes rows as independent; one user has several, and without a column of users they cannot be taken together: the true one is wider.',
    };
  }
  const wider = Math.sqrt(found.effect).toFixed(2);
  return {
    zh: `区间按用户合并（${found.users} 人），是把每一行当作互不相干时的 ${wider} 倍宽。`,
    en: `The interval goes by user (${found.users}); it is ${wider} times as wide as with independent rows.`,
  };
}

const methods: Readonly<Record<Language, string>> = { zh: 'Wilson，按用户合并', en: 'Wilson by user' };

/**
 * Wilson's interval of as many independent rows as these are worth, their number over the design effect (E. L. Korn &
 * B. I. Graubard 1998, Survey Methodology 24, 193–201). As fractions.
 */
export function computeShareInterval({ successes, trials, clustering }: Share, language: Language) {
  const effect = clustering?.effect ?? 1;
  const found = wilsonInterval(successes / effect, trials / effect);
  return found && { ...found, method: clustering ? methods[language] : 'Wilson' };
}
