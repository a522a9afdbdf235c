import type { SourceText } from '../../base/source-text.ts';
import type { Book, BookInline, BookValue } from '../../report/book.ts';
import { listChapters, traverseChapter } from '../../report/text/traverse-book.ts';

/** A value written into the text by hand, where its tag stood. */
export interface TypedPositive {
  file: string;
  /** Offsets in the text. */
  from: number;
  to: number;
  name: string;
  written: string;
  /** `as` of the tag. */
  as: string | undefined;
}

export interface DeboundChapter extends SourceText {
  positives: TypedPositive[];
}

/** Chooses as `seed` says: the same text each time. */
export type Chooser = (count: number) => number;

export function createChooser(seed: number): Chooser {
  let state = seed >>> 0;
  return (count) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
}

/**
 * The chapters of a book with every `<Value>` and `<Verdict>` replaced by what a person would type. Tags that
 * show no number (a name, a dash, a verdict) become words and are no positives.
 */
export function deboundChapters(
  book: Book,
  sources: readonly SourceText[],
  choose: Chooser,
): DeboundChapter[] {
  return listChapters(book, sources[0]!.file).flatMap((chapter) => {
    const source = sources.find(({ file }) => file === chapter.file);
    if (!source) return [];
    const shown = [...traverseChapter(chapter)].filter(
      (node): node is Shown => node.type === 'value' || node.type === 'verdict',
    );
    return [deboundText(source, shown, book, choose)];
  });
}

type Shown = Extract<BookInline, { type: 'value' | 'verdict' }>;

function deboundText(
  { file, text: source }: SourceText,
  shown: readonly Shown[],
  book: Book,
  choose: Chooser,
): DeboundChapter {
  const positives: TypedPositive[] = [];
  // Footnotes come last in the book and anywhere in the file: each tag finds the first shown that is left of its name.
  const left = [...shown];
  let text = '';
  let at = 0;
  for (const tag of source.matchAll(/ ?<(Value|Verdict) of="([^"]+)"([^>]*)\/>/g)) {
    const type = tag[1] === 'Value' ? 'value' : 'verdict';
    const found = left.findIndex((one) => one.type === type && one.name === tag[2]);
    if (found < 0) throw new Error(`${file}: ${tag[0]} is not in the book`);
    const [node] = left.splice(found, 1);
    text += source.slice(at, tag.index);
    at = tag.index + tag[0].length;
    const value = book.values[tag[2]!]!;
    const written =
      node!.type === 'value' ? typeValue(node!.text, value, tag[3] ?? '', book.language, choose) : node!.text;
    const gap = book.language === 'en' && tag[0].startsWith(' ') ? ' ' : '';
    const from = text.length + gap.length;
    text += gap + written;
    if (node!.type !== 'value' || !/[\d一二三四五六七八九十半]/.test(written)) continue;
    // Of 老带新（29.93%） the number is one.
    const [member = ''] = /as="(?:highest|lowest)"/.test(tag[3] ?? '')
      ? (/^.*[（(]/.exec(written) ?? [])
      : [];
    positives.push({
      file,
      from: from + member.length,
      to: text.length,
      name: value.name,
      written: written.slice(member.length),
      as: /\bas="(\w+)"/.exec(tag[3] ?? '')?.[1],
    });
  }
  return { file, text: text + source.slice(at), positives };
}

/** As shown, rounded, in 万, in 成, in words: what fits the number, by choice. */
function typeValue(
  shown: string,
  value: BookValue,
  attributes: string,
  language: Book['language'],
  choose: Chooser,
): string {
  const plain = shown.replaceAll(/(?<=[\d,]) (?=[\p{Script=Han}%])/gu, '');
  if (attributes.includes('as=') || value.value === null) return plain;
  const ways = [plain, plain, plain.replaceAll(',', ''), shown, ...listOtherWays(shown, value, language)];
  return ways[choose(ways.length)]!;
}

function listOtherWays(shown: string, { value, unit }: BookValue, language: Book['language']): string[] {
  const number = Math.abs(value ?? 0);
  const ways: string[] = [];
  const counted = unit.split('/')[0] ?? '';
  const decimals = /\.(\d+)/.exec(shown)?.[1]?.length ?? 0;
  if (decimals > 1 && number >= 1 && /^[\d,.]+(?: ?\S+)?$/.test(shown)) {
    const rounded = number.toFixed(decimals - 1);
    ways.push(shown.replace(/[\d,]+\.\d+/, rounded));
  }
  if (language === 'en') return ways;
  if (number >= 10_000)
    ways.push(`${(number / 10_000).toFixed(1)}万${unit}`, `约${(number / 10_000).toFixed(1)}万${unit}`);
  if (unit === '%' && (value ?? 0) > 0 && number >= 18 && number <= 92) {
    const tenths = Math.round(number / 10);
    const han = '零一二三四五六七八九'[tenths]!;
    const off = number - tenths * 10;
    if (Math.abs(off) < 4) ways.push(`${off < -0.5 ? '近' : off > 0.5 ? '超' : '约'}${han}成`);
  }
  if (
    /^[人次单篇条件天周项]$/.test(counted) &&
    unit === counted &&
    Number.isInteger(number) &&
    number >= 11 &&
    number < 100
  )
    ways.push(`${toHan(number)}${unit}`);
  if (/^[人次单篇条件]$/.test(unit) && number >= 200 && number < 10_000)
    ways.push(`${Math.floor(number / 100) * 100}多${unit}`);
  return ways;
}

function toHan(number: number): string {
  const signs = '零一二三四五六七八九';
  const ten = Math.floor(number / 10);
  return `${ten > 1 ? signs[ten] : ''}十${number % 10 ? signs[number % 10] : ''}`;
}
