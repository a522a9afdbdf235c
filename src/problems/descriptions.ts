/** Keys are described in both languages at once: 中文（English）：example. */
const english = /（([^（）\p{Script=Han}]*[A-Za-z]{2}[^（）\p{Script=Han}]*)）/u;

export function pickChinese(description: string): string {
  return description.replace(english, '');
}

/** The whole description where it says nothing in English. */
export function pickEnglish(description: string): string {
  return english.exec(description)?.[1] ?? description;
}
