import { createHash } from 'node:crypto';
import { relative } from 'node:path';
import type { Language } from '../../base/language.ts';
import type { Problem, Severity } from '../../base/problem.ts';
import { toSlashPath } from '../../source/file-names.ts';
import type { ProblemGroup } from '../problem-groups.ts';

interface Printing {
  language: Language;
  root: string;
  from: string;
}

const levels: Record<Severity, string> = { error: 'critical', warning: 'minor', finding: 'info' };

/** The report of code quality that GitLab shows beside a merge request: https://docs.gitlab.com/ci/testing/code_quality/. */
export function formatAsGitlab(groups: readonly ProblemGroup[], printing: Printing): string {
  const folder = toSlashPath(relative(printing.from, printing.root));
  const seen = new Map<string, number>();
  const issues = groups.flatMap(({ problems }) =>
    problems.map((problem) => toIssue(problem, folder, printing.language, seen)),
  );
  return JSON.stringify(issues, null, 2);
}

/** Without the line in its fingerprint: what moved is not new. What stands twice is counted. */
function toIssue(problem: Problem, folder: string, language: Language, seen: Map<string, number>) {
  const { id, severity, place, what, cure } = problem;
  const path = folder ? `${folder}/${place.file}` : place.file;
  const name = [id, path, place.cell ?? '', what.zh].join('\0');
  const count = seen.get(name) ?? 0;
  seen.set(name, count + 1);
  return {
    description: `${place.cell ? `${place.cell}: ` : ''}${what[language]}\n${cure[language]}`.trim(),
    check_name: id,
    fingerprint: createHash('sha256').update(`${name}\0${count}`).digest('hex'),
    severity: levels[severity],
    location: { path, lines: { begin: place.line ?? 1 } },
  };
}
