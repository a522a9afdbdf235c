import { attributeTo } from '../../base/limits/spending.ts';
import type { Problem } from '../../base/problem.ts';
import { describeChart } from '../../charts/data/alternative-text.ts';
import { isKind, type Kind, kinds } from '../../charts/kinds/kinds.ts';
import { chartWidths } from '../../charts/theme.ts';
import { buildPublishedSpec } from '../../charts/user-specs/published.ts';
import type { BlockTagUse } from '../../markdown/markdown-chapter.ts';
import { describeClaims, listClauses } from '../../words/claims/describe-claims.ts';
import { describeUse } from '../spent-report.ts';
import {
  type BuiltFigure,
  type FigureContext,
  type FigureResult,
  toDrawingProblem,
} from './figure-context.ts';
import { createUnknownKindProblem, type ResolvedFigure, resolveFigureInput } from './figure-input.ts';
import { rememberItem, rememberSound } from './remembered-items.ts';
import { drawVariants, withAccessibleNames } from './render-variants.ts';
import { buildUserChart } from './user-charts.ts';

export type { FigureContext } from './figure-context.ts';

/** Draws every `<Figure>` and `<Chart>`. The answers stand in the order of `uses`, null where there is no figure. */
export async function buildFigures(
  uses: readonly BlockTagUse[],
  context: FigureContext,
): Promise<{ figures: (BuiltFigure | null)[]; problems: Problem[] }> {
  const built = await Promise.all(
    uses.map((use, index) => {
      const id = context.getId?.(use) ?? use.props.id ?? `figure-${index + 1}`;
      const build = use.name === 'Chart' ? buildUserChart : buildFigure;
      return rememberItem(use, id, context, () =>
        attributeTo(context.spending, describeUse(use), () => build(use, id, context)),
      );
    }),
  );
  return {
    figures: built.map(({ figure }) => figure ?? null),
    problems: built.flatMap(({ problems }) => problems),
  };
}

async function buildFigure(use: BlockTagUse, id: string, context: FigureContext): Promise<FigureResult> {
  const name = use.props.kind ?? '';
  if (!isKind(name)) return { problems: [createUnknownKindProblem(use)] };
  const resolved = await resolveFigureInput(use, name, context);
  if ('problems' in resolved) return resolved;
  // The rows may be the same where the data are not.
  const key = JSON.stringify([use.props, resolved]);
  return rememberSound(context.memory, `Drawn ${id}`, key, () =>
    drawFigure(use, id, context, name, resolved),
  );
}

async function drawFigure(
  use: BlockTagUse,
  id: string,
  context: FigureContext,
  name: Kind,
  { input, of }: ResolvedFigure,
): Promise<FigureResult> {
  const kind = kinds[name];
  const claims = kind.listClaims(input);
  const finding = describeClaims(claims, input.language);
  const clauses = listClauses(claims, input.language);
  const caption = use.props.caption ?? (finding.replace(/[。.]$/, '') || kind.title[input.language]);
  try {
    const buildSizedSpec = (full: number) => kind.buildSpec(input, full);
    const wide = use.props.wide === 'yes';
    const drawings = await drawVariants(buildSizedSpec, context, { group: name, wide, image: input.page });
    const alternative = describeChart(kind, caption, claims, input);
    const pictures = withAccessibleNames(drawings, { id, title: caption, description: alternative });
    const spec = buildPublishedSpec(buildSizedSpec(wide ? chartWidths.page : chartWidths.text));
    const data = kind.buildTable(input);
    return {
      figure: { ...pictures, id, kind: name, caption, finding, clauses, alternative, spec, data, of },
      problems: [],
    };
  } catch (error) {
    return { problems: [toDrawingProblem(error, use.place, 'figure-not-drawn')] };
  }
}
