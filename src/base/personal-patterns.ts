/** What in a text is likely to be a Chinese mobile number, an identity number or an e-mail address. */
interface PersonalMatch {
  kind: 'phone' | 'id' | 'email';
  text: string;
}

const patterns: readonly (readonly [PersonalMatch['kind'], RegExp])[] = [
  ['email', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
  ['id', /(?<![\dA-Za-z])[1-9]\d{16}[\dXx](?![\dA-Za-z])/g],
  ['phone', /(?<![\dA-Za-z.])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?![\dA-Za-z])/g],
];

export function findPersonalData(text: string): PersonalMatch[] {
  return patterns.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)]
      .filter(([found]) => kind !== 'id' || isIdentityNumber(found))
      .map(([found]) => ({ kind, text: found })),
  );
}

const headers =
  /(手机号码?|联系电话|电话号码?|联系方式|身份证号?码?|学号|微信号|邮箱(地址)?|住址)$|^(phone|mobile|e-?mail|openid|unionid|student_?(no|id))$/i;

/** Whether a column is personal by what it is called; names are left to the members' own rule. */
export function isPersonalHeader(header: string): boolean {
  return headers.test(header.trim());
}

/** An 18-digit identity number: a real day, and the check digit of GB 11643-1999 (ISO 7064, MOD 11-2). */
export function isIdentityNumber(text: string): boolean {
  if (!/^[1-9]\d{16}[\dXx]$/.test(text)) return false;
  const [year, month, day] = [text.slice(6, 10), text.slice(10, 12), text.slice(12, 14)];
  const at = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const real = !Number.isNaN(at.getTime()) && at.getUTCDate() === Number(day);
  if (!real || Number(year) < 1800 || Number(year) > 2100) return false;
  // The weight of a digit is 2 to the power of its place from the right, modulo 11.
  const sum = [...text.slice(0, 17)].reduce(
    (total, digit, i) => total + Number(digit) * (2 ** (17 - i) % 11),
    0,
  );
  return '10X98765432'[sum % 11] === text[17]?.toUpperCase();
}

/** Enough to find it again, not enough to use it: `138****8000`. */
export function maskPersonalText(text: string): string {
  const signs = [...text];
  const kept = signs.length >= 8 ? 3 : 1;
  const tail = signs.length >= 8 ? 2 : 0;
  return `${signs.slice(0, kept).join('')}***${tail ? signs.slice(-tail).join('') : ''}`;
}
