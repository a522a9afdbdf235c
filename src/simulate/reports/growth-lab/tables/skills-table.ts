import type { Field } from '../../../output/format-csv.ts';
import { createStaticTable } from '../../../tables/simulated-table.ts';

const names = ['市场分析', '用户画像', '内容与活动策划', '数据分析', '协作与复盘'];

/** Marks before, after and by the mentor, a text of digits for each skill; and where the work is seen. */
const marks: [member: string, before: string, after: string, mentor: string, evidence: string][] = [
  ['M01', '32323', '44435', '44434', '第2章 运营规划方案'],
  ['M02', '22312', '33523', '33523', '第3章 内容运营执行'],
  ['M03', '23312', '34523', '34424', '第3章 互动推广方法'],
  ['M04', '12222', '23423', '23424', '第3章 平台选择与发布'],
  ['M05', '11133', '22244', '22244', '第4章 数据收集工具'],
  ['M06', '22142', '43254', '44354', '第4章 关键指标评估'],
  ['M07', '32232', '43344', '43344', '第5章 反馈处理机制'],
];

export const skills = createStaticTable(
  'member_id skill before after mentor evidence',
  marks.flatMap(([member, before, after, mentor, evidence]) =>
    names.map((name, at): Field[] => [
      member,
      name,
      Number(before[at]),
      Number(after[at]),
      Number(mentor[at]),
      evidence,
    ]),
  ),
);
