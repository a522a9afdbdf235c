import { z } from 'zod';
import { cardChecks } from '../base/card/report-card.ts';
import { isoDate } from './iso-date.ts';

const text = z.string().trim().min(1);

const percent = z
  .string()
  .regex(/^(100(\.0+)?|\d{1,2}(\.\d+)?)%$/)
  .transform((written) => Number(written.slice(0, -1)))
  .meta({ description: '至少多少，写百分数（least share, as a percentage）：90%' });

const createShare = (description: string) =>
  z.strictObject({ min: percent }).optional().meta({ description });

const createCount = (description: string) =>
  z
    .strictObject({
      max: z.int().min(0).meta({ description: '最多几处（most of them）：0' }),
    })
    .optional()
    .meta({ description });

/** What the card of every report has to reach. */
export const cardLimits = z.strictObject({
  parts: createShare('必写部分写了多少（share of the required parts that are written）：{ min: 100% }'),
  values: createShare('结果有多少引自数据（share of results that are cited values）：{ min: 90% }'),
  claims: createShare('论断有多少经数据证实（share of claims that the data bear out）：{ min: 95% }'),
  figures: createShare(
    '图表有多少在正文提到（share of figures and tables the text mentions）：{ min: 100% }',
  ),
  sources: createShare('数据表有多少写明来源（share of tables that say their source）：{ min: 80% }'),
  references: createShare('文献有多少著录无疑问（share of references without a doubt）：{ min: 100% }'),
  data: createShare('数据核对有多少通过（share of rules between tables that are kept）：{ min: 80% }'),
  typed: createCount('手写的结果（results typed by hand）：{ max: 0 }'),
  contradicted: createCount('与数据矛盾的论断（claims that the data deny）：{ max: 0 }'),
  access: createCount('读屏障碍（barriers for screen readers）：{ max: 0 }'),
});

/** A limit that one report need not keep for a time. */
export const waiver = z.strictObject({
  report: text.meta({ description: '报告的文件夹名（folder of the report）' }),
  check: z.enum(cardChecks).meta({ description: '免去体检单的哪一项（line of the card）：sources' }),
  reason: text.meta({ description: '为什么（why）' }),
  until: isoDate.meta({
    description:
      '到哪天为止，含当天；与报告的 dataDate 比，没有写就与 period.to 比（last day, held against the data date of the report, or the end of its period）：2026-06-21',
  }),
});
