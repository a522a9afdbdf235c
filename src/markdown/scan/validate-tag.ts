import { findNearestName } from '../../base/nearest-name.ts';
import type { Problem } from '../../base/problem.ts';
import { createProblem } from '../../problems/catalog.ts';
import { type TagName, type TagSchema, tagSchemas } from '../../schema/tag-schemas.ts';
import type { BlockTagName, BlockTagUse, InlineTagName, InlineTagUse } from '../markdown-chapter.ts';

const schemas: Record<InlineTagName | BlockTagName, TagSchema> = tagSchemas satisfies Record<
  TagName,
  TagSchema
>;

/** Unknown, missing and wrong attributes of a tag. */
export function validateTag(use: InlineTagUse | BlockTagUse): Problem[] {
  const { props, example } = schemas[use.name];
  const result = props.safeParse(use.props);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => createUnknownAttributeProblem(use, key));
    const key = String(issue.path[0]);
    const description = props.shape[key]?.meta()?.description ?? '';
    const written = use.props[key];
    if (written === undefined) {
      return [
        createProblem('missing-attribute', use.place, { tag: use.name, name: key, description, example }),
      ];
    }
    const place = use.propPlaces[key] ?? use.place;
    const near =
      issue.code === 'invalid_value' ? findNearestName(written, issue.values.map(String)) : undefined;
    return [createProblem('bad-attribute', place, { tag: use.name, name: key, written, near, description })];
  });
}

function createUnknownAttributeProblem(use: InlineTagUse | BlockTagUse, name: string): Problem {
  const known = Object.keys(schemas[use.name].props.shape);
  const place = use.propPlaces[name] ?? use.place;
  const params = { tag: use.name, name, near: findNearestName(name, known), all: known.join('、') };
  return createProblem('unknown-attribute', place, params);
}
