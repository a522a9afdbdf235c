import type {
  AttainmentClaim,
  Change,
  Count,
  CountWhat,
  Gap,
  GapWhat,
  Level,
  LevelWhat,
  Member,
  RankWhat,
  Share,
  ShareWhat,
  Significance,
} from '../../base/claims/claim.ts';
import type { Language } from '../../base/language.ts';
import { formatLevel } from '../../base/number-format.ts';
import { spaced } from '../spaced.ts';
import { formatDays } from '../value-words.ts';
import { enCounts, zhCounts } from './count-words.ts';
import { judgementWords } from './judgement-words.ts';
import { listMembers } from './member-text.ts';

/** How each claim is told. Numbers come in as shown, with their units. */
export interface ClaimWords {
  level: Record<LevelWhat, (claim: Level) => string>;
  change: (claim: Change) => string;
  gap: Record<GapWhat, (claim: Gap) => string>;
  share: Record<ShareWhat, (claim: Share) => string>;
  /** What comes before those who are highest or lowest. */
  lead: Record<RankWhat, Partial<Record<'highest' | 'lowest', (of: string) => string>>>;
  rank: {
    one: (lead: string, name: string, detail: string) => string;
    tied: (lead: string, names: string, detail: string) => string;
    many: (lead: string, count: number, among: number, detail: string) => string;
    even: (of: string, among: number, text: string, isPart: boolean) => string;
    share: (text: string) => string;
    usual: (text: string) => string;
    interval: (text: string, level: string) => string;
    few: (n: number) => string;
    short: (text: string) => string;
  };
  attainment: (claim: AttainmentClaim) => string;
  significance: Record<Significance['against'], Record<Significance['side'], (names: string) => string>>;
  count: Record<CountWhat, (claim: Count) => string>;
  at: (at: string, clause: string) => string;
  join: (clauses: readonly string[]) => string;
  sentence: (clauses: readonly string[]) => string;
  brackets: (parts: readonly string[]) => string;
}

/** The interval of an estimate, in brackets; nothing without one. */
function printRange({ range }: Member, language: Language): string {
  if (!range) return '';
  const words = claimWords[language];
  return words.brackets([words.rank.interval(range.text, formatLevel(range.level ?? 0.95))]);
}

