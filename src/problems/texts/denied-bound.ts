import type { Bilingual } from '../../base/language.ts';

/** What the values cited in a sentence are, where it says something else of them. */
export type DeniedBound =
  | { by: 'goal'; name: string; truth: string; target: string }
  /** A number typed by hand may have no name. */
  | { by: 'order'; first: string | undefined; from: string; second: string | undefined; to: string }
  | { by: 'sign'; name: string; change: string }
  | { by: 'extreme'; name: string; written: 'highest' | 'lowest' };

const extremes = { highest: { zh: '最高', en: 'highest' }, lowest: { zh: '最低', en: 'lowest' } };

export function describeBound(denied: DeniedBound): Bilingual {
  switch (denied.by) {
    case 'goal':
      return {
        zh: `“${denied.name}”的目标是 ${denied.target}，实际是 ${denied.truth}`,
        en: `the goal of “${denied.name}” is ${denied.target}, and it is ${denied.truth}`,
      };
    case 'order':
      return {
        zh: `${denied.first === undefined ? '前面' : `“${denied.first}”`}是 ${denied.from}，${denied.second === undefined ? '后面' : `“${denied.second}”`}是 ${denied.to}`,
        en: `${denied.first === undefined ? 'first it' : `“${denied.first}”`} is ${denied.from}, ${denied.second === undefined ? 'then' : `“${denied.second}” is`} ${denied.to}`,
      };
    case 'sign':
      return { zh: `“${denied.name}”是 ${denied.change}`, en: `“${denied.name}” is ${denied.change}` };
    case 'extreme': {
      const { zh, en } = extremes[denied.written];
      return {
        zh: `后面的标签写出的是“${denied.name}”里${zh}的一项`,
        en: `the tag behind it prints the ${en} of “${denied.name}”`,
      };
    }
  }
}

/** The tag that would have followed the data. */
export function cureBound(denied: DeniedBound): Bilingual {
  switch (denied.by) {
    case 'goal':
      return cite(`<Verdict of="${denied.name}" vs="target" />`);
    case 'order':
      return cite(`<Verdict of="${denied.second}" vs="${denied.first}" />`);
    case 'sign':
      return cite(`<Verdict of="${denied.name}" vs="0" />`);
    case 'extreme': {
      const other = denied.written === 'highest' ? 'lowest' : 'highest';
      return { zh: `或把标签改成 as="${other}"`, en: `or write as="${other}" in the tag` };
    }
  }
}

function cite(tag: string): Bilingual {
  return {
    zh: `最好换成 ${tag}，数据改了它会跟着改`,
    en: `best with ${tag}: it follows the data`,
  };
}
