import { createStaticTable } from '../../tables/simulated-table.ts';

export const trackingPlan = createStaticTable(
  'event description trigger properties platform owner qa_status first_seen',
  [
    ['visit', '进入任一页面', '页面加载', 'page;channel', '网页', 'S3', '通过', '2026-03-02'],
    ['view', '看装备详情', '停留满两秒', 'item_id', '网页', 'S3', '通过', '2026-03-02'],
    ['register', '完成注册', '注册成功', 'channel', '网页', 'S3', '通过', '2026-03-02'],
    ['cart', '选定租期', '点击“选这几天”', 'item_id', '网页', 'S3', '通过', '2026-03-02'],
    ['pay', '支付押金与租金', '支付回调', 'item_id', '网页', 'S3', '通过', '2026-03-02'],
    ['call', '点击电话咨询', '点击号码', 'page', '网页', 'S4', '失败', null],
  ],
);

export const lessons = createStaticTable(
  'id what_happened evidence impact root_cause action owner due type',
  [
    [
      'X1',
      '改版上线后回退，晚十二天',
      'tasks、weekly_review',
      '自然流量晚两周起量',
      '旧页面跳转规则没有逐条登记',
      '改版前先跑一遍全站链接清单',
      'S3',
      '2026-09-14',
      '教训',
    ],
    [
      'X2',
      '自然搜索一学期没有回本',
      'ad_spend',
      '累计投入高于同量付费',
      '行业词竞争大，起步名次太低',
      '先做长尾词，半年为期评估',
      'S5',
      '2026-12-31',
      '教训',
    ],
    [
      'X3',
      '一天内付费点击异常增多',
      'traffic、ad_spend',
      '当日点击没有带来注册',
      '疑似无效点击',
      '每日看点击与注册之比，超限即申诉',
      'S1',
      '2026-09-07',
      '教训',
    ],
    [
      'X4',
      '攻略类页面名次上升最快',
      'keywords',
      '七个了解类词进入首页前后',
      '按问题写，一篇只答一个问题',
      '下学期继续每周两篇',
      'S2',
      '2026-09-07',
      '成功',
    ],
  ],
);

export const decisionLog = createStaticTable('date observation metric value decision owner result', [
  ['2026-04-22', '改版后收录下降', '自然名次二十名内的词（个）', 5, '回退并补跳转规则', 'S3', '两周后恢复'],
  ['2026-05-02', '付费点击突增而注册不增', '异常天数（天）', 1, '申诉无效点击，限定地域', 'S1', '次日恢复'],
  ['2026-05-22', '品类词成本高于长尾词', '保留的品类词（个）', 4, '预算向长尾词移', 'S5', '六月成本下降'],
]);
