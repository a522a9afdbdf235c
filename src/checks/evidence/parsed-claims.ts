/**
 * What a caption says of the direction or the order of numbers, as far as its subject is beyond doubt:
 *
 *   way      新增用户持续上升 · 转化率下降到 3% · sales doubled       first against last
 *   order    搜索广告高于自然搜索 · Search is higher than Direct      one named thing against another
 *   extreme  搜索广告最高 · 最低的是自然搜索 · Search is the highest   one named thing against all
 *
 * Not judged: a clause that denies (没有下降), turns (先升后降), speaks of a part of the time (3 月以来), or names
 * what is counted rather than what it did (用户增长, 流失率下降的原因, 点击最多的内容).
 */

export interface Claim {
  says: 'up' | 'down' | 'double' | 'above' | 'below' | 'highest' | 'lowest';
  word: string;
  /** What stands before and after it in its clause. */
  before: string;
  after: string;
}

/** Clauses of a caption, each with what it claims. */
export function parseClaims(caption: string): Claim[] {
  return caption.split(/[，。；、！？：,;!?:]|\. /).flatMap(parseClause);
}

const denied =
  /没有|没能|未能|未|不再|并不|并非|不是|避免|防止|止住|能否|是否|\bno\b|\bnot\b|n't|never|without|whether/i;
const partly =
  /以来|之后|以后|之前|以前|期间|同比|环比|[起前后]$|[起前后]的?(?=[\p{Script=Han}])|除|先|再|其次|第二|\b(?:since|until|from|after|before|during|except|then|second)\b/iu;

function parseClause(clause: string): Claim[] {
  if (denied.test(clause)) return [];
  const [order, ...others] = findMatches(clause, orders);
  if (order) return others.length === 0 && !/^的(?!是)/.test(order.after) ? [order] : [];
  const ways = partly.test(clause) ? [] : findMatches(clause, directions);
  return ways.length === 1 ? ways : [];
}

function findMatches(clause: string, patterns: Partial<Record<Claim['says'], RegExp>>): Claim[] {
  return Object.entries(patterns).flatMap(([says, pattern]) => {
    const match = pattern.exec(clause);
    if (!match) return [];
    const end = match.index + match[0].length;
    return [
      {
        says: says as Claim['says'],
        word: match[0].trim(),
        before: clause.slice(0, match.index),
        after: clause.slice(end),
      },
    ];
  });
}

const orders: Record<'above' | 'below' | 'highest' | 'lowest', RegExp> = {
  above: /高于|多于|大于|\b(?:is|are|was|were) (?:higher|larger|greater|more) than\b/i,
  below: /低于|少于|小于|\b(?:is|are|was|were) (?:lower|smaller|less|fewer) than\b/i,
  highest: /最高|最多|最大|\b(?:is|was) (?:the )?(?:highest|largest|most)\b/i,
  lowest: /最低|最少|最小|\b(?:is|was) (?:the )?(?:lowest|smallest|least|fewest)\b/i,
};

/** After it: done, to where, by how much, or nothing more. */
const done = '(?=了|到|至|为|约|近|超|逾|\\s*[\\d０-９]|$)';
/** Before it: how. These turn the name of a thing (用户增长) into what it did. */
const how =
  '(?:持续|逐[日周月年]|稳步|明显|大幅|小幅|不断|一路|总体|整体|显著|快速|缓慢|逐步|逐渐|连续|一直)';
const buildVerbPattern = (sure: string, noun: string) =>
  `(?:${sure})${done}|${how}(?:${sure}|${noun})${done}|(?:${noun})(?=了|到|至|\\s*[\\d０-９])`;

const directions: Record<'up' | 'down' | 'double', RegExp> = {
  up: new RegExp(
    `${buildVerbPattern('上升|升高|走高|回升|上涨', '增长|增加|提高|提升')}|升至|涨至|\\b(?:rose|rises|grew|grows|increased|increases|climbed|went up)\\b`,
    'i',
  ),
  down: new RegExp(
    `${buildVerbPattern('下降|走低|回落|下滑|下跌', '减少|降低|缩短')}|降至|跌至|\\b(?:fell|falls|dropped|drops|declined|declines|decreased|decreases|shrank|went down)\\b`,
    'i',
  ),
  double: /翻番|翻了一番|翻倍|翻了一倍|\bdoubled\b/i,
};
