import { relative } from 'node:path';
import process from 'node:process';
import type { Language } from '../../base/language.ts';
import { formatPlace } from '../../base/place.ts';
import type { Problem, Severity } from '../../base/problem.ts';
import type { CheckFile } from '../../schema/check-file.ts';
import { toSlashPath } from '../../source/file-names.ts';
import { commandWords } from '../../words/command-words.ts';
import type { Context } from '../command.ts';
import type { Format } from '../options.ts';
import { countBySeverity, type ProblemGroup } from '../problem-groups.ts';
import type { Colours } from '../terminal.ts';
import { formatCard } from './format-card.ts';
import { formatAsGitlab } from './format-gitlab.ts';

export interface ProblemFormatting {
  language: Language;
  colours: Colours;
  /** Absolute folder of the course, and where the command was typed. */
  root: string;
  from: string;
}

/** Prints the problems of a run in the form asked for. */
export function printProblems(groups: readonly ProblemGroup[], context: Context): void {
  const { format, language, terminal, root } = context;
  const printing = { language, colours: terminal.colours, root, from: process.cwd() };
  terminal.print(problemFormatters[format](groups, printing));
}

/** All problems of a run as one text; '' when there is nothing to say. */
export const problemFormatters: Record<
  Format,
  (groups: readonly ProblemGroup[], printing: ProblemFormatting) => string
> = { text: formatAsText, json: formatAsJson, github: formatAsGithub, gitlab: formatAsGitlab };

function formatAsText(groups: readonly ProblemGroup[], printing: ProblemFormatting): string {
  const cards = groups.flatMap(({ card }) => card ?? []).map((card) => formatCard(card, printing));
  return [...formatProblems(groups, printing), ...cards, formatTotals(groups, printing)].join('\n\n');
}

/** Group by group, those that have a problem. */
export function formatProblems(groups: readonly ProblemGroup[], printing: ProblemFormatting): string[] {
  const nonEmpty = groups.filter(({ problems }) => problems.length > 0);
  return nonEmpty.map(({ report, title, problems }) =>
    [
      printing.colours.bold(report === '' ? title : `${report} ${title}`.trim()),
      ...problems.map((problem) => formatProblem(problem, printing)),
    ].join('\n'),
  );
}

/** One problem; its cure, when there is one, below it. */
export function formatProblem(problem: Problem, { language, colours }: ProblemFormatting): string {
  const paint: Record<Severity, (text: string) => string> = {
    error: colours.red,
    warning: colours.yellow,
    finding: colours.blue,
  };
  const severity = paint[problem.severity](commandWords[language].severity[problem.severity]);
  const head = `${formatPlace(problem.place)} ${severity} ${problem.what[language]} ${colours.dim(`[${problem.id}]`)}`;
  const cure = problem.cure[language].trim().replaceAll('\n', '\n    ');
  return cure === '' ? head : `${head}\n  → ${cure}`;
}

/** How many there are of each sort. */
export function formatTotals(
  groups: readonly ProblemGroup[],
  { language, colours }: ProblemFormatting,
): string {
  const { error, warning, finding } = countBySeverity(groups);
  const words = commandWords[language];
  if (error + warning + finding === 0) return colours.green(words.clean);
  const paint = error > 0 ? colours.red : warning > 0 ? colours.yellow : colours.green;
  return paint(words.counted(error, warning, finding));
}

function formatAsJson(groups: readonly ProblemGroup[], { language }: ProblemFormatting): string {
  const cards = groups.flatMap(({ card }) => card ?? []);
  const problems = groups.flatMap(({ report, problems }) =>
    problems.map(({ id, severity, place, what, cure }) => ({
      id,
      severity,
      report,
      ...place,
      what: what[language],
      cure: cure[language],
    })),
  );
  const told: CheckFile = { counts: countBySeverity(groups), problems, ...(cards.length > 0 && { cards }) };
  return JSON.stringify(told, null, 2);
}

/** Workflow commands that GitHub shows beside the line in a pull request. */
function formatAsGithub(groups: readonly ProblemGroup[], printing: ProblemFormatting): string {
  const level: Record<Severity, string> = { error: 'error', warning: 'warning', finding: 'notice' };
  const folder = toSlashPath(relative(printing.from, printing.root));
  const lines = groups.flatMap(({ problems }) =>
    problems.map(({ id, severity, place, what, cure }) => {
      const where = [
        `file=${escapeGithubProperty(folder ? `${folder}/${place.file}` : place.file)}`,
        ...(place.line === undefined ? [] : [`line=${place.line}`]),
        ...(place.column === undefined ? [] : [`col=${place.column}`]),
        `title=${escapeGithubProperty(id)}`,
      ];
      const cell = place.cell ? `${place.cell}: ` : '';
      const text = `${cell}${what[printing.language]}\n${cure[printing.language]}`.trim();
      return `::${level[severity]} ${where.join(',')}::${escapeGithubData(text)}`;
    }),
  );
  return [...lines, formatTotals(groups, printing)].join('\n');
}

function escapeGithubData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeGithubProperty(text: string): string {
  return escapeGithubData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
