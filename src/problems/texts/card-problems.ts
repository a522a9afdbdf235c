import type { CardCheck, CardLine } from '../../base/card/report-card.ts';
import type { Language } from '../../base/language.ts';
import { cardWords, formatCardCount, formatCardLimit } from '../../words/card-words.ts';
import { defineProblem } from '../define-problem.ts';

interface Waived {
  report: string;
  check: CardCheck;
}

const nameCheck = (check: CardCheck, language: Language) => cardWords[language].checks[check];

/** Problems of the card of a report, and of what excuses it. */
export const cardProblems = {
  'card-threshold': defineProblem<{ line: CardLine; report: string; until: string }>({
    severity: 'warning',
    what: {
      zh: ({ line }) =>
        `体检单的“${nameCheck(line.check, 'zh')}”没有达到课程的要求：${formatCardCount(line, 'zh')}，要求${formatCardLimit(line, 'zh')}。`,
      en: ({ line }) =>
        `“${nameCheck(line.check, 'en')}” of the report card is not what the course asks for: ${formatCardCount(line, 'en')}, asked for ${formatCardLimit(line, 'en')}.`,
    },
    cure: {
      zh: ({ line, report, until }) =>
        `${cardWords.zh.cures[line.check]}老师同意例外时，在 course.yaml 的 waivers 里写：\`- { report: ${report}, check: ${line.check}, reason: …, until: ${until} }\``,
      en: ({ line, report, until }) =>
        `${cardWords.en.cures[line.check]} Where the mentor allows it, write below waivers in course.yaml: \`- { report: ${report}, check: ${line.check}, reason: …, until: ${until} }\``,
    },
  }),
  'waiver-expired': defineProblem<Waived & { until: string; date: string }>({
    severity: 'warning',
    what: {
      zh: (p) =>
        `报告“${p.report}”的“${nameCheck(p.check, 'zh')}”只免到 ${p.until}，它的数据已到 ${p.date}。`,
      en: (p) =>
        `“${nameCheck(p.check, 'en')}” of the report “${p.report}” was waived until ${p.until}; its data go to ${p.date}.`,
    },
    cure: {
      zh: () => '请小组补上后删去这一条；要再宽限，改 until，并写明原因。',
      en: () => 'Remove it when the team has caught up, or set a later day with the reason.',
    },
  }),
  'waiver-unused': defineProblem<Waived & { why: 'report' | 'limit' | 'kept' }>({
    severity: 'warning',
    what: {
      zh: (p) => `这条豁免没有用处：${unused[p.why].zh(p.report, nameCheck(p.check, 'zh'))}。`,
      en: (p) => `This waiver is of no use: ${unused[p.why].en(p.report, nameCheck(p.check, 'en'))}.`,
    },
    cure: {
      zh: () => '删去这一条，或改正 report 和 check。',
      en: () => 'Remove it, or mend report and check.',
    },
  }),
};

const unused = {
  report: {
    zh: (report: string) => `没有名为“${report}”的报告`,
    en: (report: string) => `there is no report “${report}”`,
  },
  limit: {
    zh: (_: string, check: string) => `course.yaml 的 card 没有要求“${check}”`,
    en: (_: string, check: string) => `card in course.yaml asks nothing of “${check}”`,
  },
  kept: {
    zh: (report: string, check: string) => `报告“${report}”的“${check}”已经达到要求`,
    en: (report: string, check: string) => `“${check}” of the report “${report}” is as asked for`,
  },
};
