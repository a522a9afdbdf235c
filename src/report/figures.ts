import type { Problem } from '../base/problem.ts';
import { alternativeText } from '../charts/alternative.ts';
import { dress } from '../charts/dress.ts';
import { isKind, kinds } from '../charts/kinds/index.ts';
import { chartWidth } from '../charts/theme.ts';
import type { BlockUse } from '../markdown/uses.ts';
import { drawingProblem, type FigureContext, type Settled, type SettledFigure } from './drawn.ts';
import { figureInput, unknownKind } from './figure-input.ts';
import { settleChart } from './own-charts.ts';

export type { FigureContext } from './drawn.ts';

/** Draws every `<Figure>` and `<Chart>`. The answers stand in the order of `uses`, null where there is no figure. */
export async function settleFigures(
  uses: readonly BlockUse[],
  context: FigureContext,
): Promise<{ figures: (SettledFigure | null)[]; problems: Problem[] }> {
  const settled = await Promise.all(
    uses.map((use, index) => {
      const id = context.idOf?.(use) ?? use.props.id ?? `figure-${index + 1}`;
      return use.name === 'Chart' ? settleChart(use, id, context) : settleFigure(use, id, context);
    }),
  );
  return {
    figures: settled.map(({ figure }) => figure ?? null),
    problems: settled.flatMap(({ problems }) => problems),
  };
}

async function settleFigure(use: BlockUse, id: string, context: FigureContext): Promise<Settled> {
  const name = use.props.kind ?? '';
  if (!isKind(name)) return { problems: [unknownKind(use)] };
  const drawn = await figureInput(use, name, context);
  if ('problems' in drawn) return drawn;
  const { input, of } = drawn;
  const kind = kinds[name];
  const finding = kind.finding(input);
  const caption = use.props.caption ?? finding.replace(/[。.]$/, '');
  try {
    const { svg, width, height } = await context.pool.draw(
      { spec: kind.spec(input, chartWidth) },
      context.cache,
    );
    const alternative = alternativeText(kind.title[input.language], caption, finding, input);
    const dressed = dress(svg, { id, title: caption, description: alternative });
    const data = kind.table(input);
    return {
      figure: { id, kind: name, caption, finding, alternative, svg: dressed, width, height, data, of },
      problems: [],
    };
  } catch (error) {
    return { problems: [drawingProblem(error, use.place, 'figure-not-drawn')] };
  }
}
