/** Rows for the team's own specifications in tests, made without chance: the golden ratio spreads. */

const computeWave = (i: number) => (i * 0.618034) % 1;
const formatDay = (i: number) =>
  new Date(Date.UTC(2026, 2, 2 + i)).toISOString().slice(0, 10).replaceAll('-', '/');
const channels = ['搜索广告', '抖音', '公众号'];

/** Twelve weeks of three channels. */
const weeks = Array.from({ length: 36 }, (_, i) => {
  const week = Math.floor(i / 3);
  const users = Math.round(80 + 12 * week + 140 * computeWave(i));
  return {
    date: formatDay(7 * week),
    week: 10 + week,
    channel: channels[i % 3]!,
    users,
    cost: i === 16 ? null : Math.round(users * (18 + 20 * computeWave(i + 3))),
    change: Math.round(60 * computeWave(i + 7)) - 30,
  };
});

const people = Array.from({ length: 80 }, (_, i) => ({
  age: 18 + Math.round(30 * computeWave(i)),
  score: Math.round(1000 * computeWave(i * 3 + 1)) / 10,
  hours: Math.round(240 * computeWave(i * 5 + 2)) / 10,
  team: `第 ${1 + (i % 4)} 组`,
  answer: ['很满意', '满意', '一般', '不满意'][Math.floor(4 * computeWave(i * 7 + 3))]!,
}));

const goals = [
  { kpi: '新增用户', baseline: 860, target: 1200, actual: 1302, tags: '拉新;增长' },
  { kpi: '下单用户', baseline: 310, target: 500, actual: 468, tags: '转化' },
  { kpi: '邀请用户', baseline: 90, target: 240, actual: 255, tags: '拉新;裂变' },
];

const hours = Array.from({ length: 168 }, (_, i) => ({
  hour: i % 24,
  day: '一二三四五六日'[Math.floor(i / 24)]!,
  at: `${formatDay(Math.floor(i / 24))} ${String(i % 24).padStart(2, '0')}:00:00`,
  visits: Math.round(400 * computeWave(i) * Math.sin((Math.PI * (i % 24)) / 24)),
}));

/** Four regions of a made-up country as GeoJSON features: squares, wound as D3 wants them. */
const regions = ['东区', '南区', '西区', '北区'].map((name, i) => {
  const [x, y] = [100 + 4 * (i % 2), 30 + 3 * Math.floor(i / 2)];
  const ring = [
    [x, y],
    [x, y + 3],
    [x + 4, y + 3],
    [x + 4, y],
    [x, y],
  ];
  return {
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: [ring] },
    properties: { name },
    name,
    orders: 120 + 90 * i,
  };
});

const shops = regions.map(({ name, orders }, i) => ({
  name,
  longitude: 102 + 4 * (i % 2),
  latitude: 31.5 + 3 * Math.floor(i / 2),
  sales: orders * 37,
  supplier: regions[(i + 1) % 4]!.name,
}));

export const userRows: Record<string, Record<string, unknown>[]> = {
  weeks,
  people,
  goals,
  hours,
  regions,
  shops,
};
