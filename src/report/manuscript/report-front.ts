import type { z } from 'zod';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import type { MarkdownChapter } from '../../markdown/markdown-chapter.ts';
import { collectSchemaProblems } from '../../problems/schema-problems.ts';
import type { ReportFront } from '../../schema/front-matter.ts';
import type { BookFront } from '../book.ts';

/** Front matter checked against its schema. A key too many hides nothing: `front` is missing only when the rest does not fit. */
export function parseFront<T extends z.ZodObject>(
  schema: T,
  written: Pick<MarkdownChapter, 'front' | 'frontPlaces'>,
  file: string,
): { front?: z.output<T>; problems: Problem[] } {
  const result = schema.safeParse(written.front);
  if (result.success) return { front: result.data, problems: [] };
  const known = schema.safeParse(pickKeys(written.front, Object.keys(schema.shape)));
  const getPlace = (path: readonly PropertyKey[]): Place => {
    for (let length = path.length; length > 0; length--) {
      const place = written.frontPlaces[path.slice(0, length).join('.')];
      if (place) return place;
    }
    return { file, line: 1, column: 1 };
  };
  const problems = collectSchemaProblems(result.error, schema, written.front, {
    getPlace,
    getKeyPlace: getPlace,
  });
  return { ...(known.success && { front: known.data }), problems };
}

function pickKeys(front: Record<string, unknown>, keys: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(front).filter(([key]) => keys.includes(key)));
}

/** What cover and report home show of the front matter. */
export function buildFront(front: ReportFront, members: BookFront['members']): BookFront {
  const { title, subtitle, team, mentor, period, keywords, cover, zone, simulated, dataDate } = front;
  return {
    title,
    ...(subtitle && { subtitle }),
    team,
    mentor,
    period,
    date: front.date ?? period.to,
    ...(dataDate && { dataDate }),
    corrections: front.corrections.toSorted((a, b) => (a.date < b.date ? 1 : -1)),
    keywords,
    cover,
    members,
    zone,
    simulated,
    draft: false,
  };
}
