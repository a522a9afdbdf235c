/** Units as they stand beside a number in prose, and the one way a value of the report spells each. */

/** Longest first: 人次 before 人. */
const spelled: readonly (readonly [pattern: string, unit: string])[] = [
  ['个?百分点|pct|pp(?![A-Za-z])|个点|percentage points?', '个百分点'],
  ['%|percent', '%'],
  ['‰', '‰'],
  ['元\\s*/\\s*[人单次天件]', '元/人'],
  ['美元|dollars?', '美元'],
  ['块钱|元(?!旦)|yuan|CNY|RMB', '元'],
  ['学时', '学时'],
  ['人次', '人次'],
  ['人日', '人日'],
  ['个?小时|h(?![A-Za-z])|hours?', '小时'],
  ['毫秒|ms(?![A-Za-z])', '毫秒'],
  ['分钟|min(?:utes?)?(?![A-Za-z])', '分钟'],
  ['秒|s(?![A-Za-z])|seconds?', '秒'],
  ['个月|months?', '个月'],
  ['天|days?', '天'],
  ['周(?!年)|weeks?', '周'],
  ['倍|x(?![A-Za-z])|×|times as (?:many|much)|times more', '倍'],
  ['人(?![气工])|(?:new |active |silver )?(?:users?|people|members?|persons?|visitors?)', '人'],
  ['名|位(?!数)', '人'],
  ['(?:个工作日)', '个'],
  ['次(?![日周])|visits?|times|clicks?', '次'],
  ['单(?![价位个])|笔|orders?', '单'],
  ['篇|posts?|articles?', '篇'],
  ['条|rows?', '条'],
  ['件|pieces?', '件'],
  ['张', '张'],
  ['份(?!额)', '份'],
  ['场', '场'],
  ['期(?![间中末初内])', '期'],
  ['家', '家'],
  ['项', '项'],
  ['款', '款'],
  ['页', '页'],
  ['节', '节'],
  ['组', '组'],
  ['行', '行'],
  ['层', '层'],
  ['处', '处'],
  ['字', '字'],
  ['MB|GB|KB', 'MB'],
  ['points?|分(?![之钟别成为组享析发级层类布区配点比位数])', '分'],
  ['个', '个'],
];

export const unitPattern = spelled.map(([pattern]) => pattern).join('|');
const units = spelled.map(([pattern, unit]) => [new RegExp(`^(?:${pattern})$`, 'i'), unit] as const);

/** `''` for none. */
export function getUnit(written: string | undefined): string {
  if (!written) return '';
  const text = written.trim();
  return units.find(([pattern]) => pattern.test(text.replace(/[％]/, '%')))?.[1] ?? findByLookahead(text);
}

/** A pattern that looks ahead cannot be tested on the unit alone. */
function findByLookahead(text: string): string {
  return (
    spelled.find(([pattern]) =>
      pattern
        .replaceAll(/\(\?[!=][^)]*\)/g, '')
        .split('|')
        .includes(text),
    )?.[1] ?? ''
  );
}

/** Counters that a person uses for one another: 三位同学 are 3 人, 五个注册 are 5 人. */
const alike: readonly ReadonlySet<string>[] = [
  new Set(['人', '人次', '个']),
  new Set(['次', '人次', '个', '场', '回']),
  new Set(['单', '条', '件', '张', '个', '笔', '份']),
  new Set(['篇', '条', '个', '件', '期', '项']),
  new Set(['项', '个', '件', '条', '处', '种', '类', '款', '家', '组']),
  new Set(['%', '‰']),
  new Set(['分', '']),
];

/** Whether a number with the unit `written` may stand for a value with `unit`; none written fits all but a share. */
export function isUnitOf(written: string, unit: string): boolean {
  if (written === unit) return true;
  const [own = ''] = unit.split('/');
  // A team may count in `posts`.
  const over = getUnit(own) || own;
  if (written === '') return unit !== '%' && unit !== '个百分点';
  if (written === over || written.split('/')[0] === over) return true;
  return alike.some((set) => set.has(written) && set.has(over));
}
