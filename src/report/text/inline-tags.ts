import { listNames, suggestNames } from '../../base/names/suggest-names.ts';
import { findNearestName } from '../../base/nearest-name.ts';
import type { Problem } from '../../base/problem.ts';
import type { InlineTagUse } from '../../markdown/markdown-chapter.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { BookInline, BookValue } from '../book.ts';
import { getPropPlace, splitNames } from '../manuscript/tag-props.ts';
import { findDifferenceMetric, isEstimate } from './estimates.ts';
import { checkValueForm, formatValue } from './format-value.ts';
import type { ProseContext } from './prose-context.ts';
import { createUnknownValueProblems } from './value-names.ts';
import { computeIntervalVerdict, computeVerdict } from './verdict.ts';

interface InlineEffects {
  report: (found: Problem) => void;
  cite: (kind: 'value' | 'part', name: string) => void;
}

/** Resolves `<Value>`, `<Verdict>`, `<Ref>`, `<Cite>`, `<Term>`; what cannot be resolved is a problem and prints as "—". */
export function resolveInlineTag(
  use: InlineTagUse,
  anchor: string,
  context: ProseContext,
  effects: InlineEffects,
): BookInline {
  const resolved = resolvers[use.name](use, anchor, context, effects);
  if (!('problem' in resolved)) return resolved;
  if (resolved.problem) effects.report(resolved.problem);
  return { type: 'text', value: '—' };
}

type TagResolver = (
  use: InlineTagUse,
  anchor: string,
  context: ProseContext,
  effects: InlineEffects,
) => BookInline | { problem: Problem | undefined };

const resolvers: Record<InlineTagUse['name'], TagResolver> = {
  Value(use, anchor, context, { cite, report }) {
    const { values, language } = context;
    const { of: name = '', as, digits } = use.props;
    const value = values[name];
    if (!value) return { problem: createUnknownValueProblems(name, context, getPropPlace(use, 'of'))[0] };
    const unfit = checkValueForm(value, as, getPropPlace(use, 'as'));
    if (unfit) report(unfit);
    else reportRepeats(value, use, report);
    cite('value', name);
    return { type: 'value', name, text: formatValue(value, as, digits, language), anchor };
  },
  Verdict(use, anchor, context, { cite, report }) {
    const { values, language } = context;
    const { of: name = '', vs = 'target', as } = use.props;
    const value = values[name];
    if (!value) return { problem: createUnknownValueProblems(name, context, getPropPlace(use, 'of'))[0] };
    const unfit = checkValueForm(value, as, getPropPlace(use, 'as'));
    if (unfit) return { problem: unfit };
    const other = values[vs];
    if (as === 'interval' && other && isEstimate(other)) {
      const params = { name, vs, metric: findDifferenceMetric(value) };
      return { problem: createProblem('interval-of-two-estimates', getPropPlace(use, 'vs'), params) };
    }
    const judged = (as === 'interval' ? computeIntervalVerdict : computeVerdict)(value, vs, values, language);
    reportRepeats(value, use, report);
    if (!judged) return { problem: createProblem('verdict-without', getPropPlace(use, 'vs'), { name, vs }) };
    cite('value', name);
    return { type: 'verdict', name, ...judged, anchor };
  },
  Ref(use, _anchor, { numbering }, { cite }) {
    const id = (use.props.to ?? '').replace(/^#/, '');
    const part = numbering.parts.get(id);
    if (part) {
      cite('part', part.id);
      return { type: 'ref', text: part.label, target: part.target };
    }
    const known = [...numbering.parts.keys()];
    const items = known.filter((key) => ['figure', 'table'].includes(numbering.parts.get(key)!.kind));
    return {
      problem: createProblem('unknown-ref', getPropPlace(use, 'to'), {
        id,
        near: findNearestName(id, known),
        all: listNames(id, items),
      }),
    };
  },
  Cite(use, _anchor, { citations }, { report }) {
    const keys = splitNames(use.props.of ?? '').filter((key) => {
      if (citations.isKnown(key)) return true;
      if (citations.isBroken(key)) return false;
      const params = { key, ...suggestNames(key, citations.listKeys()) };
      report(createProblem('unknown-reference', getPropPlace(use, 'of'), params));
      return false;
    });
    return citations.addCitation(keys);
  },
  Term(use, _anchor, { glossary }) {
    const name = use.props.of ?? '';
    const definition = glossary.get(name);
    if (definition !== undefined) return { type: 'term', name, text: name, definition };
    const known = [...glossary.keys()];
    const params = { name, ...suggestNames(name, known) };
    return { problem: createProblem('unknown-term', getPropPlace(use, 'of'), params) };
  },
};

/** An interval that is printed or judged, though it takes the rows of one user as those of several. */
function reportRepeats({ name, interval }: BookValue, use: InlineTagUse, report: (found: Problem) => void) {
  if (use.props.as !== 'interval' || interval?.assumes === undefined) return;
  report(createProblem('interval-of-repeats', getPropPlace(use, 'as'), { name }));
}