const zh: ClaimWords = {
  level: {
    value: ({ of, members, at }) =>
      members.length === 1 && at === undefined
        ? spaced`${of}${members[0]!.name === of ? '' : members[0]!.name}为${members[0]!.text}`
        : spaced`${at ?? ''}${at === undefined && of ? `${of}：` : of}${members.map(({ name, text }) => spaced`${name}为${text}`).join('、')}`,
    whole: ({ members }) => spaced`整体为${members[0]!.text}`,
    sum: ({ of, members }) => spaced`${of}合计${listMembers(members, '、')}`,
    'running-sum': ({ of, at = '', members }) =>
      spaced`截至${at}，${of.startsWith('累计') ? '' : '累计'}${members.length === 1 && members[0]!.name === of ? '' : spaced`${of}：`}${listMembers(members, '、')}`,
    net: ({ members }) => spaced`净值${members[0]!.text}`,
    median: ({ members }) => spaced`中位数${members[0]!.text}`,
    ninety: ({ members }) => spaced`第 90 百分位${members[0]!.text}`,
    gini: ({ of, members }) => spaced`${of}的基尼系数为${members[0]!.text}（0 为均等，1 为全归一项）`,
    lift: ({ of, members: [one] }) => spaced`${of}${one!.name}是平均水平的${one!.text}`,
    auc: ({ of, members }) => spaced`${of}${/AUC/i.test(of) ? '' : '的 AUC '}为${members[0]!.text}`,
    'mean-error': ({ of, members }) =>
      spaced`${of}${/误差|偏差/.test(of) ? '' : '的平均偏差'}为${members[0]!.text}`,
    favour: ({ members: [one] }) => spaced`${one!.name}的正面回答占${one!.text}${printRange(one!, 'zh')}`,
    attained: ({ members: [one] }) => spaced`${one!.name}的达成率为${one!.text}`,
    late: ({ members: [one] }) => spaced`${one!.name}晚${one!.text}`,
    break: ({ members: [one] }) => spaced`中间有一处空档：${one!.name}（${one!.text}）`,
    'sum-of': ({ members: [one], parts = 0 }) => spaced`${one!.name}${one!.text}由${parts}项累加而成`,
    'after-changes': ({ members: [first, last] }) =>
      spaced`${listMembers([first!], '')}，各项增减之后为${last!.text}`,
    pair: ({ members: [first, last] }) => spaced`由${listMembers([first!], '')}到${listMembers([last!], '')}`,
  },
  change: ({ of, from, to, way, most }) => {
    const lead = most ? spaced`${most === 'own' ? '' : '按占目标的比例，'}变动最大的是${of}，` : of;
    if (way === 'even')
      return spaced`${of}${from.name}与${to.name}${judgementWords.zh.change.even}，均为${to.text}`;
    return spaced`${lead}由${from.name}的${from.text}${judgementWords.zh.changeTo[way]}${to.name}的${to.text}`;
  },
  gap: {
    widest: ({ of, left, right }) => spaced`相差最大的是${of}：${listMembers([left, right], '，')}`,
    overtaking: ({ left, right, at = '' }) => spaced`${left.name}在${at}超过${right.name}`,
    'break-even': ({ left, right, at = '' }) =>
      spaced`${left.name}的累计成本在${at}首次不高于${right.name}获得同等转化的成本`,
    'no-break-even': ({ left, right, at = '' }) =>
      spaced`截至${at}，${left.name}的累计成本仍高于${right.name}获得同等转化的成本，未达到盈亏平衡`,
    overlapping: ({ left, right }) =>
      spaced`${left.name}与${right.name}的区间有重叠，单看区间不能断定谁高谁低`,
    apart: ({ left, right }) => spaced`${left.name}与${right.name}的区间没有重叠`,
  },
  share: {
    passage: ({ members: [first, last], amount }) =>
      spaced`由${listMembers([first!], '')}到${listMembers([last!], '')}，总转化率${amount.text}`,
    side: ({ of, members, amount }) =>
      spaced`${of ? spaced`${of}中` : ''}${members[0]!.name}占${amount.text}`,
    first: ({ of, count = 0, among = 0, amount }) =>
      spaced`${of}的${among}项中，${count === among ? '全部' : '前'}${count}项合占${amount.text}`,
    top: ({ of, count = 0, amount }) => spaced`${of}最多的 10%（${count}项）占${amount.text}`,
    within: ({ of, members, amount }) => spaced`${of}不超过${members[0]!.text}的占${amount.text}`,
    found: ({ members, amount }) => spaced`误报率不超过${members[0]!.text}时可找出${amount.text}`,
    'found-tied': ({ members, amount }) =>
      spaced`误报率${members[0]!.text}时可找出${amount.text}（同分，没有更严的门槛）`,
  },
  lead: {
    value: { highest: (of) => spaced`${of}最高的`, lowest: (of) => spaced`${of}最低的` },
    largest: { highest: () => '最多的' },
    attainment: { highest: () => '达成率最高的' },
    loss: { highest: () => '流失最多的一步' },
    continuation: { lowest: () => '继续率最低的一步' },
    increase: { highest: () => '增加最多的' },
    decrease: { highest: () => '减少最多的' },
    part: { highest: () => '占比最高的' },
    weekday: { highest: () => '一周之中合计最高的' },
    bin: { highest: () => '最多的一段' },
    cell: { highest: () => '点击最密的一格' },
    element: { highest: () => '点击最多的区域' },
    deviation: { highest: () => '偏离最大的' },
    miscalibration: { highest: () => '偏离最大的一段' },
    lateness: { highest: () => '晚得最多的' },
    day: { highest: () => '项数最多的一天' },
    break: { highest: () => '最长的空档' },
  },
  rank: {
    one: (lead, name, detail) => spaced`${lead}是${name}${detail}`,
    tied: (lead, names, detail) => spaced`${lead}是${names}${detail}`,
    many: (lead, count, _among, detail) => spaced`${lead}有${count}项并列${detail}`,
    even: (of, among, text, isPart) =>
      isPart ? spaced`各部分相等，${among}项各占${text}` : spaced`${of}各项相同，${among}项均为${text}`,
    share: (text) => spaced`占${text}`,
    usual: (text) => spaced`通常在${text}`,
    interval: (text, level) => `${level} 置信区间 ${text}`,
    few: (n) => spaced`分母仅${n}`,
    short: (text) => spaced`均为${text}`,
  },
  attainment: ({ of, actual, target, outcome, scope, during }) =>
    spaced`${of}${during ? spaced`${formatDays(during, 'zh')}为` : scope === 'sum' ? '合计' : scope === 'whole' ? '全期为' : '为'}${actual.text}，${judgementWords.zh.towards[outcome]}目标${target.text}`,
  significance: {
    zero: {
      above: (names) => spaced`${names}的区间全在零以上`,
      below: (names) => spaced`${names}的区间全在零以下`,
      across: (names) => spaced`${names}的区间含零，尚不能断定有差别`,
    },
    half: {
      above: (names) => spaced`${names}的区间全在 50% 以上`,
      below: (names) => spaced`${names}的区间全在 50% 以下`,
      across: (names) => spaced`${names}的区间跨过 50%，不能断定多数是正面`,
    },
  },
  count: zhCounts,
  at: (at, clause) => spaced`${at}${clause}`,
  join: (clauses) => clauses.join('，'),
  sentence: (clauses) => (clauses.length > 0 ? `${clauses.join('；')}。` : ''),
  brackets: (parts) => (parts.length > 0 ? `（${parts.join('，')}）` : ''),
};

