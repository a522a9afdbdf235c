import type { Numeral } from './numeral.ts';
import type { OtherKind } from './other-kinds.ts';

/** A numeral in its clause; the texts have narrow digits. */
export interface Clause {
  /** From the last comma on, and up to the next. */
  before: string;
  after: string;
  /** The whole sentence, and what of it stands before the clause. */
  sentence: string;
  earlier: string;
  /** Of `before`, what stands behind the number before it; of `after`, what stands before the next. */
  own: string;
  next: string;
  /** Heading and sentence above. */
  topic: string;
}

interface Cue {
  kind: OtherKind;
  /** Stands before the numeral in its clause. */
  before?: RegExp;
  /** Directly follows it. */
  after?: RegExp;
  /** Anywhere before in its sentence. */
  sentence?: RegExp;
  /** Anywhere in its sentence. */
  whole?: RegExp;
  /** Unless. */
  not?: RegExp;
}

/** The first that holds decides. */
const cues: readonly Cue[] = [
  // Somebody else's, with its source.
  {
    kind: 'fact',
    sentence: /据[^，。]{0,12}(?:报告|统计局|咨询|研究院|公布|发布|数据显示|CNNIC|艾瑞|QuestMobile)/,
  },
  { kind: 'fact', after: /^的?(?:行业|业内|同行|全国|市场)(?:均值|平均|水平|规模|基准)/ },
  {
    kind: 'fact',
    before:
      /(?:行业|业内|同行|全国)(?:的?(?:均值|平均|平均水平|水平|基准))?(?:为|是|约|大约|通常在)?\s*$|(?:通常|一般)(?:认为|来说)/,
  },
  { kind: 'fact', before: /\b(?:industry|national) (?:average|mean|benchmark)\b/i },
  // What was wanted.
  {
    kind: 'target',
    after:
      /^(?:以上)?的?(?:目标|预期|指标线|计划|预算)(?![的达完])|^\s*(?:target|goal)\b|^ new users and a \d+% conv/i,
  },
  {
    kind: 'target',
    before:
      /(?:目标|预算|计划数?|指标值|KPI)(?:值|定|设|线)?(?:为|是|在|定为|设为|设定为|：|:)?\s*(?:新增|达到|发布)?\s*$/,
  },
  { kind: 'target', before: /目标(?:是|为|定为|设为)/, not: /实际|完成/ },
  { kind: 'target', before: /(?:≥|≤|>=|<=|不低于|不高于|不少于)\s*$/ },
  {
    kind: 'target',
    before:
      /(?:预计|预期|计划|拟|争取|力争|希望|应(?:新增|完成|达到|为)|下学期|下一?阶段|打算|准备)(?![的中后内书]|投入)[^\d，。；]{0,8}$/,
    not: /占|率|超(?:出|过|额)?预[期计]|比预期|高于预期|低于预期|实际/,
  },
  { kind: 'target', sentence: /(?:^|[，。；])(?:按|根据|依照)计划|目标为[^。]*$/, not: /实际|完成率|达成率/ },
  {
    kind: 'target',
    before:
      /\b(?:target|goal|budget)s? (?:is|are|was|were|of)[^.;]*$|\b(?:planned|plan to|aim(?:ed)? (?:at|for|to)|expect(?:ed)? to|hope to)\b/i,
  },
  {
    kind: 'definition',
    before: /(?:小于|大于|高于|低于|超过|满|不足)\s*$/,
    after: /^\s*的(?!目标|预期|均值|水平|对照|行业)/,
  },
  { kind: 'rule', after: /^[^，。；]{0,6}(?:即可|可得|可获|就送)/ },
  { kind: 'rule', before: /[人者]可?得\s*$/ },
  { kind: 'param', after: /^\s*(?:留作|预留)/ },
  // Asked, not told.
  { kind: 'definition', whole: /[？?]\s*$/ },
  // What holds or is supposed.
  { kind: 'definition', after: /^[^，。]{0,14}在\s*(?:\uFFFC|[\d.]+)[^，。]{0,4}内/, not: /\d\s*%/ },
  { kind: 'definition', before: /[最][^，。]{1,4}的\s*$/, after: /^(?:的)?(?:作者|用户|人|内容|渠道)/ },
  {
    kind: 'definition',
    before: /以[^，。]{1,8}为\s*$|(?:不小于|不大于|若超过|通常的|即便真有|看出)\s*$/,
    after: /^(?:[的，。即就]|$|之内)/,
  },
  { kind: 'definition', after: /^\s*的?(?:就是|水平|门槛|阈值|把握|差别)|^才[能可]|^ (?:would )?means?\b/ },
  { kind: 'param', before: /(?:随机(?:地|分|抽|选|取)|试算|只会|将会|各?分(?:成|为))[^，。]{0,6}$/ },
  { kind: 'param', after: /^随机|^ of [^.]{0,24}(?:were|was) (?:shown|given|sent|randomly)/ },
  { kind: 'rule', after: /^的?(?:不推|不发|不做|不再)|^即(?:触发|停|报)|^就(?:触发|停|报)/ },
  {
    kind: 'rule',
    before: /(?:^|[^需主只重想])要(?!求|花|用)[^的，。]{0,8}$|不(?:连续)?(?:出现|超过)\s*$/,
    after: /^[^人条]|^$/,
  },
  { kind: 'rule', sentence: /(?:警戒线|门槛|阈值|上限|限额)[^。]{0,6}(?:定|设)?[为在]/ },
  {
    kind: 'param',
    sentence: /(?:^|[，。；])\s*(?:若|如果|假如|假设|倘若|只要|据测算|再投)|(?:^|[.;] )If /,
    not: /结果|实际/,
  },
  {
    kind: 'param',
    before:
      /(?:留作|预留|拨出|分流|灰度|抽样|阈值|参数|步长|种子|权重|成本每件|需要)[^\d，。；]{0,6}$|\b(?:set|threshold|seed)\b[^.;]*$/i,
  },
  {
    kind: 'rule',
    before:
      /(?:须|必须|不得|需(?!求)|要求|规定|承诺|限额|每人限|上限|下限|门槛|有效期|时限|标准为|学分|不少于|不多于|控制在|低于(?=\s*\d+\s*ms)|定价|出价|售价|(?<![客笔])单价|客限|即可|邀请(?=\s*\d+$)|解锁|重复率|最多(?=可|发)|分制)[^的。；]{0,10}$/,
    not: /左右|投诉|已满足|符合|满足/,
  },
  {
    kind: 'rule',
    after: /^[^，。；\d]{0,3}(?:以内|之内|内(?:闭环|完成|回复|响应)|无理由|上限|封顶|起送|包邮)/,
    before: /须|必须|控制|要求|承诺|限|应|需/,
    not: /\d%?的[^，。]*$/,
  },
  { kind: 'rule', after: /^[^，。；]{0,6}(?:要求|必须|须在|应在)/ },
  { kind: 'rule', sentence: /(?:定价|售价)|(?:评分|计分|考核|成绩)[^，。]*分制|字数不|学分/ },
  {
    kind: 'rule',
    before: /\b(?:must|should|at most|at least|invite|prices? (?:is|are)|need|limit(?:ed)?)\b[^.;]*$/i,
  },
  { kind: 'rule', after: /^[^.;]{0,12}\bcoupon\b/i },
  {
    kind: 'definition',
    before:
      /(?:是指|指的是|(?<![数])指(?![数标导出明引])|定义为|划分为|取值|口径为?|记作|分界|介于)[^。；]*$/,
  },
  {
    kind: 'definition',
    after:
      /^[^，。；]{0,8}(?:定义为|划分为|算作|视为|记为)|^[^，。；\d]{0,4}(?:才|时(?:可|即|拒绝|则|才|说明)|为止)/,
    before: /当|大于|小于|超过|低于|高于|前|满|按/,
  },
  {
    kind: 'definition',
    before: /^[^。]*(?:包含|不含|跨过|高于|低于|大于|小于|等于)\s*$/,
    after: /^\s*(?:$|[，。；)）])/,
    not: /[1-9]/,
  },
];

/** Why a numeral is no result, as far as its sentence says. */
export function findCue(numeral: Numeral, clause: Clause): OtherKind | undefined {
  return cues.find((cue) => holds(cue, clause, numeral))?.kind;
}

function holds({ before, after, sentence, whole, not }: Cue, clause: Clause, { text }: Numeral): boolean {
  if (before && !before.test(clause.before)) return false;
  if (after && !after.test(clause.after)) return false;
  if (sentence && !sentence.test(clause.earlier + clause.before)) return false;
  if (whole && !whole.test(clause.sentence)) return false;
  return !not?.test(clause.before + text + clause.after.slice(0, 6));
}
