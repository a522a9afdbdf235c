/** Prose as students write it, without meaning and always the same for a seed. */

const who = ['本组', '投放同学', '内容组', '数据组', '社群负责人', '我们'];
const when = ['第一周', '期中前后', '活动当天', '结题之前', '每周例会上', '连续三周'];
const did = ['核对了', '重算了', '调整了', '比较了', '记录了', '停掉了'];
const what = [
  '关键词的出价',
  '落地页的首屏',
  '推文的标题',
  '社群的入群流程',
  '新用户的次日留存',
  '各渠道的获客成本',
];
const then = [
  '结果与预期一致，做法保留下来',
  '样本还小，结论要再看两周',
  '主要原因是流量的构成变了',
  '由此定下了下一步的分工',
  '花费没有增加，注册反而多了',
  '先前的口径不一致，已在表里改正',
];

/** Numbers from 0 to 1 that look like chance. */
export type Chance = () => number;

export function createChance(seed: number): Chance {
  let state = Math.imul(seed + 1, 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export function writeParagraph(chance: Chance, characters: number): string {
  const pick = (list: readonly string[]) => list[Math.floor(chance() * list.length)]!;
  let text = '';
  while (text.length < characters)
    text += `${pick(who)}${pick(when)}${pick(did)}${pick(what)}，${pick(then)}。`;
  return text;
}
