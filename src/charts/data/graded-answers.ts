/** Graded answers: their order from against to in favour, read from their words. */

const strongWords = /非常|十分|强烈|完全|极|strongly|very|extremely|completely/i;
const againstWords =
  /不|没|差|反对|贬损|低|无法|disagree|dissatisf|unsatisf|unlikely|poor|bad|never|detractor|oppose|\bnot\b|\bno\b/i;
const betweenWords =
  /一般|中立|说不清|不确定|不好说|无所谓|尚可|普通|被动|neutral|neither|undecided|unsure|fair|passive|average/i;
const favourWords =
  /满意|同意|认可|支持|推荐|愿意|好|高|赞|agree|satisf|likely|good|excellent|recommend|promoter|support|always|yes/i;

/** −2 … 2, or undefined where the words do not say. */
function gradeAnswer(answer: string): number | undefined {
  const side = betweenWords.test(answer)
    ? 0
    : againstWords.test(answer)
      ? -1
      : favourWords.test(answer)
        ? 1
        : undefined;
  return side === undefined ? undefined : side * (strongWords.test(answer) ? 2 : 1);
}

/**
 * Indices of the answers from against to in favour: numbers by their size, words by their grade; as they stand
 * where that does not tell them apart.
 */
export function sortAnswers(answers: readonly string[]): number[] {
  const numbers = answers.map((answer) => Number(/^\s*(\d+)/.exec(answer)?.[1] ?? Number.NaN));
  const grades = numbers.every(Number.isFinite) ? numbers : answers.map(gradeAnswer);
  const indices = answers.map((_, i) => i);
  const isGraded = grades.every((grade) => grade !== undefined) && new Set(grades).size === grades.length;
  return isGraded ? indices.sort((a, b) => grades[a]! - grades[b]!) : indices;
}

/** Where each of so many graded answers belongs: the first half against, the last in favour, a middle one between. */
export function assignSides(count: number): ('against' | 'between' | 'favour')[] {
  return Array.from({ length: count }, (_, i) => {
    const at = 2 * i - (count - 1);
    return at < 0 ? 'against' : at > 0 ? 'favour' : 'between';
  });
}
