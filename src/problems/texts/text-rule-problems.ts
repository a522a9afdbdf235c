import type { Bilingual } from '../../base/language.ts';
import { defineProblem } from '../define-problem.ts';
import { suggestEn, suggestZh } from '../unknown-name.ts';
import { cureBound, type DeniedBound, describeBound } from './denied-bound.ts';
import { personalKinds } from './privacy-problems.ts';

/** What the rules of the text find in a built report. */
export const textRuleProblems = {
  'heading-jump': defineProblem<{ from: number; to: number; text: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `标题“${p.text}”从 ${p.from} 级跳到了 ${p.to} 级。`,
      en: (p) => `The heading “${p.text}” jumps from level ${p.from} to level ${p.to}.`,
    },
    cure: {
      zh: (p) => `改用 ${'#'.repeat(p.from + 1)}，标题逐级往下。`,
      en: (p) => `Use ${'#'.repeat(p.from + 1)}: headings go down one level at a time.`,
    },
  }),
  'missing-image': defineProblem<{ src: string; near: string | undefined }>({
    severity: 'error',
    what: { zh: (p) => `找不到图片“${p.src}”。`, en: (p) => `There is no image “${p.src}”.` },
    cure: {
      zh: (p) => `${suggestZh(p.near)}把图片放进报告文件夹，用相对路径写，例如 ![说明](images/a.png)。`,
      en: (p) =>
        `Put it into the folder of the report and write its relative path: ![text](images/a.png).${suggestEn(p.near)}`,
    },
  }),
  'image-kind': defineProblem<{ src: string }>({
    severity: 'error',
    what: {
      zh: (p) => `“${p.src}”不是能用的图片格式。`,
      en: (p) => `“${p.src}” is not an image that can be used.`,
    },
    cure: { zh: () => '请用 PNG、JPEG、WebP 或 GIF。', en: () => 'Use PNG, JPEG, WebP or GIF.' },
  }),
  'image-without-text': defineProblem<{ src: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `图片“${p.src}”没有替代文字。`,
      en: (p) => `The image “${p.src}” has no alternative text.`,
    },
    cure: {
      zh: () => '在方括号里写一句话说明图中内容：![曝光量按周变化](a.png)。',
      en: () => 'Say in the brackets what it shows: ![impressions by week](a.png).',
    },
  }),
  'picture-unseen': defineProblem<{ src: string; caption: string }>({
    severity: 'finding',
    what: {
      zh: (p) => `图片“${p.src}”只有题注，没有替代文字。`,
      en: (p) => `The picture “${p.src}” has a caption and no alternative text.`,
    },
    cure: {
      zh: (p) => `方括号里写画面上看得到什么，题注写在路径后的引号里：![画面内容](${p.src} "${p.caption}")。`,
      en: (p) =>
        `Say in the brackets what is seen, and put the caption in quotes after the path: ![what is seen](${p.src} "${p.caption}").`,
    },
  }),
  'dead-link': defineProblem<{ url: string; near: string | undefined }>({
    severity: 'error',
    what: {
      zh: (p) => `链接“${p.url}”在报告里没有对应的页面或标题。`,
      en: (p) => `The link “${p.url}” leads to no page or heading of the report.`,
    },
    cure: {
      zh: (p) => `${suggestZh(p.near)}引用图、表、标题请用 <Ref to="…" />；链到另一章写“文件名.html”。`,
      en: (p) =>
        `Use <Ref to="…" /> for figures, tables and headings; link another chapter as “name.html”.${suggestEn(p.near)}`,
    },
  }),
  'unreferenced-figure': defineProblem<{ id: string; number: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `${p.number}在正文里没有提到。`,
      en: (p) => `${p.number} is not mentioned in the text.`,
    },
    cure: {
      zh: (p) => `在正文相应处写 <Ref to="${p.id}" />。`,
      en: (p) => `Mention it where it belongs: <Ref to="${p.id}" />.`,
    },
  }),
  'caption-number': defineProblem<{ found: string; near: string | undefined }>({
    severity: 'warning',
    what: {
      zh: (p) => `题注里的“${p.found}”在它的数据里找不到。`,
      en: (p) => `“${p.found}” in the caption is not in its data.`,
    },
    cure: {
      zh: (p) =>
        `${p.near ? `数据里最接近的是“${p.near}”。` : ''}改正数字，或删去 caption，题注会由数据自动写出。`,
      en: (p) =>
        `${p.near ? `The nearest there is “${p.near}”. ` : ''}Correct it, or remove caption: the data then write it.`,
    },
  }),
  'caption-direction': defineProblem<{ word: string; truth: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `题注说“${p.word}”，图中的数据不是这样：${p.truth}。`,
      en: (p) => `The caption says “${p.word}”, the data of the figure do not: ${p.truth}.`,
    },
    cure: {
      zh: () => '照数据改题注，或删去 caption，题注会由数据自动写出。',
      en: () => 'Correct the caption by the data, or remove caption: the data then write it.',
    },
  }),
  'typed-result': defineProblem<{ count: number; shown: { at: string; text: string; tag: string }[] }>({
    severity: 'finding',
    what: {
      zh: (p) =>
        `这一篇有 ${p.count} 处结果是手写的，数据改了它们不会跟着改：${listTyped(p, '；')}${p.count > p.shown.length ? `；另有 ${p.count - p.shown.length} 处` : ''}。`,
      en: (p) =>
        `${p.count === 1 ? 'A result is' : `${p.count} results are`} typed by hand here and will not follow the data: ${listTyped(p, '; ')}${p.count > p.shown.length ? `; and ${p.count - p.shown.length} more` : ''}.`,
    },
    cure: {
      zh: () =>
        '有箭头的换成箭头后面的标签，没有的在 metrics.yaml 里定义成数值再引用。确实不出自数据表的，在 index.mdx 开头写 typed: [{ text: 原话, reason: 原因 }]。',
      en: () =>
        'Where there is an arrow, put the tag behind it; elsewhere define a value in metrics.yaml and cite it. What no table has is allowed at the top of index.mdx: typed: [{ text: the passage, reason: why }].',
    },
  }),
  'typed-unused': defineProblem<{ text: string }>({
    severity: 'finding',
    what: {
      zh: (p) => `typed 里允许的“${p.text}”，正文中没有这样写的结果。`,
      en: (p) => `No result in the text stands in “${p.text}”, which typed allows.`,
    },
    cure: {
      zh: () => '正文改过了就照正文改这句原话；不再需要就删去这一条。',
      en: () => 'Where the text has changed, quote it as it is now; else remove the entry.',
    },
  }),
  'typed-contradiction': defineProblem<{ written: string; name: string; truth: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `正文写“${p.name}”是 ${p.written}，由数据算出的是 ${p.truth}。`,
      en: (p) => `The text says that “${p.name}” is ${p.written}; the data give ${p.truth}.`,
    },
    cure: {
      zh: (p) =>
        `换成 <Value of="${p.name}" />；说的若是另一个时段或范围，写明是哪一个，并为它定义一个数值。`,
      en: (p) =>
        `Put <Value of="${p.name}" /> there; if another period or part is meant, say which, and define a value for it.`,
    },
  }),
  'stale-number': defineProblem<{
    written: string;
    name: string;
    truth: string;
    tag: string;
    isGone: boolean;
  }>({
    severity: 'warning',
    what: {
      zh: (p) =>
        `“${p.written}”是上一次生成时的“${p.name}”，${p.isGone ? '现在没有这个数值了' : p.truth ? `现在是 ${p.truth}` : '数据改过之后不再是这个数'}。`,
      en: (p) =>
        `“${p.written}” is “${p.name}” as it was built before; ${p.isGone ? 'there is no such value now' : p.truth ? `it is ${p.truth} now` : 'with the data of now it is another number'}.`,
    },
    cure: {
      zh: (p) =>
        p.tag
          ? `换成 ${p.tag}，数据再改它也会跟着改；这句话的说法也请照新的数再看一遍。`
          : '照新的数据改这个数，并把这句话再看一遍。',
      en: (p) =>
        p.tag
          ? `Put ${p.tag} there: it follows the data. Read the sentence again with the new number.`
          : 'Correct the number by the data of now, and read the sentence again.',
    },
  }),
  'typed-share': defineProblem<{ written: string; part: string; whole: string; truth: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `${p.whole}中的${p.part}是 ${p.truth}，写的是 ${p.written}。`,
      en: (p) => `${p.part} of ${p.whole} is ${p.truth}, not ${p.written}.`,
    },
    cure: {
      zh: () => '三个数里有一个写错了：核对之后改正，最好都换成 <Value of="…" />。',
      en: () => 'One of the three is wrong: correct it, best by citing all of them with <Value of="…" />.',
    },
  }),
  'typed-claim': defineProblem<{ said: string; denied: DeniedClaim }>({
    severity: 'warning',
    what: {
      zh: (p) => `“${p.said}”与数不符：${describeDenial(p.denied).zh}。`,
      en: (p) => `“${p.said}” is not so: ${describeDenial(p.denied).en}.`,
    },
    cure: {
      zh: (p) =>
        p.denied.by === 'goal'
          ? `换成 <Verdict of="${p.denied.name}" vs="target" />，数据改了它会跟着改。`
          : '数和词有一个写错了：核对之后改正，数最好换成 <Value of="…" />。',
      en: (p) =>
        p.denied.by === 'goal'
          ? `Put <Verdict of="${p.denied.name}" vs="target" /> there: it follows the data.`
          : 'Either the numbers or the words are wrong: correct them, best by citing the numbers with <Value of="…" />.',
    },
  }),
  'bound-claim': defineProblem<{ said: string; denied: DeniedBound }>({
    severity: 'error',
    what: {
      zh: (p) => `“${p.said}”与引用的数值不符：${describeBound(p.denied).zh}。`,
      en: (p) => `“${p.said}” is not what the cited values say: ${describeBound(p.denied).en}.`,
    },
    cure: {
      zh: (p) => `照数据改这句话，${cureBound(p.denied).zh}。`,
      en: (p) => `Correct the sentence by the data, ${cureBound(p.denied).en}.`,
    },
  }),
  'vague-praise': defineProblem<{ said: string; about: string | undefined }>({
    severity: 'finding',
    what: {
      zh: (p) => `“${p.said}”没有数值作证。`,
      en: (p) => `Nothing bears out “${p.said}”.`,
    },
    cure: {
      zh: (p) =>
        `写出是多少：引用 <Value of="${p.about ?? '…'}" />，或用 <Ref> 指到图表；没有数据就删去这句话。`,
      en: (p) =>
        `Say how much: cite <Value of="${p.about ?? '…'}" />, or point to a figure with <Ref>; without data, leave it out.`,
    },
  }),
  'likely-personal-text': defineProblem<{ kind: 'phone' | 'id' | 'email'; shown: string }>({
    severity: 'warning',
    what: {
      zh: (p) => `正文里有像${personalKinds[p.kind].zh}的内容：${p.shown}。`,
      en: (p) => `The text holds what looks like ${personalKinds[p.kind].en}: ${p.shown}.`,
    },
    cure: {
      zh: () => '从正文里删去，或只留末几位。',
      en: () => 'Take it out of the text, or leave only its last digits.',
    },
  }),
  'missing-part': defineProblem<{ title: string; id: string }>({
    severity: 'finding',
    what: {
      zh: (p) => `课程要求的“${p.title}”还没有写。`,
      en: (p) => `The required part “${p.title}” is missing.`,
    },
    cure: {
      zh: (p) => `写一章或一节，标题用“${p.title}”，或在相应位置放 <Covers of="${p.id}" />。`,
      en: (p) =>
        `Write a chapter or section with this title, or put <Covers of="${p.id}" /> where it is covered.`,
    },
  }),
  'thin-part': defineProblem<{ title: string; lacks: string }>({
    severity: 'finding',
    what: {
      zh: (p) => `“${p.title}”还不完整：${p.lacks}。`,
      en: (p) => `“${p.title}” is not complete: ${p.lacks}.`,
    },
    cure: {
      zh: () => '在这一节里补上；图与表要在正文中用 <Ref> 提到才算。',
      en: () => 'Add it to this section; a figure or table counts once the text mentions it by <Ref>.',
    },
  }),
};

function listTyped({ shown }: { shown: { at: string; text: string; tag: string }[] }, comma: string): string {
  return shown.map(({ at, text, tag }) => `${at} “${text}”${tag && ` → ${tag}`}`).join(comma);
}

/** What denies a claim: its own numbers, or the goal of the value that it tells. */
type DeniedClaim = DeniedBound | { by: 'sum'; sum: string };

function describeDenial(denied: DeniedClaim): Bilingual {
  switch (denied.by) {
    case 'sum':
      return { zh: `合计是 ${denied.sum}，不是 100%`, en: `they add up to ${denied.sum}, not to 100%` };
    default:
      return describeBound(denied);
  }
}
