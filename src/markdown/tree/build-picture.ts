import { decodeUri } from '../../base/decoding.ts';
import type { Place } from '../../base/place.ts';
import { findUnsafeImageReason } from '../../base/safety/link-safety.ts';
import { createProblem } from '../../problems/catalog.ts';
import { anchorId } from '../../schema/tag-schemas.ts';
import type { BlockTagUse } from '../markdown-chapter.ts';
import { getChildren, getStart, type Mdast } from '../mdast.ts';
import type { TreeContext } from './tree-context.ts';

type Image = Extract<Mdast, { type: 'image' | 'imageReference' }>;

/** The name of a picture, directly after it: `![题注](a.png){#poster}`. */
const namePattern = /^\{#([^{}\n]*)\}/;

/** A paragraph of nothing but images is these pictures. Undefined for any other, or where one may not be shown. */
export function buildPictures(node: Mdast, context: TreeContext): BlockTagUse[] | undefined {
  const pictures: BlockTagUse[] = [];
  let last: BlockTagUse | undefined;
  for (const child of getChildren(node)) {
    if (child.type === 'image' || child.type === 'imageReference') {
      last = buildPicture(child, context);
      if (!last) return undefined;
      pictures.push(last);
    } else if (child.type === 'text') {
      const written = context.restore(child.value);
      const name = namePattern.exec(written);
      if (written.slice(name?.[0].length ?? 0).trim() !== '') return undefined;
      if (name && last) setName(last, name[1]!, context.getPlaceAt(getStart(child) + 2), context);
    } else return undefined;
  }
  for (const picture of pictures) addPicture(picture, context);
  return pictures.length > 0 ? pictures : undefined;
}

function buildPicture(node: Image, context: TreeContext): BlockTagUse | undefined {
  const definition = node.type === 'imageReference' ? context.definitions.get(node.identifier) : node;
  const src = context.restore(definition?.url ?? '');
  if (findUnsafeImageReason(src)) return undefined;
  const place = context.getPlace(node);
  const alt = context.restore(node.alt ?? '').trim();
  const title = context.restore(definition?.title ?? '').trim();
  return {
    type: 'block-tag',
    name: 'Picture',
    props: { src: decodeUri(src), ...(alt && { alt }), ...(title && { title }) },
    place,
    propPlaces: alt || title ? { caption: place } : {},
    children: [],
  };
}

/** A name that a figure may not have is told when the picture is one. */
function setName(picture: BlockTagUse, id: string, at: Place, { problems }: TreeContext): void {
  const checked = anchorId.safeParse(id.trim());
  picture.propPlaces.id = at;
  if (checked.success) picture.props.id = checked.data;
  else problems.push(createProblem('picture-name', at, { id }));
}

function addPicture(picture: BlockTagUse, context: TreeContext): void {
  context.uses.add(picture);
  context.images.push({ src: picture.props.src!, place: picture.place });
}
