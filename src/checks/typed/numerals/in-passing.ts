import type { Clause } from './clause-cues.ts';
import type { Numeral } from './numeral.ts';

/** What is done so many times, has been counted; so is what is said to be a total. */
const counted =
  /(?:共|总计|合计|累计|做了|举办了?|发布了?|发了|完成了?|处理了?|处理完(?:全部)?|收到|收回|产出了?|更新了?|新增|拍了?|走访了?|访谈了?|开了|办了|成交|退款|缺|超时|漏发|带来|平均|只用|用了|花了|迭代|投诉|延期|其中|同学中有|、)\s*$/;

/** 两条线, 三件事: parts of the text or of the plan. */
const orderedThings =
  /^(?:事|问题|指标|来源|入口|教训|线|规则|表|方面|原因|做法|环节|平台|阶段|角色|部分|口径|人的|步|路|级|问|试验|实验|维度|目标|关键)|^ (?:phases?|parts?|steps?|reasons?|questions?|ways?|things?|roles?|kinds?|sorts?|rules?|boards?|fields?)\b/;

const troubles = /^(?:投诉|事故|差评|退货|失误|故障|超时|退回|盈利|亏损|逾期|缺勤)/;
const durations = new Set(['天', '周', '个月', '小时', '分钟', '秒', '毫秒']);
const lasting =
  /(?:平均|一共|其中|晚了|拖后?了|隔了|推迟了|延期了|用时|耗时|整整|中位数?|仅|只用|用了|花了|缩短[到至了]|延长[到至了]|长达|[降缩]至|降到)\s*$/;

/** A number in words is told in passing (三件事, 四十八小时的时限) unless its sentence counts or measures. */
export function isInPassing({ form, low, unit, near, text }: Numeral, { before, after }: Clause): boolean {
  if (form === 'share') return isPartInPassing(text, before, after);
  if (form !== 'han') return false;
  if (/^(?:零|zero)/i.test(text))
    return (
      !troubles.test(after) &&
      !/(?:差异|差距|结果|增长)(?:为|是)\s*$/.test(before) &&
      !/^ (?:complaints|errors)/.test(after)
    );
  if (/[A-Za-z]/.test(text))
    return (
      orderedThings.test(after) ||
      (!(low > 10 && unit !== '') &&
        !/\b(?:handled|missed|of them|had|got|only|, )\s*$/.test(before) &&
        !/^ (?:of (?:them|these)|tickets|orders|users|complaints)/.test(after))
    );
  if (durations.has(unit)) return !lasting.test(before);
  if (near !== 'exact' && low >= 10) return false;
  if (unit === '') return low < 100 || /^[百千万]/.test(text);
  if (unit !== '倍' && /^[百千万一]$/.test(text.replace(/\D$/, ''))) return true;
  if (low >= 11 || unit === '%' || unit === '个百分点') return false;
  return (!counted.test(before) && !troubles.test(after)) || orderedThings.test(after);
}

/** 一半 of what was dealt out, and no word that it is a share. */
function isPartInPassing(text: string, before: string, after: string): boolean {
  if (!/一半|half/i.test(text)) return false;
  if (/half/i.test(text))
    return (
      /(?:second|first|other|in|the)[ -]$/i.test(before) || /^[- ](?:year|an?\b|hour|day|term)/.test(after)
    );
  return (
    !/^的|^[以]?上/.test(after) && !/(?:[占达到近超过掉仅]|不到预算的|减少了?|下降了?|少了)\s*$/.test(before)
  );
}
