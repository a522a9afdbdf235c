import temml from 'temml';
import { tex2typst } from 'tex2typst';

/** A formula for both printings, or why it cannot be set. */
type Formula = { mathml: string; typst: string } | { error: string };

/** Renders TeX as MathML (site) and as Typst math (print). Nothing in it is ever run. */
export function renderFormula(tex: string, display: boolean): Formula {
  const prepared = wrapHan(tex.replace(/(?<!\\)"/g, '”'));
  try {
    const mathml = temml.renderToString(prepared, {
      displayMode: display,
      throwOnError: true,
      trust: false,
      maxExpand: 500,
    });
    return { mathml, typst: toTypst(prepared) };
  } catch (error) {
    return { error: shortenMessage(error instanceof Error ? error.message : String(error)) };
  }
}

/** Operators that the converter only knows when it is lenient; Typst has them under the same name. */
const operators =
  /\\(arccos|arcsin|arctan|arg|cosh|coth|deg|det|dim|exp|gcd|hom|inf|ker|lg|liminf|limsup|max|min|Pr|sinh|sup|tanh)(?![A-Za-z])/g;

/**
 * The converter's strict mode refuses what it does not know instead of writing a name that Typst may
 * not know. `#` would begin Typst code; the converter writes it for colours, which we do not take,
 * and as `#none` for a matrix without brackets.
 */
function toTypst(tex: string): string {
  const known = tex.replace(operators, (_, name: string) => `\\operatorname{fupan${name}}`);
  const typst = tex2typst(known, { nonStrict: false })
    .replace(/op\("fupan([A-Za-z]+)"\)/g, '$1')
    // The converter takes a character beyond the basic plane apart.
    .replace(/([\ud800-\udbff]) ([\udc00-\udfff])/g, '$1$2')
    .trim();
  const outside = typst.replace(/"(?:\\.|[^"\\])*"/g, '').replace(/\\.|#none\b/g, '');
  if (outside.includes('#') || outside.includes('"')) throw new Error('unsupported in print');
  return typst;
}

/** Chinese and emoji outside `\text{…}` become text, one piece a run. */
function wrapHan(tex: string): string {
  return tex.replace(
    /\\(?:text|mbox|textbf|textit|textrm|mathrm|operatorname)\s*\{[^{}]*\}|[\p{Script=Han}，。、；：！？（）“”]+|(?:\p{Emoji_Presentation}|\p{Emoji}\ufe0f)(?:\u200d?\p{Emoji_Presentation}|[\ufe0f\u20e3]|\u200d\p{Emoji})*/gu,
    (found) => (found.startsWith('\\') ? found : `\\text{${found}}`),
  );
}

/** The first line of the message, without the marks under the wrong part. */
function shortenMessage(message: string): string {
  return message
    .split('\n')[0]!
    .replace(/\p{M}/gu, '')
    .replace(/ at (?:position \d+|end of input):.*$/, '')
    .trim();
}
