/** A specification written otherwise, to the same drawing: so that charts which differ in small things are of one shape. */
import { mergeLayers } from './merge-layers.ts';

/** `spec` is not changed. What a team has written itself, which has `datasets`, stays as it is. */
export function unifySpec<T extends object>(spec: T): T {
  return 'datasets' in spec ? spec : unifyView(spec);
}

function unifyView<T extends object>(view: T): T {
  const unified = { ...view } as Record<string, unknown>;
  for (const key of ['vconcat', 'hconcat', 'layer']) {
    const views = unified[key] as object[] | undefined;
    if (views) unified[key] = (key === 'layer' ? mergeLayers(views) : views).map(unifyView);
  }
  const title = unified.title as { text?: unknown } | undefined;
  // That of the theme, said as others say theirs.
  if (title?.text) unified.title = { frame: 'group', ...title };
  else if (title?.text === '') delete unified.title;
  return unified as T;
}
