/** What is wrong with a team's own specification, at the line and column where it is written. */
import { findNearestName } from '../../base/nearest-name.ts';
import type { Problem } from '../../base/problem.ts';
import type { YamlText } from '../../base/yaml-text.ts';
import type { DrawingLimitError } from '../../charts/draw/drawing-errors.ts';
import { mostMarks } from '../../charts/draw/render.ts';
import type { Path, SchemaError } from '../../charts/user-specs/json-schema.ts';
import { locateMark, locateRowGrowth } from '../../charts/user-specs/locate-error.ts';
import type { Refusal } from '../../charts/user-specs/user-spec.ts';
import { createProblem } from '../../problems/catalog.ts';
import { grouped } from '../../words/number-words.ts';

const formatPath = (path: Path) => path.join('.');

export function toRefusalProblem({ why, path, found }: Refusal, yaml: YamlText): Problem {
  const place = yaml.getPlace(path);
  if (why === 'url')
    return createProblem('chart-url-refused', place, { path: formatPath(path) || '—', found });
  if (why === 'inline') return createProblem('chart-data-inline', place, { path: formatPath(path) || '—' });
  return createProblem('chart-spec-invalid', place, { message: found });
}

/** As many names as an author reads; the nearest is told apart. */
const mostNames = 16;

export function toSchemaProblem({ why, path, expected, sorts }: SchemaError, yaml: YamlText): Problem {
  const all = expected.slice(0, mostNames).concat(expected.length > mostNames ? ['…'] : []);
  if (why === 'missing') {
    const place = yaml.getPlace(path);
    return createProblem('chart-spec-missing', place, { path: formatPath(path), name: expected.join('、') });
  }
  if (why === 'key') {
    const name = String(path.at(-1));
    const near = findNearestName(name, expected);
    const params = { path: formatPath(path.slice(0, -1)), name, near, all };
    return createProblem('chart-spec-key', yaml.getKeyPlace(path), params);
  }
  const value = path.reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], yaml.data);
  const found = typeof value === 'string' ? value : abbreviateValue(value);
  const near = typeof value === 'string' ? findNearestName(value, expected) : undefined;
  return createProblem('chart-spec-value', yaml.getPlace(path), {
    path: formatPath(path),
    found,
    near,
    all,
    sorts,
  });
}

function abbreviateValue(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

export function toLimitProblem({ limit, message, mark }: DrawingLimitError, yaml: YamlText): Problem {
  const path = limit === 'marks' ? locateMark(yaml.data, mark) : locateRowGrowth(yaml.data);
  const place = yaml.getPlace(path);
  if (limit !== 'marks') return createProblem('chart-too-slow', place, { path: formatPath(path), message });
  const [marks, most] = [Number(message), mostMarks].map((count) => grouped.format(count));
  return createProblem('chart-too-many-marks', place, {
    path: formatPath(path),
    marks: marks!,
    limit: most!,
  });
}
