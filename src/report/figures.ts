import type { Problem } from '../base/problem.ts';
import { alternativeText } from '../charts/alternative.ts';
import { isKind, kinds } from '../charts/kinds/index.ts';
import { publishedSpec } from '../charts/published.ts';
import { widths } from '../charts/theme.ts';
import type { BlockUse } from '../markdown/uses.ts';
import { drawingProblem, type FigureContext, type Settled, type SettledFigure } from './drawn.ts';
import { figureInput, unknownKind } from './figure-input.ts';
import { settleChart } from './own-charts.ts';
import { drawAll, dressAll } from './pictures.ts';

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
    const specOf = (full: number) => kind.spec(input, full);
    const wide = use.props.wide === 'yes';
    const drawings = await drawAll(specOf, context, { group: name, wide, image: input.page });
    const alternative = alternativeText(kind.title[input.language], caption, finding, input);
    const pictures = dressAll(drawings, { id, title: caption, description: alternative });
    const spec = publishedSpec(specOf(wide ? widths.page : widths.text));
    const data = kind.table(input);
    return {
      figure: { ...pictures, id, kind: name, caption, finding, alternative, spec, data, of },
      problems: [],
    };
  } catch (error) {
    return { problems: [drawingProblem(error, use.place, 'figure-not-drawn')] };
  }
}
