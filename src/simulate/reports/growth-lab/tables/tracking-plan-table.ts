import { createStaticTable } from '../../../tables/simulated-table.ts';

/** Events as planned; three of them were never sent. */
export const trackingPlan = createStaticTable(
  'event description trigger properties platform owner qa_status first_seen',
  [
    [
      'visit',
      '进入任一页面',
      '会话第一次页面加载',
      'page;channel;platform',
      '小程序;网页',
      'M05',
      '通过',
      '2026-03-02',
    ],
    ['view', '浏览商品', '商品页停留满两秒', 'page;item_id', '小程序;网页', 'M05', '通过', '2026-03-02'],
    ['register', '完成注册', '服务端返回注册成功', 'channel', '小程序;网页', 'M05', '通过', '2026-03-02'],
    ['cart', '加入购物车', '点击“加入购物车”并成功', 'item_id', '小程序;网页', 'M05', '通过', '2026-03-02'],
    ['pay', '支付成功', '支付回调到达', 'item_id;value', '小程序;网页', 'M05', '通过', '2026-03-02'],
    ['share', '分享页面', '点击分享并选择去处', 'page;target', '小程序', 'M05', '失败', null],
    ['favorite', '收藏商品', '点击“收藏”', 'item_id', '小程序', 'M04', '未测', null],
    ['search', '站内搜索', '提交搜索词', 'keyword;results', '小程序;网页', 'M06', '未测', null],
  ],
);
