import { z } from 'zod';

/** Attributes of `<Figure>` that kinds take, as an author writes them: texts. */
export const attributes = {
  values: z.string().min(1).describe('画哪些数值：metrics.yaml 里的名称，用逗号分开'),
  value: z.string().min(1).describe('画哪个数值：metrics.yaml 里的名称'),
  goals: z.literal('goals').describe('目标表 goals'),
  from: z.string().optional().describe('从哪一期开始（含），例如 2026-W10 或 2026-03'),
  to: z.string().optional().describe('到哪一期为止（含）'),
};
