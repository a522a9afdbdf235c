import { days } from './plan/term-calendar.ts';
import type { Plan } from './plan/world-plan.ts';

/** A setting that names nothing of the plan, with what there is. */
export class SettingError extends Error {
  readonly setting: string;
  readonly known: readonly string[];

  constructor(setting: string, known: readonly string[]) {
    super(`unknown setting ${setting}`);
    this.setting = setting;
    this.known = known;
  }
}

/** A number that the place it is set in cannot be. */
export class SettingRangeError extends Error {
  readonly setting: string;
  readonly reason: 'negative' | 'day';

  constructor(setting: string, reason: 'negative' | 'day') {
    super(`setting out of range (${reason}): ${setting}`);
    this.setting = setting;
    this.reason = reason;
  }
}

/**
 * A plan with some numbers changed. A setting is a scenario of the plan by its name, `path=number` or `path*=factor`;
 * a path goes by keys with points between, and `*` stands for every key. `planted.ring=none` takes a part out.
 */
export function applySettings(plan: Plan, settings: readonly string[]): Plan {
  const changed = structuredClone(plan);
  for (const setting of settings) {
    const steps = plan.scenarios[setting]?.settings ?? [setting];
    for (const step of steps) applySetting(changed, step, setting);
  }
  return changed;
}

type PlanNode = Record<string, unknown>;

function applySetting(plan: Plan, step: string, setting: string): void {
  const [, path, times, value] = /^([^=*]+(?:\.\*[^=*]*)*)(\*?)=(none|-?\d+(?:\.\d+)?)$/u.exec(step) ?? [];
  const known = [
    ...Object.keys(plan.scenarios),
    ...Object.keys(plan.planted).map((name) => `planted.${name}`),
  ];
  if (path === undefined || value === undefined) throw new SettingError(setting, known);
  const found = findLeaves(plan as unknown as PlanNode, path.split('.'));
  if (found.length === 0) throw new SettingError(setting, known);
  for (const { holder, key } of found) {
    const now = holder[key];
    if (value === 'none') delete holder[key];
    else if (typeof now === 'number')
      holder[key] = checkRange(setting, key, now, times ? now * Number(value) : Number(value));
    else if (Array.isArray(now) && times)
      holder[key] = now.map((each) => checkRange(setting, key, Number(each), Number(each) * Number(value)));
    else throw new SettingError(setting, known);
  }
}

/** Days lie in the term; what counts or costs stays so, and only an effect may be negative where it was not. */
function checkRange(setting: string, key: string, before: number, after: number): number {
  if (before >= 0 && after < 0 && key !== 'uplift') throw new SettingRangeError(setting, 'negative');
  if (key === 'day' && !(Number.isInteger(after) && after >= 0 && after < days)) {
    throw new SettingRangeError(setting, 'day');
  }
  return after;
}

/** Places that a path names. */
function findLeaves(node: PlanNode, [step, ...rest]: string[]): { holder: PlanNode; key: string }[] {
  if (step === undefined || typeof node !== 'object' || node === null) return [];
  const keys = step === '*' ? Object.keys(node) : findKeys(node, step);
  if (rest.length === 0) return keys.map((key) => ({ holder: node, key }));
  return keys.flatMap((key) => findLeaves(node[key] as PlanNode, rest));
}

/** A key, or in a list the place of the entry with that name. */
function findKeys(node: PlanNode, step: string): string[] {
  if (Object.hasOwn(node, step)) return [step];
  if (!Array.isArray(node)) return [];
  const at = node.findIndex((each: PlanNode) => [each.kpi, each.name, each.exp, each.term].includes(step));
  return at < 0 ? [] : [String(at)];
}
