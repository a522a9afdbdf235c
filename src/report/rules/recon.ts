import type { Cell } from '../../base/source-table.ts';
import type { Facts } from './facts.ts';

/** IAB UK, Preventing discrepancy checklist: 10 %, based on the publisher's figures. */
export const defaultTolerance = 0.1;

/** One source held against the reference of its metric and day. */
export interface Gap {
  row: Cell | undefined;
  date: string;
  metric: string;
  source: string;
  /** (value − reference) / reference; null when the reference is 0 and the value is not. */
  difference: number | null;
  tolerance: number;
  passed: boolean;
}

/** Both 0 agree; one 0 does not. */
export function compare(
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

export async function gapsOf({ rows }: Facts): Promise<Gap[]> {
  const all = await rows('recon');
  return all.flatMap((row) => {
    const same = all.filter(({ date, metric }) => date === row.date && metric === row.metric);
    const references = same.filter(({ reference }) => reference === true);
    const [reference] = references;
    if (!reference || references.length > 1 || reference === row) return [];
    const tolerance = [row.tolerance, reference.tolerance].find((one) => typeof one === 'number');
    const allowed = Number(tolerance ?? defaultTolerance);
    return [
      {
        row: row.row_no,
        date: String(row.date),
        metric: String(row.metric),
        source: String(row.source),
        tolerance: allowed,
        ...compare(Number(row.value), Number(reference.value), allowed),
      },
    ];
  });
}
