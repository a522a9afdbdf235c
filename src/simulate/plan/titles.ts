/** The platforms the team publishes on, with form and what it published there, in order. */
export interface PlatformPlan {
  form: '图文' | '视频';
  /** First day of the term, days between two pieces, hour of publishing. */
  from: number;
  every: number;
  hour: number;
  /** Impressions of a usual piece in its ten days. */
  usual: number;
  /** Of those who open a piece, how many go on to the shop. */
  clicks: number;
  titles: readonly string[];
}

export const platformPlans: Record<string, PlatformPlan> = {
  公众号: {
    form: '图文',
    from: 15,
    every: 7,
    hour: 20,
    usual: 2600,
    clicks: 0.14,
    titles: [
      '一支笔怎样走到你桌上：拾光集市开张记',
      '二十位同学的书桌，藏着什么需求',
      '开学季收纳清单：四平方米也能体面',
      '设计社的三稿草图，为什么选了最笨的那张',
      '打卡季攻略：十四天，一本手账',
      '我们认真读了每一条差评',
      '退换货规则，用一张图讲清楚',
      '从图书馆到操场：手账里的一天',
      '把校门印在帆布上，需要几道工序',
      '寝室安静四件套，真实试用两周',
      '给毕业生的信：带走一小块校园',
      '拼团怎么玩：规则、时间与常见问题',
      '毕业季物料背后的七个夜晚',
      '一学期的账本：钱花在哪里了',
    ],
  },
  小红书: {
    form: '图文',
    from: 14,
    every: 3.4,
    hour: 12,
    usual: 3400,
    clicks: 0.04,
    titles: [
      '学生党桌面改造，总价不过百',
      '考研人的手账这样分栏',
      '宿舍床边收纳三个尺寸',
      '校园明信片开箱',
      '帆布包一周通勤实录',
      '讲义党必备：活页本横评',
      '手账新手别买这三样',
      '教室第一排的文具',
      '打卡季第一天，大家写了什么',
      '十四天打卡模板，直接抄',
      '被问最多的贴纸合集',
      '打卡季返图精选',
      '快递慢了怎么办，进度这样查',
      '图书馆占座牌，自己做',
      '实习第一天带什么',
      '校徽书签的三种用法',
      '小组作业的便签分工法',
      '夏天的帆布鞋怎么洗',
      '答辩前夜的物品清单',
      '学姐的行李箱减负法',
      '毕业照道具清单',
      '给室友的毕业礼物，三十元起',
      '拼团怎么凑人最快',
      '毕业礼盒里有什么',
      '把录取通知书装进画框',
      '最后一次逛校园的路线',
      '毕业季返图：谢谢你们',
      '暑假手账计划页',
    ],
  },
  抖音: {
    form: '视频',
    from: 20,
    every: 6.5,
    hour: 18,
    usual: 5200,
    clicks: 0.025,
    titles: [
      '三十秒看懂拾光集市',
      '一张帆布的十二道工序',
      '手账翻页声合集',
      '宿舍改造前后',
      '打卡季开始了',
      '同学随机抽查书包',
      '把校门缩小到掌心',
      '直播预告：第一次，很紧张',
      '直播切片：为什么不打折',
      '图书馆一日延时',
      '拼团只差你一个',
      '毕业礼盒打包实录',
      '毕业那天的风',
      '这学期我们卖出了什么',
    ],
  },
  B站: {
    form: '视频',
    from: 24,
    every: 15,
    hour: 19,
    usual: 4300,
    clicks: 0.045,
    titles: [
      '文创商店的第一个月，数据全公开',
      '从零做一个落地页：设计到上线',
      '打卡季复盘：两周里发生了什么',
      '一场失败的直播，我们学到什么',
      '毕业季纪录片：七个人和一个仓库',
      '搜索流量是怎么慢慢涨起来的',
    ],
  },
};
