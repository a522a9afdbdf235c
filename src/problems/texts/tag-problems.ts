import { defineProblem } from '../define-problem.ts';
import { pickChinese, pickEnglish } from '../descriptions.ts';
import { suggestEn, suggestZh } from '../unknown-name.ts';

interface Attribute {
  name: string;
  written: string;
  /** The whole tag as it should be. */
  corrected: string;
}

/** Problems of the tags of a chapter and of their attributes. */
export const tagProblems = {
  'unknown-tag': defineProblem<{ name: string; near: string | undefined; all: string; corrected: string }>({
    severity: 'error',
    what: { zh: (p) => `没有标签 <${p.name}>。`, en: (p) => `There is no tag <${p.name}>.` },
    cure: {
      zh: (p) =>
        p.near
          ? `${suggestZh(p.near)}改为 \`${p.corrected}\``
          : `可用的标签：${p.all}。若要原样印出，写成 \`${p.corrected}\``,
      en: (p) =>
        p.near
          ? `Write \`${p.corrected}\`.${suggestEn(p.near)}`
          : `Tags: ${p.all}. To print it as it is, write \`${p.corrected}\``,
    },
  }),
  'unclosed-tag': defineProblem<{ name: string; corrected: string }>({
    severity: 'error',
    what: { zh: (p) => `标签 <${p.name}> 没有结束。`, en: (p) => `The tag <${p.name}> does not end.` },
    cure: { zh: (p) => `写成 \`${p.corrected}\``, en: (p) => `Write \`${p.corrected}\`` },
  }),
  'unclosed-note': defineProblem({
    severity: 'error',
    what: { zh: () => '<Note> 没有配对的 </Note>。', en: () => '<Note> has no </Note>.' },
    cure: {
      zh: () => '在提示框的最后一段之后另起一行写 `</Note>`。',
      en: () => 'Write `</Note>` on a line of its own after the last paragraph of the note.',
    },
  }),
  'stray-closing-tag': defineProblem<{ name: string }>({
    severity: 'error',
    what: {
      zh: (p) => `</${p.name}> 前面没有对应的 <${p.name}>。`,
      en: (p) => `</${p.name}> has no <${p.name}> before it.`,
    },
    cure: { zh: (p) => `删去 \`</${p.name}>\`。`, en: (p) => `Remove \`</${p.name}>\`.` },
  }),
  'note-crosses': defineProblem({
    severity: 'error',
    what: {
      zh: () => '<Note> 和 </Note> 一个在列表或引用里面，一个在外面。',
      en: () => '<Note> and </Note> do not stand in the same list item or quote.',
    },
    cure: {
      zh: () => '让两者的缩进相同，或都移到列表之外。',
      en: () => 'Give both the same indentation, or move both out of the list.',
    },
  }),
  'block-tag-inline': defineProblem<{ name: string; source: string }>({
    severity: 'error',
    what: {
      zh: (p) => `<${p.name}> 要独占一行，不能写在句子、标题或表格里。`,
      en: (p) => `<${p.name}> stands on a line of its own, not in a sentence, heading or table.`,
    },
    cure: {
      zh: (p) => `把它移到段落之后，上下各空一行：\n\n${p.source}\n`,
      en: (p) => `Move it behind the paragraph, with an empty line above and below:\n\n${p.source}\n`,
    },
  }),
  'attribute-unquoted': defineProblem<Attribute>({
    severity: 'error',
    what: {
      zh: (p) => `属性 ${p.name} 的值“${p.written}”没有引号。`,
      en: (p) => `The value “${p.written}” of ${p.name} has no quotes.`,
    },
    cure: { zh: (p) => `写成 \`${p.corrected}\``, en: (p) => `Write \`${p.corrected}\`` },
  }),
  'attribute-full-width': defineProblem<Attribute>({
    severity: 'error',
    what: {
      zh: (p) => `属性 ${p.name} 用了中文引号或全角等号。`,
      en: (p) => `The attribute ${p.name} has full-width quotes or a full-width equals sign.`,
    },
    cure: {
      zh: (p) => `改用英文的 = 和 "：\`${p.corrected}\``,
      en: (p) => `Use ASCII = and ": \`${p.corrected}\``,
    },
  }),
  'attribute-computed': defineProblem<Attribute>({
    severity: 'error',
    what: {
      zh: (p) => `属性不能用花括号计算：\`${p.written ? `${p.name}=${p.written}` : p.name}\`。`,
      en: (p) => `Attributes are never computed: \`${p.written ? `${p.name}=${p.written}` : p.name}\`.`,
    },
    cure: { zh: (p) => `写成 \`${p.corrected}\``, en: (p) => `Write \`${p.corrected}\`` },
  }),
  'attribute-bare': defineProblem<Attribute>({
    severity: 'error',
    what: { zh: (p) => `属性 ${p.name} 没有值。`, en: (p) => `The attribute ${p.name} has no value.` },
    cure: { zh: (p) => `写成 \`${p.corrected}\``, en: (p) => `Write \`${p.corrected}\`` },
  }),
  'attribute-quote-open': defineProblem<Attribute>({
    severity: 'error',
    what: {
      zh: (p) => `属性 ${p.name} 的引号没有配对。`,
      en: (p) => `The quote of ${p.name} is never closed.`,
    },
    cure: { zh: (p) => `写成 \`${p.corrected}\``, en: (p) => `Write \`${p.corrected}\`` },
  }),
  'duplicate-attribute': defineProblem<{ name: string }>({
    severity: 'error',
    what: { zh: (p) => `属性 ${p.name} 写了两次。`, en: (p) => `The attribute ${p.name} is given twice.` },
    cure: { zh: () => '只留一个。', en: () => 'Keep one of them.' },
  }),
  'unknown-attribute': defineProblem<{ tag: string; name: string; near: string | undefined; all: string }>({
    severity: 'error',
    what: {
      zh: (p) => `<${p.tag}> 没有属性“${p.name}”。`,
      en: (p) => `<${p.tag}> has no attribute “${p.name}”.`,
    },
    cure: {
      zh: (p) => `${suggestZh(p.near)}可用的属性：${p.all}。`,
      en: (p) => `Its attributes: ${p.all}.${suggestEn(p.near)}`,
    },
  }),
  'missing-attribute': defineProblem<{ tag: string; name: string; description: string; example: string }>({
    severity: 'error',
    what: {
      zh: (p) => `<${p.tag}> 缺少属性 ${p.name}。`,
      en: (p) => `<${p.tag}> lacks the attribute ${p.name}.`,
    },
    cure: {
      zh: (p) => `补上 ${p.name}：${pickChinese(p.description)}。例如 \`${p.example}\``,
      en: (p) => `Add ${p.name}: ${pickEnglish(p.description)}. For example \`${p.example}\``,
    },
  }),
  'bad-attribute': defineProblem<{
    tag: string;
    name: string;
    written: string;
    near: string | undefined;
    description: string;
  }>({
    severity: 'error',
    what: {
      zh: (p) => `<${p.tag}> 的属性 ${p.name} 不能是“${p.written}”。`,
      en: (p) => `The attribute ${p.name} of <${p.tag}> cannot be “${p.written}”.`,
    },
    cure: {
      zh: (p) => `${suggestZh(p.near)}${p.name}：${pickChinese(p.description)}。`,
      en: (p) => `${p.name}: ${pickEnglish(p.description)}.${suggestEn(p.near)}`,
    },
  }),
};
