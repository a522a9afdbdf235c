/** 32 bits of a text (FNV-1a); another seed gives other ones. */
export function hashText(text: string, seed = 0): number {
  let hash = seed ^ 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  return hash;
}

/** 32 bits of a whole number (Knuth's multiplicative hash); the upper ones are well mixed, so shift right. */
export function hashNumber(number: number, salt = 0): number {
  return Math.imul(number + 1, 2654435761 + salt * 40503);
}
