import type { Language } from '../../base/language.ts';

/** Words of the reference of tags. */
interface TagWords {
  title: string;
  lead: string;
  position: Record<'inline' | 'block' | 'container', string>;
  attribute: string;
  meaning: string;
  needed: string;
  yes: string;
  no: string;
  write: string;
  /** Attributes that a kind of figure has to itself. */
  ofKinds: string;
}

export const tagWords: Record<Language, TagWords> = {
  zh: {
    title: '标签参考',
    lead: '正文里能写的全部标签和属性。属性值一律用英文双引号；没有别的标签，也不能写 HTML。',
    position: { inline: '写在句子里', block: '单独一行', container: '单独一行，里面写 Markdown' },
    attribute: '属性',
    meaning: '说明',
    needed: '必写',
    yes: '是',
    no: '',
    write: '写法',
    ofKinds: '每种图用哪些属性，见',
  },
  en: {
    title: 'Tags',
    lead: 'Every tag and attribute a chapter can hold. Values stand in double quotes; there are no other tags, and no HTML.',
    position: {
      inline: 'within a sentence',
      block: 'on a line of its own',
      container: 'on a line of its own, with Markdown inside',
    },
    attribute: 'Attribute',
    meaning: 'Meaning',
    needed: 'Required',
    yes: 'yes',
    no: '',
    write: 'Write',
    ofKinds: 'Which attributes a kind of figure takes:',
  },
};
