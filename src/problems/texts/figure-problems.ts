import type { Bilingual } from '../../base/language.ts';
import { defineProblem } from '../define-problem.ts';
import { explainMessage } from '../library-messages.ts';
import { suggestEn, suggestZh, type UnknownName } from '../unknown-name.ts';

/** Problems of `<Figure>`: its kind, what it is told, and what comes of it. */
export const figureProblems = {
  'unknown-kind': defineProblem<UnknownName>({
    severity: 'error',
    what: { zh: (p) => `没有“${p.name}”这种图。`, en: (p) => `There is no figure of kind “${p.name}”.` },
    cure: {
      zh: (p) => `${suggestZh(p.near)}可用的种类：${p.all}；全部见 guide/figures.html。`,
      en: (p) => `Kinds: ${p.all}.${suggestEn(p.near)}`,
    },
  }),
  'figure-prop': defineProblem<{ kind: string; name: string; all: string }>({
    severity: 'error',
    what: {
      zh: (p) => `${p.kind} 图不用属性“${p.name}”。`,
      en: (p) => `A figure of kind ${p.kind} takes no attribute “${p.name}”.`,
    },
    cure: {
      zh: (p) => `删去这个属性。这种图可用：${p.all}。分组和筛选写在 metrics.yaml 的 by 和 where 里。`,
      en: (p) =>
        `Remove it. This kind takes: ${p.all}. Grouping and filters go to by and where in metrics.yaml.`,
    },
  }),
  'figure-of': defineProblem<{ kind: string; found: string; expected: string }>({
    severity: 'error',
    what: {
      zh: (p) => `${p.kind} 图不能画“${p.found}”。`,
      en: (p) => `A figure of kind ${p.kind} cannot be drawn of “${p.found}”.`,
    },
    cure: { zh: (p) => `改写成 of="${p.expected}"。`, en: (p) => `Write of="${p.expected}".` },
  }),
  'figure-limit': defineProblem<{ found: string }>({
    severity: 'error',
    what: {
      zh: (p) => `界限“${p.found}”不是一个数。`,
      en: (p) => `The limit “${p.found}” is not a number.`,
    },
    cure: {
      zh: () => '按数值的单位只写数字，例如 48 小时写 at="48"。',
      en: () => 'Write the number alone, in the unit of the values: at="48" for 48 hours.',
    },
  }),
  'figure-panel': defineProblem<{ name: string; all: string; near: string | undefined; why?: Bilingual }>({
    severity: 'error',
    what: {
      zh: (p) => `小多图的小格不能画“${p.name}”${p.why ? `：${p.why.zh}` : '：没有这种图'}。`,
      en: (p) => `“${p.name}” cannot be a panel: ${p.why ? p.why.en : 'there is no such kind'}.`,
    },
    cure: {
      zh: (p) => `${suggestZh(p.near)}panel 可用 ${p.all}；不写时按时间画线、按部分画条。`,
      en: (p) => `panel takes ${p.all}; without it, lines over time and bars by part.${suggestEn(p.near)}`,
    },
  }),
  'page-image': defineProblem<{ src: string; why: 'kind' | 'large' }>({
    severity: 'error',
    what: {
      zh: (p) =>
        p.why === 'large'
          ? `页面截图“${p.src}”超过 400 KB。`
          : `“${p.src}”不能作页面截图：不是 PNG、JPEG，或不是不含脚本与外链的 SVG。`,
      en: (p) =>
        p.why === 'large'
          ? `The image of the page “${p.src}” has more than 400 KB.`
          : `“${p.src}” cannot be the image of a page: it is no PNG or JPEG, nor an SVG without scripts and links.`,
    },
    cure: {
      zh: () => '把截图缩到宽 800 像素左右，存成 PNG 或 JPEG，放进报告文件夹。',
      en: () =>
        'Scale it to about 800 pixels, save it as PNG or JPEG, and put it into the folder of the report.',
    },
  }),
  'figure-empty': defineProblem<{ name: string }>({
    severity: 'error',
    what: { zh: (p) => `“${p.name}”没有可画的数据。`, en: (p) => `“${p.name}” has no data to draw.` },
    cure: {
      zh: () => '检查 metrics.yaml 里的 during 和 where，以及图上的 from 和 to。',
      en: () => 'Look at during and where in metrics.yaml, and at from and to of the figure.',
    },
  }),
  'figure-not-drawn': defineProblem<{ message: string }>({
    severity: 'error',
    what: {
      zh: (p) => `这张图没有画成：${explainMessage('vega', p.message).zh}。`,
      en: (p) => `The figure was not drawn: ${explainMessage('vega', p.message).en}.`,
    },
    cure: {
      zh: () => '检查数据里是否有极大或异常的值；若数据无误，请把这条信息告诉课程维护者。',
      en: () => 'Look for extreme values in the data; if there are none, tell whoever maintains the course.',
    },
  }),
};
