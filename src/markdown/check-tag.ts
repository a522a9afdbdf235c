import { nearest } from '../base/nearest.ts';
import type { Problem } from '../base/problem.ts';
import { problem } from '../problems/problem.ts';
import { type TagName, type TagSchema, tagSchemas } from '../schema/tags.ts';
import type { BlockTagName, BlockUse, InlineTagName, InlineUse } from './uses.ts';

const schemas: Record<InlineTagName | BlockTagName, TagSchema> = tagSchemas satisfies Record<
  TagName,
  TagSchema
>;

/** Unknown, missing and wrong attributes of a tag. */
export function checkTag(use: InlineUse | BlockUse): Problem[] {
  const { props, example } = schemas[use.name];
  const result = props.safeParse(use.props);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownAttribute(use, key));
    const key = String(issue.path[0]);
    const description = props.shape[key]?.meta()?.description ?? '';
    const written = use.props[key];
    if (written === undefined) {
      return [problem('missing-attribute', use.place, { tag: use.name, name: key, description, example })];
    }
    const place = use.propPlaces[key] ?? use.place;
    const near = issue.code === 'invalid_value' ? nearest(written, issue.values.map(String)) : undefined;
    return [problem('bad-attribute', place, { tag: use.name, name: key, written, near, description })];
  });
}

function unknownAttribute(use: InlineUse | BlockUse, name: string): Problem {
  const known = Object.keys(schemas[use.name].props.shape);
  const place = use.propPlaces[name] ?? use.place;
  const params = { tag: use.name, name, near: nearest(name, known), all: known.join('、') };
  return problem('unknown-attribute', place, params);
}
