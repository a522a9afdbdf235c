import type { Cell } from '../../base/source-table.ts';
import type { Facts } from './facts.ts';

/** IAB UK, Preventing discrepancy checklist: 10 %, based on the publisher's figures. */
const defaultTolerance = 0.1;

/** One source held against the reference of its metric and day. */
export interface Gap {
  row: Cell | undefined;
  date: string;
  metric: string;
  source: string;
  /** The source it is held against. */
  reference: string;
  /** (value − reference) / reference; null when the reference is 0 and the value is not. */
  difference: number | null;
  tolerance: number;
  passed: boolean;
}

/** Both 0 agree; one 0 does not. */
export function computeGap(
  value: number,
  reference: number,
  tolerance: number,
): Pick<Gap, 'difference' | 'passed'> {
  if (value === reference) return { difference: 0, passed: true };
  if (reference === 0) return { difference: null, passed: false };
  const difference = (value - reference) / reference;
  // Binary fractions: 1.1 − 1 is a little more than 0.1.
  return { difference, passed: value !== 0 && Math.abs(difference) <= tolerance + 1e-9 };
}

/** The rows of recon with one source of reference for their metric and day, in order. */
export async function readGaps({ rows }: Pick<Facts, 'rows'>): Promise<Gap[]> {
  const all = await rows('recon');
  const groups = Map.groupBy(all, ({ date, metric }) => JSON.stringify([date, metric]));
  const references = new Map(
    [...groups].flatMap(([key, rows]) => {
      const [reference, second] = rows.filter((row) => row.reference === true);
      return reference && !second ? [[key, reference] as const] : [];
    }),
  );
  return all.flatMap((row) => {
    const reference = references.get(JSON.stringify([row.date, row.metric]));
    if (!reference || reference === row) return [];
    const tolerance = [row.tolerance, reference.tolerance].find((one) => typeof one === 'number');
    const allowed = Number(tolerance ?? defaultTolerance);
    return [
      {
        row: row.row_no,
        date: String(row.date),
        metric: String(row.metric),
        source: String(row.source),
        reference: String(reference.source),
        tolerance: allowed,
        ...computeGap(Number(row.value), Number(reference.value), allowed),
      },
    ];
  });
}
