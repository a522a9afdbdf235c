import { createStaticTable } from '../../tables/simulated-table.ts';

/** Campaign → keyword → how often it brings somebody. */
export const keywords: Record<string, Record<string, number>> = {
  品牌词: { 野径租赁: 6, 野径户外: 3 },
  品类词: { 露营装备租赁: 8, 帐篷出租: 6, 睡袋租赁: 4, 登山杖租赁: 2 },
  场景词: { 周末露营带什么: 4, 大学生露营攻略: 5, 雨天露营: 2 },
  站内结构: { 露营装备租赁: 6, 帐篷出租: 5, 户外装备出租: 4 },
  租赁攻略: { 露营装备清单: 7, 帐篷怎么选: 6, 睡袋温标: 4, 第一次露营: 5 },
};

/** Where each word stood in the natural results before and after; an own table of the team. */
export const keywordRanks = createStaticTable(
  'keyword campaign intent monthly_searches rank_before rank_after landing',
  [
    ['野径租赁', '品牌词', '品牌', 320, 3, 1, '/'],
    ['野径户外', '品牌词', '品牌', 140, 6, 1, '/'],
    ['露营装备租赁', '品类词', '购买', 5400, 46, 14, '/rent'],
    ['帐篷出租', '品类词', '购买', 3600, 38, 9, '/rent/tent'],
    ['睡袋租赁', '品类词', '购买', 1300, 27, 6, '/rent/bag'],
    ['登山杖租赁', '品类词', '购买', 390, 19, 4, '/rent/pole'],
    ['户外装备出租', '品类词', '购买', 2900, 52, 23, '/rent'],
    ['周末露营带什么', '场景词', '了解', 1900, 61, 8, '/guide/weekend'],
    ['大学生露营攻略', '场景词', '了解', 880, 34, 3, '/guide/campus'],
    ['雨天露营', '场景词', '了解', 720, 48, 12, '/guide/rain'],
    ['露营装备清单', '场景词', '了解', 6600, 72, 16, '/guide/list'],
    ['帐篷怎么选', '场景词', '了解', 4400, 66, 11, '/guide/tent'],
    ['睡袋温标', '场景词', '了解', 590, 40, 5, '/guide/bag'],
    ['第一次露营', '场景词', '了解', 2400, 57, 9, '/guide/first'],
  ],
);
