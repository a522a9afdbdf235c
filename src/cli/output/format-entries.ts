/** What `values --ask` found, ready to paste. */
import type { FoundEntry } from '../../report/questions/find-entries.ts';
import { entryWords } from '../../words/entry-words.ts';
import type { Context } from '../command.ts';

export function formatEntries(
  found: readonly FoundEntry[],
  { asked, report }: { asked: string; report: string | undefined },
  { language, format, terminal }: Pick<Context, 'language' | 'format' | 'terminal'>,
): string {
  const words = entryWords[language];
  if (format === 'json') return JSON.stringify(found, null, 2);
  if (found.length === 0) return words.nothing(asked);
  const file = `data/${report ?? '…'}/metrics.yaml`;
  const blocks = found.map(({ kind, name, about, entry, missing }) => {
    const remarks = [
      ...(kind === 'metric' ? [`${words.metric} ${about}`] : []),
      ...(missing.length > 0 ? [words.lacks(missing.join(words.join))] : []),
    ];
    const lines = remarks.map((remark) => terminal.colours.dim(`# ${remark}`));
    return [...lines, `${quoteName(name)}: ${entry}`].join('\n');
  });
  const hint = report === undefined ? [words.anyReport] : [];
  return [words.answers(asked, file), ...blocks, ...hint].join('\n\n');
}

/** A name that YAML would read as something else stands in quotes. */
function quoteName(name: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N} _()（）·-]*$/u.test(name) ? name : JSON.stringify(name);
}
