/** `%E5%9B%BE.png` → 图.png; a text that is no such coding stays as it is. */
export function decodeUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
