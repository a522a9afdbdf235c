/** The steps of a funnel as an author names them. */
import { z } from 'zod';
import { quoteSqlText } from '../../../base/quoting.ts';
import type { Cell } from '../../../base/source-table.ts';
import { ParameterError } from '../../metric.ts';
import { days, eventName } from '../../shared-params.ts';
import {
  type FunnelDefinition,
  type FunnelMode,
  type FunnelStep,
  funnelModes,
  listFunnelModes,
  maxStepsOnce,
} from './window-funnel.ts';

export interface FunnelParams {
  funnel?: string | undefined;
  steps?: string[] | undefined;
  start?: string | undefined;
  finish?: string | undefined;
  window_days?: number | undefined;
  mode: FunnelMode | FunnelMode[];
}

export const stepParams = {
  funnel: eventName
    .optional()
    .meta({ description: '漏斗名，步骤取自表 funnel_def（name of a funnel in the table funnel_def）' }),
  steps: z
    .array(eventName)
    .min(2)
    .optional()
    .meta({ description: '按先后排列的事件名（events in order），如 [visit, register, pay]' }),
  window_days: days.min(1).optional().meta({
    description: '从第一步到最后一步的最长天数，默认不限（longest time from first to last step, in days）',
  }),
  mode: z
    .union([z.enum(funnelModes), z.array(z.enum(funnelModes)).min(1)])
    .default('default')
    .meta({
      description:
        '严格程度：default 中间可有其他行为；strict_order 夹有其他行为或次序不对即止；strict_deduplication 某步重复即止；strict_increase 各步时间须递增；strict_once 同一行为只算一步；allow_reentry 夹有其他行为即止，但回头重做某步不算；first_start 只从第一次开始算起；可同时写几种：[strict_order, strict_deduplication]（how strict the order is: others may lie between; no foreign event or step out of turn; no step twice; rising times; one event is one step; no foreign event, steps out of turn passed over; from the first start only; several may hold together）',
    }),
};

export function buildFunnelLookupSql({ funnel: name }: FunnelParams): string | undefined {
  return name === undefined
    ? undefined
    : `SELECT * FROM funnel_def WHERE funnel = ${quoteSqlText(name)} ORDER BY step_no`;
}

/** The steps an author named, by whichever of the three ways. */
export function resolveFunnel(
  params: FunnelParams,
  preRows: readonly Readonly<Record<string, Cell>>[],
): FunnelDefinition {
  const { funnel: name, steps, start, finish, window_days, mode } = params;
  const ways = [name, steps, start ?? finish].filter((way) => way !== undefined).length;
  if (ways !== 1) throw createStepsError('steps');
  const window = window_days === undefined ? undefined : window_days * 86_400;
  const modes = listFunnelModes(mode);
  const alone = modes.has('strict_once') || modes.has('strict_increase');
  if (alone && modes.size > 1) throw createMixedModesError();
  if (modes.has('strict_once') && Math.max(preRows.length, steps?.length ?? 0) > maxStepsOnce)
    throw createTooManyStepsError();
  if (name !== undefined) return { ...buildFunnelFromRows(name, preRows, window), mode };
  if (steps === undefined && (start === undefined || finish === undefined)) throw createStepsError('start');
  const events = steps ?? [start!, finish!];
  if (new Set(events).size < events.length) throw createRepeatedEventError();
  return { steps: events.map((label) => ({ event: label, label })), windowSeconds: window, mode };
}

function buildFunnelFromRows(
  name: string,
  preRows: readonly Readonly<Record<string, Cell>>[],
  window: number | undefined,
): FunnelDefinition {
  if (preRows.length < 2) {
    throw new ParameterError('funnel', {
      zh: `表 funnel_def 中没有漏斗“${name}”，或它不足两步`,
      en: `the table funnel_def has no funnel “${name}”, or fewer than two steps of it`,
    });
  }
  const steps = preRows.map((row): FunnelStep => {
    const text = String(row.event ?? '');
    const filter = String(row.filter ?? '').trim();
    const label = String(row.label ?? row.name ?? '').trim() || text;
    return { event: text, label, ...(filter ? { filter } : {}) };
  });
  const seconds = Math.max(...preRows.map((row) => Number(row.window_s ?? 0)));
  const own = seconds > 0 ? seconds : undefined;
  return { steps, windowSeconds: window ?? own };
}

function createStepsError(param: string): ParameterError {
  return new ParameterError(param, {
    zh: '步骤要写且只写一种：start 与 finish，或 steps，或 funnel',
    en: 'steps are given in exactly one way: start and finish, or steps, or funnel',
  });
}

function createMixedModesError(): ParameterError {
  return new ParameterError('mode', {
    zh: 'strict_once、strict_increase 不能与其他 mode 同写',
    en: '`strict_once` and `strict_increase` do not go with other modes',
  });
}

function createTooManyStepsError(): ParameterError {
  return new ParameterError('mode', {
    zh: `strict_once 最多 ${maxStepsOnce} 步；步骤更多时换一种 mode`,
    en: `strict_once takes ${maxStepsOnce} steps at most; choose another mode`,
  });
}

function createRepeatedEventError(): ParameterError {
  return new ParameterError('steps', {
    zh: '同一个事件写了两次；各步的事件须不同',
    en: 'one event is named twice; steps need different events',
  });
}
