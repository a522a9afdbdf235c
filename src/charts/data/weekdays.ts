/** Days of the week by name, in any spelling a team has: they stand from Monday on, whatever order rows came in. */
const spellings = [
  ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
  ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
];
const otherSpellings: Record<string, number> = { 周天: 6, 星期天: 6 };

const weekdayIndices = new Map([
  ...spellings.flatMap((names) => names.map((name, i): [string, number] => [name, i])),
  ...Object.entries(otherSpellings),
]);

/** The same names from Monday on where all are weekdays, else as they are. */
export function sortWeekdays<T>(names: readonly T[], getName: (one: T) => string): T[] {
  const placed = names.map((one) => ({ one, at: weekdayIndices.get(getName(one)) }));
  if (placed.some(({ at }) => at === undefined)) return [...names];
  return placed.toSorted((a, b) => a.at! - b.at!).map(({ one }) => one);
}
