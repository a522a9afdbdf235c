/** An id: a letter and a number, with zeros before it up to so many digits. */
export function formatSerial(letter: string, number: number, digits: number): string {
  return letter + String(number).padStart(digits, '0');
}
