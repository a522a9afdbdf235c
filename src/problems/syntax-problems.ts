import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { YamlError, YamlText } from '../base/yaml-text.ts';
import { createProblem } from './catalog.ts';
import type { YamlTrouble } from './texts/yaml-problems.ts';
import { type FoundSlip, findHiddenSlips, findYamlSlips } from './yaml-slips.ts';

/** What keeps a text from being read as the YAML that was meant: a problem a cause, however many errors come of it. */
export function collectSyntaxProblems(yaml: YamlText): Problem[] {
  if (yaml.errors.length === 0) return findHiddenSlips(yaml).map((slip) => toSlipProblem(slip, yaml));
  const endless = yaml.errors.flatMap(({ place, kind }) =>
    kind === 'syntax' ? [] : [createProblem('yaml-endless', place, { kind })],
  );
  // Line after line with a colon that is none seem to stand within one another.
  const { slips, left } =
    endless.length < yaml.errors.length ? findYamlSlips(yaml.source) : { slips: [], left: undefined };
  const [again] = yaml.repeated;
  const problems = slips.map((slip) => toSlipProblem(slip, yaml));
  if (problems.length > 0) return problems;
  if (endless.length > 0) return endless.slice(0, 1);
  if (left) return [createTroubleProblem(left, yaml)];
  return again
    ? [createProblem('yaml-repeated', again.place, { ...again, more: yaml.repeated.length - 1 })]
    : [];
}

function toSlipProblem({ line, column, ...params }: FoundSlip, { source, firstLine }: YamlText): Problem {
  const place: Place = { file: source.file, line: line + firstLine - 1, column };
  return createProblem('yaml-syntax', place, params);
}

function createTroubleProblem({ place, code }: YamlError, { source, firstLine }: YamlText): Problem {
  const at = place.line ?? 1;
  const line = source.text.split('\n')[at - 1] ?? '';
  const inFile: Place = { ...place, file: source.file, line: at + firstLine - 1 };
  return createProblem('yaml-trouble', inFile, {
    trouble: troubles[code],
    written: shorten(line.trim()),
    code,
  });
}

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

const troubles: Record<YamlError['code'], YamlTrouble> = {
  ALIAS_PROPS: 'reference',
  BAD_ALIAS: 'reference',
  BAD_COLLECTION_TYPE: 'sign',
  BAD_DIRECTIVE: 'sign',
  BAD_DQ_ESCAPE: 'sign',
  BAD_INDENT: 'indent',
  BAD_PROP_ORDER: 'sign',
  BAD_SCALAR_START: 'sign',
  BLOCK_AS_IMPLICIT_KEY: 'indent',
  BLOCK_IN_FLOW: 'sign',
  DUPLICATE_KEY: 'other',
  IMPOSSIBLE: 'other',
  KEY_OVER_1024_CHARS: 'long',
  MISSING_CHAR: 'no-key',
  MULTILINE_IMPLICIT_KEY: 'no-key',
  MULTIPLE_ANCHORS: 'reference',
  MULTIPLE_DOCS: 'parts',
  MULTIPLE_TAGS: 'sign',
  NON_STRING_KEY: 'no-key',
  RESOURCE_EXHAUSTION: 'other',
  TAB_AS_INDENT: 'indent',
  TAG_RESOLVE_FAILED: 'sign',
  UNEXPECTED_TOKEN: 'sign',
};