const en: ClaimWords = {
  level: {
    value: ({ of, members, at }) =>
      members.length === 1 && at === undefined
        ? `${of ? `${of} ` : ''}${members[0]!.name && of ? `(${members[0]!.name}) ` : members[0]!.name}was ${members[0]!.text}`
        : `${of}${at ? ` in ${at}` : ''}: ${members.map(({ name, text }) => `${name} ${text}`).join(', ')}`,
    whole: ({ members }) => `${members[0]!.text} overall`,
    sum: ({ of, members }) => `${of ? `${of}: ` : ''}${listMembers(members, ', ')} in total`,
    'running-sum': ({ of, at = '', members }) =>
      `cumulative ${of} up to ${at}: ${listMembers(members.length === 1 && members[0]!.name === of ? [{ ...members[0]!, name: '' }] : members, ', ')}`,
    net: ({ members }) => `net ${members[0]!.text}`,
    median: ({ members }) => `median ${members[0]!.text}`,
    ninety: ({ members }) => `90th percentile ${members[0]!.text}`,
    gini: ({ of, members }) => `${of}: Gini coefficient ${members[0]!.text} (0 is equal, 1 is all in one)`,
    lift: ({ of, members: [one] }) => `${of ? `${of}: ` : ''}${one!.name} are at ${one!.text} the average`,
    auc: ({ of, members }) => `${/AUC/i.test(of) ? of : `the AUC of ${of}`} is ${members[0]!.text}`,
    'mean-error': ({ of, members }) =>
      `${/error|deviation/i.test(of) ? of : `the mean deviation of ${of}`} is ${members[0]!.text}`,
    favour: ({ members: [one] }) => `${one!.name}: ${one!.text} in favour${printRange(one!, 'en')}`,
    attained: ({ members: [one] }) => `the attainment of ${one!.name} is ${one!.text}`,
    late: ({ members: [one] }) => `${one!.name} is ${one!.text} late`,
    break: ({ members: [one] }) => `there is one gap, ${one!.name} (${one!.text})`,
    'sum-of': ({ members: [one], parts = 0 }) => `${one!.name}, ${one!.text}, is the sum of ${parts} parts`,
    'after-changes': ({ members: [first, last] }) =>
      `${first!.text} (${first!.name}) became ${last!.text} after all changes`,
    pair: ({ members: [first, last] }) =>
      `from ${first!.text} (${first!.name}) to ${last!.text} (${last!.name})`,
  },
  change: ({ of, from, to, way, most }) => {
    if (way === 'even') return `${of} was ${to.text} both in ${from.name} and in ${to.name}`;
    const lead = most
      ? `the largest change${most === 'own' ? '' : ' for its target'} is that of ${of}, which`
      : of;
    return `${lead} ${judgementWords.en.changeTo[way]} from ${from.text} (${from.name}) to ${to.text} (${to.name})`;
  },
  gap: {
    widest: ({ of, left, right }) => `the widest gap is that of ${of}: ${listMembers([left, right], ', ')}`,
    overlapping: ({ left, right }) =>
      `the intervals of ${left.name} and ${right.name} overlap, so these alone do not tell which is higher`,
    apart: ({ left, right }) => `the intervals of ${left.name} and ${right.name} do not overlap`,
    overtaking: ({ left, right, at = '' }) => `${left.name} overtook ${right.name} in ${at}`,
    'break-even': ({ left, right, at = '' }) =>
      `in ${at} the cumulative cost of ${left.name} was for the first time no higher than what ${right.name} would have cost for the same conversions`,
    'no-break-even': ({ left, right, at = '' }) =>
      `up to ${at} the cumulative cost of ${left.name} stayed above what ${right.name} would have cost for the same conversions: break-even not reached`,
  },
  share: {
    passage: ({ members: [first, last], amount }) =>
      `from ${first!.text} (${first!.name}) to ${last!.text} (${last!.name}), ${amount.text} overall`,
    side: ({ of, members, amount }) => `${of ? `${of}: ` : ''}${members[0]!.name} ${amount.text}`,
    first: ({ of, count = 0, among = 0, amount }) =>
      `${of}: the first ${count} of ${among} make up ${amount.text}`,
    top: ({ of, count = 0, amount }) => `${of ? `${of}: ` : ''}the top 10% (${count}) hold ${amount.text}`,
    within: ({ of, members, amount }) => `${of ? `${of}: ` : ''}${amount.text} are up to ${members[0]!.text}`,
    found: ({ members, amount }) => `with at most ${members[0]!.text} false alarms ${amount.text} are found`,
    'found-tied': ({ members, amount }) =>
      `with ${members[0]!.text} false alarms ${amount.text} are found (scores are tied, no threshold is stricter)`,
  },
  lead: {
    value: {
      highest: (of) => (of ? `${of} is highest for` : 'highest for'),
      lowest: (of) => (of ? `${of} is lowest for` : 'lowest for'),
    },
    largest: { highest: () => 'the largest is' },
    attainment: { highest: () => 'attainment is highest for' },
    loss: { highest: () => 'the step that loses most is' },
    continuation: { lowest: () => 'the step with the lowest continuation is' },
    increase: { highest: () => 'the largest increase is' },
    decrease: { highest: () => 'the largest decrease is' },
    part: { highest: () => 'the largest share is that of' },
    weekday: { highest: () => 'of the weekdays the largest sum is that of' },
    bin: { highest: () => 'most lie in' },
    cell: { highest: () => 'the densest cell is' },
    element: { highest: () => 'the part most clicked on is' },
    deviation: { highest: () => 'farthest off is' },
    miscalibration: { highest: () => 'the bin farthest off is' },
    lateness: { highest: () => 'most behind is' },
    day: { highest: () => 'the busiest day is' },
    break: { highest: () => 'the longest gap is' },
  },
  rank: {
    one: (lead, name, detail) => `${lead} ${name}${detail}`,
    tied: (lead, names, detail) => `${lead} ${names}${detail}`,
    many: (lead, count, among, detail) => `${lead} ${count} of ${among} alike${detail}`,
    even: (of, among, text) => `${of ? `${of}: ` : ''}all ${among} are alike, ${text}`,
    share: (text) => text,
    usual: (text) => `usually ${text}`,
    interval: (text, level) => `${level} interval ${text}`,
    few: (n) => `n = ${n}`,
    short: (text) => `each ${text}`,
  },
  attainment: ({ of, actual, target, outcome, scope, during }) =>
    `${of ? `${of}: ` : ''}${actual.text}${during ? ` from ${formatDays(during, 'en')}` : scope === 'sum' ? ' in total' : scope === 'whole' ? ' over the whole period' : ''}, ${judgementWords.en.towards[outcome]} the target of ${target.text}`,
  significance: {
    zero: {
      above: (names) => `all above zero: ${names}`,
      below: (names) => `all below zero: ${names}`,
      across: (names) => `not told from zero: ${names}`,
    },
    half: {
      above: (names) => `all above one half: ${names}`,
      below: (names) => `all below one half: ${names}`,
      across: (names) => `not told from one half: ${names}`,
    },
  },
  count: enCounts,
  at: (at, clause) => `${at}: ${clause}`,
  join: (clauses) => clauses.join(', '),
  sentence: (clauses) => {
    const text = clauses.join('; ');
    return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  },
  brackets: (parts) => (parts.length > 0 ? ` (${parts.join(', ')})` : ''),
};

export const claimWords: Record<Language, ClaimWords> = { zh, en };
