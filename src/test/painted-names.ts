/** What a drawing paints the names in it with, read from its marks and the words over them. */

interface Drawn {
  kind: string;
  svg: string;
}

/** Colour is a number there, or a direction: it says nothing of who something is about. */
const otherColours = new Set([
  'heat',
  'calendar',
  'clicks',
  'waterfall',
  'diverging',
  'matrix',
  'gantt',
  'likert',
]);

const categorical = /^(c[1-6]|even)$/;

/** Name and colour of each mark that is about one of the names. */
export function collectPaints(
  { kind, svg }: Drawn,
  names: ReadonlySet<string>,
): [name: string, paint: string][] {
  if (otherColours.has(kind)) return [];
  const marks = svg.matchAll(/<(?:path|circle|rect|line)([^>]*)><title>([^<]*)<\/title>/g);
  return [...marks].flatMap(([, attributes = '', title = '']): [string, string][] => {
    const [about = ''] = title.split('：');
    const parts = (about.split(' · ').length > 1 ? about : title).split(/ · |：|，|: |, /);
    // A bar of a row and what a part of it is made of: the colour is that of the part.
    const told = kind === 'stacked' ? about.split(' · ').slice(-1) : parts;
    const name = told.find((part) => names.has(part));
    const paint = findPaint(attributes);
    return name !== undefined && paint !== undefined ? [[name, paint]] : [];
  });
}

/** Of the fill, or of the stroke where it is hollow. */
function findPaint(attributes: string): string | undefined {
  const paints = [...attributes.matchAll(/(?:fill|stroke)="var\(--([a-z0-9-]+)\)"/g)].map(
    ([, paint]) => paint!,
  );
  return paints.find((paint) => categorical.test(paint));
}
