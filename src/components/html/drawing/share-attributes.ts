import type { SvgElement } from '../../../charts/draw/svg-tree.ts';

type Attributes = Record<string, string>;

/** What an element takes from the group that it stands in, and the class of marks, which the script reads there too. */
const inherited = new Set(
  'class fill fill-opacity stroke stroke-width stroke-opacity stroke-dasharray stroke-linecap stroke-linejoin font-size font-weight text-anchor'.split(
    ' ',
  ),
);

const groupTags = '<g></g>'.length;

/** Elements one behind the other that are painted alike, in a group that says it once. */
export function shareAttributes(parent: SvgElement): SvgElement {
  const { children } = parent;
  const grouped: (SvgElement | string)[] = [];
  for (let i = 0; i < children.length; ) {
    const { shared, count } = measureRun(children, i);
    const alike = children.slice(i, i + count) as SvgElement[];
    const length = Object.entries(shared).reduce(
      (sum, [key, value]) => sum + key.length + value.length + 4,
      0,
    );
    if (length * (count - 1) > groupTags)
      grouped.push({ name: 'g', attributes: shared, children: alike.map((one) => without(one, shared)) });
    else grouped.push(...children.slice(i, i + count));
    i += count;
  }
  return mergeOnlyGroup({ ...parent, children: grouped });
}

/** How many elements from `start` on say the same as the first two of them do. */
function measureRun(
  children: readonly (SvgElement | string)[],
  start: number,
): { shared: Attributes; count: number } {
  const first = children[start];
  const second = children[start + 1];
  if (!isDrawn(first) || !isDrawn(second)) return { shared: {}, count: 1 };
  const shared = Object.fromEntries(
    Object.entries(first.attributes).filter(
      ([key, value]) => inherited.has(key) && second.attributes[key] === value,
    ),
  );
  const keys = Object.keys(shared);
  if (keys.length === 0) return { shared, count: 1 };
  let end = start + 2;
  for (let next = children[end]; isDrawn(next) && hasAll(next, shared); next = children[++end]);
  return { shared, count: end - start };
}

const isDrawn = (child: SvgElement | string | undefined): child is SvgElement =>
  typeof child === 'object' && /^(path|circle|rect|line|text)$/.test(child.name);

const hasAll = ({ attributes }: SvgElement, shared: Attributes): boolean =>
  Object.entries(shared).every(([key, value]) => attributes[key] === value);

const without = ({ attributes, ...element }: SvgElement, shared: Attributes): SvgElement => ({
  ...element,
  attributes: Object.fromEntries(Object.entries(attributes).filter(([key]) => !(key in shared))),
});

/** A group whose only child is a group without a place of its own is that one. */
function mergeOnlyGroup(parent: SvgElement): SvgElement {
  const [only, ...others] = parent.children;
  if (parent.name !== 'g' || others.length > 0 || typeof only !== 'object' || only.name !== 'g')
    return parent;
  if (Object.keys(only.attributes).some((key) => !inherited.has(key))) return parent;
  return { ...parent, attributes: { ...parent.attributes, ...only.attributes }, children: only.children };
}
