import type { Severity } from '../../../base/problem.ts';
import type { Book } from '../../../report/book.ts';

/** What one rule found in a report. */
export interface FindingGroup {
  severity: Severity;
  /** What the rule asks for; empty of problems that no rule tells. */
  title: string;
  texts: string[];
}

/** The strip of parts says it already. */
const saidByParts = new Set(['missing-part']);

/** A group a kind, the gravest first, each in the order of its problems. */
export function groupFindings({ problems, ruleTitles, language }: Book): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const { id, severity, what } of problems) {
    if (saidByParts.has(id)) continue;
    const key = `${severity} ${id}`;
    const group = groups.get(key) ?? { severity, title: ruleTitles[id] ?? '', texts: [] };
    group.texts.push(what[language]);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

const order: readonly Severity[] = ['error', 'warning', 'finding'];
