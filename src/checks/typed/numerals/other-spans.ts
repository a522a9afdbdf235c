import type { OtherKind } from './other-kinds.ts';

/**
 * Passages in which every number is something else than a result, in Chinese and English. The text has narrow digits;
 * `X` is a tag. What only the sentence tells, `clause-cues.ts` knows.
 */
type SpanKind = Exclude<OtherKind, 'fact' | 'code' | 'target'>;

const han = '[一二三四五六七八九十]';
const n = '\\d{1,2}';
const list = (one: string) => `${one}(?:\\s*(?:[-–—~～、至到]|和|与|to|and)\\s*${one})*`;
const month =
  '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|ember|ober|tember)?';
const counted = '(?:个?百分点|[％%]|人次|人|元|次|单|倍|万|亿)';

const sources: Record<SpanKind, readonly string[]> = {
  date: [
    '(?<!\\d)\\d{4}\\s*[-/.年]\\s*\\d{1,2}(?:\\s*[-/.月]\\s*\\d{1,2}\\s*[日号]?)?(?![\\d%])',
    '(?<![\\d.,])(?:19|20)\\d{2}\\s*(?:[-–—~～至]\\s*(?:19|20)?\\d{2}\\s*)?(?:学年|年|级|届)',
    '[二一][〇零九一二三四五六七八]{3}\\s*年',
    `(?<!月份(?:为|是)\\s*)${list(n)}\\s*月(?!活|均|报|饼|度活)(?:份|底|初|末)?(?:\\s*${list(n)}\\s*[日号])?`,
    `(?<!第)${list(n)}\\s*[日号](?!均|活|留|常|志|楼|线|教|店|内|以)`,
    `(?<!个)${list(`${han}{1,3}`)}\\s*月(?!活|均)(?:份|底|初|末)?(?:\\s*${han}{1,3}[日号])?`,
    '双\\s*(?:十[一二]|1[12])|(?:五一|十一(?!\\s*[个项人次篇件条单天张])|六一|三八|五四|元旦)(?=[^\\d]|$)|[“"]?3·15[”"]?|(?<![\\d.,])(?:618|520|1111|1212)(?![\\d.,]|\\s*(?:人|次|元|单|%))',
    '(?:周|星期|礼拜)[一二三四五六日末](?:[、和至到][一二三四五六日])*|一周七天|\\bQ[1-4]\\b|第?[一二三四1-4]\\s*季度',
    `(?<![\\d.,])(?:19|20)\\d{2}(?![\\d.,]|\\s*(?:${counted}|\\p{Script=Han}|[a-z]))`,
    `\\b${month}\\.?\\s+${list(n)}(?![\\d.,]*[\\d%]|\\s*(?:people|users)|\\s+[a-z]+s\\s+(?:were|have|had)\\b)|${list(n)}\\s+${month}\\b`,
    '(?:spring|summer|autumn|fall|winter)\\s+\\d{4}|\\b(?:in|since|of|by) (?:19|20)\\d{2}\\b',
  ],
  ordinal: [
    `(?<!(?:[至到列居由校班]|排名|名列)\\s*)第\\s*(?:\\d+|[一二三四五六七八九十百]+)(?:\\s*[-–—~～至到、]\\s*第?(?:\\d+|${han}+))*`,
    `[前后]\\s*(?:\\d+|${han}+)\\s*(?:名|位|个|条|篇|大|强|步|页|期|轮|项|家|类|种|次|款)`,
    '\\btop[ -]?(?:\\d+|three|five|ten)|\\bno\\.\\s*\\d+|\\b\\d+(?:st|nd|rd|th)\\b|\\b(?:first|second|third|fourth|fifth|tenth)\\b(?! of)',
    '\\b(?:weeks?|months?|days?|phase|stage|round|step|part|day)[ -](?:\\d+(?![\\d.,]*[\\d%]|\\s*(?:people|users|times|points|visits))|one|two|three|four|five)\\b',
    `(?<!分)(?:之一|其一|其二|其三)|步骤\\s*(?:\\d+|${han})|(?:方案|实验|问题|假设|阶段|案例|策略|问|轮|附录)\\s*(?:\\d+|[一二三四五])(?![\\d.]|\\s*${counted})`,
  ],
  number: [
    '^\\s*(?:[（(]?\\s*(?:\\d+|[一二三四五六七八九十]+)\\s*[)）]|(?:\\d+|[一二三四五六七八九十]+)\\s*[、.．](?!\\d)|\\d+(?:\\.\\d+)+(?=\\s))',
    '(?:[图表]|式(?=\\s*\\d+[-—–]))(?:\\s*\\d+(?:[-.—–]\\d+)*(?:\\s*[、和至到]\\s*\\d+(?:[-.—–]\\d+)*)*)(?![\\d.,]*\\s*[人次元%\\d])',
    '\\b(?:figures?|tables?|sections?|chapters?|appendix|equations?|eq\\.|fig\\.|page)\\s*\\d+(?:[-.—–]\\d+)*',
    '\\d+(?:\\.\\d+)+\\s*节|\\[\\d+(?:[-,]\\d+)*\\]|[①-⑳]',
    '第\\s*\\d+\\s*次(?:报告|调查)',
  ],
  name: [
    '(?<![A-Za-z])[A-Za-z]+-?\\d[\\w.]*(?<!(?:ROI|CTR|CPC|CPM|CPA|NPS|UV|PV|DAU|MAU|GMV|ARPU)[\\d.,]+)(?![%\\d])',
    '\\b[A-Za-z]*(?:(?-i:[a-z][A-Z])[A-Za-z]*|ECharts|Python|Windows|Android|Excel|Web|Office|Vue|React|Java|Type|Version|version)\\s+[vV]?\\d+(?:\\.\\d+)*',
    '(?:GB|ISO|RFC|HTTP|SHA|MD|CY)(?:/T)?[ -]?\\d+(?:[-—.]\\d+)*',
    '(?<![\\d.])\\d+[A-Za-z]{1,3}(?<![\\d](?:w|W|k|K|M|B|s|h|x|ms|pp|pct|min|MB|GB|KB|st|nd|rd|th))(?![A-Za-z])',
    '[vV]\\d+(?:\\.\\d+)*|\\d0\\s*后|Z世代|\\d{2}[届级]|\\d+\\s*号\\s*(?:楼|线|店|教学楼|门|馆)|(?-i:[A-Z])\\d{2,}',
    `大[一二三四](?=[学新生的、和，]|$)|[一二三四]年级|(?:[一二三四新][、]?)+线(?:城市)?|三审三校|三审|早[八九]|${han}类角色`,
    '(?<![\\d.])\\d+\\s*[日天](?:留存|复购|流失|回访|活跃|滚动|均线)|day[- ]\\d+(?![\\d.,]*[\\d%]|\\s*(?:people|users|times|points|visits))|\\d+-day\\b|(?<=留存[^。]{0,12})，\\s*\\d+\\s*日(?=\\s*\\d)',
    '(?:后|前)[一二三四四五六]位|(?<!\\d)\\d{7,}(?!\\d)|(?:编号|学号|课号|手机|电话|微信号|QQ|版本)[^，。；\\d]{0,6}\\d+',
    '《[^》]*》|[Tt]ier-\\d|[Gg]en(?:eration)? [A-Z]',
    '是\\s*0\\d+|第\\d+教学楼|(?:\\d|[一二三四五])星级?',
  ],
  idiom: [
    '百分百|(?<!覆盖|通过|完成|达到?|率[为是]?)百分之百',
    '二八(?=定律|法则|原则)|80\\s*[/:]\\s*20|一[流手线]|第一(?:手|时间|步)|一举两得|万无一失|千人千面|一刀切|一对一|一对多|点对点',
    '(?<![\\d二三四五六七八九])十分(?!钟|之)|(?<![一二三四五六七八九十百千])万一(?![千百十万])|千万(?=[别不要注记])|从\\s*[0零]\\s*到\\s*[1一]|[0零]\\s*(?:基础|门槛|距离|散)|不三不四|一来二去|二话不说|三下五除二|四舍五入',
    '接二连三|三言两语|七嘴八舌|五花八门|一心一意|百花齐放|千方百计|一模一样|独一无二|百里挑一|三三两两|半信半疑|一分为二|五五开|四面八方|七上八下|三天两头|一五一十',
    '24\\s*/\\s*7|7\\s*[×x*]\\s*24|[个两三四五六七]位数|绝?大?多数|一两[个天次句]|两三[个天次]|三四[个天次]|[一百]万(?:个|分)(?=感谢|小心)',
    '\\b(?:one-off|first-hand|one by one|one another|the one|one of|on the (?:one|other) hand|second-hand|two-sided|one-sided|this one|that one|third part(?:y|ies))\\b',
  ],
  quote: [
    '(?:说|表示|称|写道|反馈|提到|回答|留言|认为|问|道|觉得|所说的?|一句话?)[^“”。]{0,12}“[^”]*”',
    '“(?![\\d.,%]+”)[^”]{1,14}”',
    '(?:said|says|wrote|told us|asked|answered)[^“”".]{0,12}[“"][^”"]*[”"]',
  ],
  time: [
    '(?<!\\d)\\d{1,2}[:：]\\d{2}(?![\\d.])|\\d{1,2}\\s*[ap]\\.?m\\b',
    `(?<![\\d.])${list(n)}\\s*点(?![击赞评开子]|\\d)(?:半|钟|整)?|[早晚午]\\s*${han}{1,2}点|${han}{1,3}点(?:半|钟|整)`,
    '(?<![\\d.]|(?:缺|断过|漏了?|耽误了?|[晚迟]了?|拖后?了?|推迟了?|延期了?|的有)\\s*)\\d+(?:\\s*[-–—~～]\\s*\\d+)?\\s*周(?!年|转)|(?<![\\d.])\\d+\\s*个?学期',
    `[一二两三四五六七八九十]+(?:周|天|个月|年|个?小时|个?学期)(?=[内里的前后来以之时用中，]|$)`,
    '(?:近|过去|最近|前|(?<!拖)后|头|此后|之后|每)\\s*\\d+\\s*(?:天|个?月|年|个?小时|分钟|秒|日)',
    '\\d+\\s*(?:个月|天|年)\\s*(?:[内里中]|以[来内]|之[内后]|[前后](?![^，。]*从))',
    '\\d+\\s*天中',
    '\\b\\d+[ -](?:weeks?|terms?)\\b|\\b(?:last|past|first|next|every) (?:\\d+|two|three|four|six) (?:days?|weeks?|months?|hours?)',
    '\\b(?:two|three|four|five|six|eight|ten|twelve|sixteen)[ -](?:weeks?|days?|months?|hours?|terms?|times)\\b',
  ],
  order: [
    `(?:分(?:为|成)?|共分|选了?|以下|如下|包括|这|那|哪|上述|另|各)\\s*(?:\\d|${han})\\s*(?:个|大|种|类|级|层|步|条|项|款|章|篇|方)?(?=\\p{Script=Han})`,
    `(?<!\\d)\\d\\s*(?:个|大|类|种)?\\s*(?:维度|方面|阶段|步骤|环节|角色|模块|部分|章(?!节)|要点|关键指标|级渠道)`,
    `(?<=X的?)\\d项`,
    '\\b\\d\\s+(?:aspects?|dimensions?|phases?|stages?|steps?|parts?|chapters?|roles?)\\b|^\\d(?=项关键)',
  ],
  rule: [
    '满\\s*\\d+(?:\\.\\d+)?(?:元)?\\s*[减送返赠]\\s*\\d*|每[^，。；]{0,8}不超过\\s*\\d+\\s*\\p{Script=Han}?|\\d+\\s*(?:天|小时|h)\\s*无理由|T\\s*\\+\\s*\\d',
    '\\d+\\s*小时\\s*(?:在线|营业|服务|客服)|365\\s*天(?:不打烊)?|[一每]周[一二两三四五]更|一[日天][一二两三]更',
    '(?<!成[^，。；]{0,6}|[\\d.])(?:[一二三四五六七八九十]+|\\d+)小时(?:闭环|以?内|之内|必|回复)|\\d+\\s*(?:hours?|days?|minutes?)\\s*(?:limit|deadline)',
    '\\d+\\s*[-–—~～]\\s*\\d+\\s*(?:人|周|篇|天)(?=一组|一个|为一|每)',
    '(?:with)?in (?:\\d+|two|three|four) (?:hours?|days?|minutes?|weeks?)',
  ],
  definition: [
    '\\d+(?:\\s*[-–—~～至到]\\s*\\d+)?\\s*(?:周?岁|years? old)|(?:满分|总分)\\s*(?:为|是)?\\s*\\d+\\s*分?|\\d+\\s*分制|\\b(?:aged?|ages)\\s*\\d+(?:\\s*[-–]\\s*\\d+)?',
    `(?:${n}[、,]\\s*)*\\d\\s*分(?:及以上|及以下|以上的?算|以下的?算)?(?=[）)算为]|及)`,
    '[0-9]+\\s*分?\\s*[～~–-]\\s*\\d+\\s*分(?=[）)为的占])|每(?:增加|多|少|[百千万]|一)\\s*\\d*\\s*(?:元|人|次|单|块钱)?|每\\s*\\d+\\s*(?:元|次|块)',
    '(?:scales?|scor\\w+|rat\\w+|ranges?) (?:\\w+ )?from [01] to \\d+|out of (?:5|10|100)\\b(?! )',
  ],
  param: [
    '\\d+(?:\\.\\d+)?\\s*%\\s*的?\\s*(?:置信|预测区间|CI\\b|confidence|流量)|(?:置信(?:水平|度|系数)?|显著性?水平|α|alpha|功效|power|confidence level(?: is)?)\\s*(?:取|为|是|=|of|to|is)?\\s*\\d+(?:\\.\\d+)?\\s*%?',
    '\\d\\s*σ|(?<!\\d)\\d{1,2}\\s*[:：]\\s*\\d{1,2}\\s*(?:的?比例)?(?:分流|分组|分配|随机)|按\\s*\\d+\\s*[:：]\\s*\\d+\\s*分|(?:split|divided) \\d+\\s*:\\s*\\d+',
    '(?:随机)?抽取\\s*\\d+\\s*\\p{Script=Han}|每组\\s*\\d+\\s*[人名]|\\d+\\s*[名人]\\p{Script=Han}{0,3}(?:一组|为一组)|按\\s*\\d+\\s*周?(?:均摊|平均)|首批\\p{Script=Han}{2}\\s*\\d+\\s*件',
  ],
  team: [
    '(?:小组|全组|团队|本组|我组|我们组|组内|组员)(?!.{0,3}平均)[^，。；\\d]{0,6}(?:\\d+|[一二三四五六七八九十]+)\\s*[人名位](?:[变增减][为到成]\\s*\\d+\\s*[人名])?',
    '(?:\\d+|[一二三四五六七八九十两]+)\\s*[人名位]\\s*(?:小组|团队|组员|成员(?!中途)|同学(?=分工|组成|负责))|由\\s*\\d+\\s*人变为\\s*\\d+\\s*人',
    '(?:团队|小组|每组)\\s*\\d+\\s*[-–—~～]\\s*\\d+\\s*人',
    '\\bteam of (?:\\d+|\\w+)|\\b(?:\\d+|two|three|four|five|six|seven|eight) (?:team )?members of (?:the|our) team|\\b(?:five|six|seven|eight|\\d+)-(?:person|member)',
  ],
};

// What can be nothing else comes first.
const patterns = Object.entries(sources).flatMap(([kind, all]) =>
  all.map((source) => [kind as SpanKind, new RegExp(source, 'giu')] as const),
);

export interface OtherSpan {
  from: number;
  to: number;
  kind: OtherKind;
}

/** All of them, in no order; they may overlap. */
export function findOtherSpans(text: string): OtherSpan[] {
  return patterns.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
      kind,
    })),
  );
}
