/** What the codes of platforms and channels are called, as exports and trackers write them. */
import type { Language } from '../base/language.ts';

type Names = readonly [zh: string, en: string];

/** Unmistakable wherever they stand. */
const platforms: Record<string, Names> = {
  xiaohongshu: ['小红书', 'Xiaohongshu'],
  xhs: ['小红书', 'Xiaohongshu'],
  rednote: ['小红书', 'Xiaohongshu'],
  douyin: ['抖音', 'Douyin'],
  kuaishou: ['快手', 'Kuaishou'],
  weibo: ['微博', 'Weibo'],
  weixin: ['微信', 'WeChat'],
  wechat: ['微信', 'WeChat'],
  gongzhonghao: ['公众号', 'WeChat account'],
  wechat_mp: ['公众号', 'WeChat account'],
  wechat_oa: ['公众号', 'WeChat account'],
  shipinhao: ['视频号', 'WeChat Channels'],
  xiaochengxu: ['小程序', 'Mini program'],
  miniprogram: ['小程序', 'Mini program'],
  mini_program: ['小程序', 'Mini program'],
  bilibili: ['B站', 'Bilibili'],
  zhihu: ['知乎', 'Zhihu'],
  toutiao: ['今日头条', 'Toutiao'],
  baidu: ['百度', 'Baidu'],
  sogou: ['搜狗', 'Sogou'],
  douban: ['豆瓣', 'Douban'],
  tieba: ['贴吧', 'Tieba'],
  taobao: ['淘宝', 'Taobao'],
  tmall: ['天猫', 'Tmall'],
  jingdong: ['京东', 'JD'],
  pinduoduo: ['拼多多', 'Pinduoduo'],
  xianyu: ['闲鱼', 'Xianyu'],
  meituan: ['美团', 'Meituan'],
  dianping: ['大众点评', 'Dianping'],
  qzone: ['QQ空间', 'Qzone'],
};

/** Words that mean this only where a column is about where people come from. */
const channels: Record<string, Names> = {
  organic: ['自然搜索', 'Organic search'],
  'organic search': ['自然搜索', 'Organic search'],
  cpc: ['付费点击', 'Paid clicks'],
  ppc: ['付费点击', 'Paid clicks'],
  'paid search': ['付费搜索', 'Paid search'],
  'paid social': ['付费社交', 'Paid social'],
  social: ['社交媒体', 'Social media'],
  'organic social': ['社交媒体', 'Social media'],
  referral: ['引荐', 'Referral'],
  direct: ['直接访问', 'Direct'],
  '(direct)': ['直接访问', 'Direct'],
  '(none)': ['（无）', '(none)'],
  '(not set)': ['（未设置）', '(not set)'],
  email: ['邮件', 'Email'],
  sms: ['短信', 'SMS'],
  push: ['推送', 'Push'],
  display: ['展示广告', 'Display ads'],
  affiliate: ['联盟推广', 'Affiliates'],
  invite: ['邀请', 'Invitations'],
  partner: ['合作方', 'Partners'],
  offline: ['线下', 'Offline'],
  live: ['直播', 'Live'],
  feed: ['信息流', 'Feed ads'],
};

/** Columns that say where somebody or something comes from. */
const originPattern =
  /(^|_)(platform|channel|source|medium|media|utm|origin|referrer)(_|$)|渠道|平台|来源|媒介|媒体/i;

const normalise = (code: string) => code.trim().toLowerCase().replaceAll('-', ' ');

function findName(code: string, isOrigin: boolean): Names | undefined {
  const plain = code.trim().toLowerCase();
  if (Object.hasOwn(platforms, plain)) return platforms[plain];
  const spaced = normalise(code).replaceAll('_', ' ');
  return isOrigin && Object.hasOwn(channels, spaced) ? channels[spaced] : undefined;
}

/**
 * What a code means; undefined where it is none that is known. `xiaohongshu / social` is two, and both have to be known.
 * `column`: where it stands, if that is known.
 */
export function findCodeName(code: string, language: Language, column = ''): string | undefined {
  const at = language === 'zh' ? 0 : 1;
  const parts = code.split(/\s+\/\s+/);
  // A platform before the stroke says what the word behind it is about.
  const isOrigin =
    originPattern.test(column) || (parts.length > 1 && parts.some((part) => findName(part, false)));
  const names = parts.map((part) => findName(part, isOrigin || parts.length > 1)?.[at]);
  return names.every((name) => name !== undefined) ? names.join(' / ') : undefined;
}
