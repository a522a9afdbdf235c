import type { TopLevelSpec } from 'vega-lite';
import type { ZodObject } from 'zod';
import type { Claim } from '../base/claims/claim.ts';
import type { Bilingual, Language } from '../base/language.ts';
import type { TableRows } from '../base/value-series.ts';
import type { ChartInput, PanelForm } from './input.ts';

export type Spec = TopLevelSpec;

type Layered = Extract<Spec, { layer: unknown }>;
/** A mark with its encodings inside a layered view. */
export type Layer = Layered['layer'][number];
/** A view among others. */
export type Panel = Extract<Spec, { vconcat: unknown }>['vconcat'][number];

/** What a chart may be drawn from: names in `of` are values, or the table `goals`, or a table or query. */
export type FigureSource = 'values' | 'goals' | 'table';

/**
 * Why an input cannot be drawn. `name` is the value at fault, `text` what was found where that helps.
 * The words an author reads are those of the problem `figure-<why>`.
 */
export interface InputError {
  why:
    | 'needs-time'
    | 'needs-parts'
    | 'needs-two-dimensions'
    | 'needs-two-arms'
    | 'needs-counts'
    | 'needs-values'
    | 'needs-interval'
    | 'needs-curve'
    | 'needs-column'
    | 'not-a-sum'
    | 'not-one-unit'
    | 'negative-size'
    | 'needs-two-sides'
    | 'too-many-series'
    | 'empty';
  name: string;
  text?: string;
}

/** Why several kinds are no panel of small multiples. */
export const panelRefusals = {
  twoGroupings: {
    zh: '它自己就要两层分组，小格里没有第三层',
    en: 'it needs two groupings itself, and a panel leaves it one',
  },
  oneModel: {
    zh: '它画的是一个模型的结果，每个模型单独一张图',
    en: 'it shows what one model found: one figure for each',
  },
  tableRows: {
    zh: '它画的是表里的各行，不是一个数值的序列',
    en: 'it shows rows of a table, not the series of a value',
  },
} satisfies Record<string, Bilingual>;

/** A kind of figure. Every file in `kinds/` exports one. */
export interface ChartKind {
  title: Bilingual;
  /** What it shows and what it needs, for the author's guide. */
  description: Bilingual;
  /** The question it answers, and where another kind answers better: one sentence each. */
  use: Bilingual;
  avoid: Bilingual;
  /** Where several are named, `of` says which. A table is handed over as values where the kind takes those too. */
  sources: readonly FigureSource[];
  /** Attributes of `<Figure>` that this kind takes besides kind, id, caption and wide. */
  props: ZodObject;
  /** What it is as a panel of small multiples, or why it is none. */
  panel: PanelForm | Bilingual;
  /** Undefined when the input can be drawn. */
  validate: (input: ChartInput) => InputError | undefined;
  /** `fullWidth`: pixels the whole drawing is wide, one of `widths`. */
  buildSpec: (input: ChartInput, fullWidth: number) => Spec;
  /** What the rows bear out; nothing where that is nothing. `words/claims/` makes a sentence of it. */
  listClaims: (input: ChartInput) => Claim[];
  /**
   * What the alternative text adds for readers who do not see the chart, beyond `listClaims`; without it, between what
   * each series moves.
   */
  listDetails?: (input: ChartInput) => Claim[];
  /** The numbers of the chart. */
  buildTable: (input: ChartInput) => TableRows;
  /**
   * A small one for the gallery and the tests: how to write it in a chapter and, where values are drawn, in
   * `metrics.yaml`; and what it is then drawn from.
   */
  example: { tag: string; metrics?: string; input: (language: Language) => ChartInput };
}
