/** Puts a space where a Chinese text meets digits or Latin letters, at the joints only: what comes in stays as it is. */
export function spaced(fixed: TemplateStringsArray, ...given: (string | number)[]): string {
  return fixed.reduce(
    (text, part, i) => joinSpaced(i === 0 ? text : joinSpaced(text, String(given[i - 1])), part),
    '',
  );
}

function joinSpaced(left: string, right: string): string {
  const han = /\p{Script=Han}/u;
  const narrow = /[\p{Script=Latin}\p{N}%−+]/u;
  const [end, start] = [[...left].at(-1) ?? '', [...right][0] ?? ''];
  const apart = (han.test(end) && narrow.test(start)) || (narrow.test(end) && han.test(start));
  return `${left}${apart ? ' ' : ''}${right}`;
}
