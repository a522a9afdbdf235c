/** The seven people of the team; contributions in percent, 100 in all. */
export interface Member {
  id: string;
  name: string;
  role: '运营' | '设计' | '开发' | '数据分析';
  duties: string;
  hours: number;
  contribution: number;
}

export const team: readonly Member[] = [
  {
    id: 'M01',
    name: '林知遥',
    role: '运营',
    duties: '组长；目标与预算、周评审、对外合作',
    hours: 168,
    contribution: 17,
  },
  {
    id: 'M02',
    name: '陈予安',
    role: '运营',
    duties: '内容选题与终审、公众号与小红书',
    hours: 152,
    contribution: 15,
  },
  {
    id: 'M03',
    name: '苏明晞',
    role: '运营',
    duties: '活动、社群与老带新、用户回访',
    hours: 149,
    contribution: 14,
  },
  {
    id: 'M04',
    name: '何书棠',
    role: '设计',
    duties: '主视觉、活动页与短视频剪辑',
    hours: 138,
    contribution: 13,
  },
  {
    id: 'M05',
    name: '周景行',
    role: '开发',
    duties: '埋点、落地页、邀请机制与风控',
    hours: 144,
    contribution: 14,
  },
  {
    id: 'M06',
    name: '许南乔',
    role: '数据分析',
    duties: '口径表、看板、对照试验与归因',
    hours: 150,
    contribution: 15,
  },
  {
    id: 'M07',
    name: '顾言溪',
    role: '数据分析',
    duties: '搜索投放与优化、工单与满意度分析',
    hours: 126,
    contribution: 12,
  },
];
