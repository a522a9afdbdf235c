/** What a run of `*` or `~~` has beside it decides whether it can open or close. */
const space = /\s/u;
const mark = /[\p{P}\p{S}]/u;
const openingMark = /[\p{Ps}\p{Pi}]/u;
const closingMark = /[\p{Pe}\p{Pf}，。、；：！？…,.;:!?]/u;

/**
 * CommonMark lets `**` between a mark and a letter do one thing only, judged by the spaces that
 * Chinese does not write: `**重点：**内容` never closes, `这是**“引号”**` never opens. Tells on which
 * side a hint makes the mark look like a letter, so that the run may do either.
 */
export function findHintSide(before: string, after: string): 'before' | 'after' | undefined {
  if (isEdge(before) || isEdge(after)) return undefined;
  const markBefore = mark.test(before);
  const markAfter = mark.test(after);
  if (markBefore && !markAfter) return openingMark.test(before) ? undefined : 'before';
  if (markAfter && !markBefore) return closingMark.test(after) ? undefined : 'after';
  return undefined;
}

function isEdge(character: string): boolean {
  return character === '' || space.test(character);
}

/** `5*3` is a product: the sign between two digits never marks emphasis. */
export function isProduct(before: string, after: string): boolean {
  return /\p{Nd}/u.test(before) && /\p{Nd}/u.test(after);
}
