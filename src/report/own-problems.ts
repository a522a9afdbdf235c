/** What is wrong with a team's own specification, at the line and column where it is written. */
import { nearest } from '../base/nearest.ts';
import type { Problem } from '../base/problem.ts';
import type { YamlText } from '../base/yaml-text.ts';
import { pathOfGrowth, pathOfMark } from '../charts/blame.ts';
import type { DrawingLimitError } from '../charts/drawing-errors.ts';
import type { Fault, Path } from '../charts/json-schema.ts';
import type { Refusal } from '../charts/own.ts';
import { mostMarks } from '../charts/render.ts';
import { problem } from '../problems/problem.ts';
import { grouped } from '../words/count.ts';

const shown = (path: Path) => path.join('.');

export function refusalProblem({ why, path, found }: Refusal, yaml: YamlText): Problem {
  const place = yaml.placeOf(path);
  if (why === 'url') return problem('chart-url-refused', place, { path: shown(path) || '—', found });
  if (why === 'inline') return problem('chart-data-inline', place, { path: shown(path) || '—' });
  return problem('chart-spec-invalid', place, { message: found });
}

/** As many names as an author reads; the nearest is told apart. */
const mostNames = 16;

export function faultProblem({ why, path, expected, sorts }: Fault, yaml: YamlText): Problem {
  const all = expected.slice(0, mostNames).concat(expected.length > mostNames ? ['…'] : []);
  if (why === 'missing') {
    const place = yaml.placeOf(path);
    return problem('chart-spec-missing', place, { path: shown(path), name: expected.join('、') });
  }
  if (why === 'key') {
    const name = String(path.at(-1));
    const near = nearest(name, expected);
    const params = { path: shown(path.slice(0, -1)), name, near, all };
    return problem('chart-spec-key', yaml.placeOfKey(path), params);
  }
  const value = path.reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], yaml.data);
  const found = typeof value === 'string' ? value : brief(value);
  const near = typeof value === 'string' ? nearest(value, expected) : undefined;
  return problem('chart-spec-value', yaml.placeOf(path), { path: shown(path), found, near, all, sorts });
}

function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

export function limitProblem({ limit, message, mark }: DrawingLimitError, yaml: YamlText): Problem {
  const path = limit === 'marks' ? pathOfMark(yaml.data, mark) : pathOfGrowth(yaml.data);
  const place = yaml.placeOf(path);
  if (limit !== 'marks') return problem('chart-too-slow', place, { path: shown(path), message });
  const [marks, most] = [Number(message), mostMarks].map((count) => grouped.format(count));
  return problem('chart-too-many-marks', place, { path: shown(path), marks: marks!, limit: most! });
}
