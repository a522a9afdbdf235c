import type { CardLine, ReportCard } from '../../base/card/report-card.ts';
import type { Language } from '../../base/language.ts';
import { cardWords, formatCardCount, formatCardOutcome } from '../../words/card-words.ts';
import { type Colours, measureTextWidth, padText } from '../terminal.ts';

interface Printing {
  language: Language;
  colours: Colours;
}

/** The card of a report as two columns. */
export function formatCard({ report, title, lines }: ReportCard, { language, colours }: Printing): string {
  const words = cardWords[language];
  const width = Math.max(...lines.map(({ check }) => measureTextWidth(words.checks[check])));
  const rows = lines.map(
    (line) => `  ${padText(words.checks[line.check], width)}  ${paintLine(line, language, colours)}`,
  );
  return [colours.bold(`${words.title} ${report} ${title}`), ...rows].join('\n');
}

/** What it came to and what was asked for. */
function paintLine(line: CardLine, language: Language, { green, yellow }: Colours): string {
  const text = [formatCardCount(line, language), formatCardOutcome(line, language)]
    .filter(Boolean)
    .join('  ');
  if (line.outcome === undefined) return text;
  return line.outcome === 'kept' ? green(text) : yellow(text);
}
