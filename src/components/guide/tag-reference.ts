/** The reference of tags, from the schema that the parser checks them with. */
import type { Language } from '../../base/language.ts';
import { type TagName, type TagSchema, tagNames, tagSchemas } from '../../schema/tag-schemas.ts';
import { selectLanguageSide } from '../../words/site/handbook-words.ts';

export const tagReferencePage = 'guide/tags.html';

interface TagEntry {
  name: TagName;
  position: TagSchema['position'];
  description: string;
  /** To paste. */
  example: string;
  attributes: { name: string; meaning: string; needed: boolean }[];
}

/** Every tag with its attributes, in the order of the schema. */
export function listTags(language: Language): TagEntry[] {
  return tagNames.map((name) => {
    const { position, description, example, props }: TagSchema = tagSchemas[name];
    const attributes = Object.entries(props.shape).map(([attribute, schema]) => ({
      name: attribute,
      meaning: selectLanguageSide(schema.meta()?.description ?? '', language),
      needed: !schema.safeParse(undefined).success,
    }));
    return { name, position, description: selectLanguageSide(description, language), example, attributes };
  });
}
