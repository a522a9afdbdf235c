/** Questions of the survey in weeks one and two, with how often each answer was given. */
export const questions: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  Q1身份: { 本科生: 71, 研究生: 17, 教职工: 5, 校外: 7 },
  Q2每月文创花费: { '30元以下': 24, '30-60元': 38, '60-120元': 27, '120元以上': 11 },
  Q3购买场景: { 通勤: 16, 居家宿舍: 34, 课堂: 21, 送礼: 29 },
  Q4了解渠道: { 小红书: 31, 搜索: 24, 同学推荐: 22, 公众号: 13, 抖音: 10 },
  Q5最大痛点: { 怕买错: 27, 价格偏高: 24, 送达太慢: 21, 款式少: 17, 退换麻烦: 11 },
  Q6最看重: { 设计: 36, 实用: 31, 价格: 23, 送达: 10 },
  Q7愿意推荐: { 会: 46, 看情况: 41, 不会: 13 },
  Q8常逛时段: { 早上通勤: 12, 午休: 23, 傍晚: 20, 睡前: 45 },
};
