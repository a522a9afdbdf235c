/** Shapes of GeoJSON (RFC 7946), checked and wound as D3 draws them. */
import type { MapErrorReason } from '../../problems/texts/table-problems.ts';

type Position = number[];

/** What the reader has to know of a shape. */
interface Shape {
  geometry: unknown;
  points: number;
}

/** How deep the positions lie. */
const depths: Record<string, number> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

const areas = new Set(['Polygon', 'MultiPolygon']);

/** The shape as it is drawn, or what is wrong with it. */
export function parseGeometry(written: unknown): Shape | { why: MapErrorReason; found: string } {
  if (typeof written !== 'object' || written === null || !('type' in written))
    return { why: 'geometry', found: formatBriefly(written) };
  const { type } = written;
  const depth = typeof type === 'string' ? depths[type] : undefined;
  if (typeof type !== 'string' || depth === undefined) return { why: 'geometry', found: formatBriefly(type) };
  const coordinates = 'coordinates' in written ? written.coordinates : undefined;
  const positions: Position[] = [];
  const odd = collectPositions(coordinates, depth, positions);
  if (odd !== undefined) return { why: 'coordinates', found: odd };
  if (!areas.has(type)) return { geometry: { type, coordinates }, points: positions.length };
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as Position[][][];
  const open = polygons.flat().find((ring) => !isClosedRing(ring));
  if (open) return { why: 'ring', found: formatBriefly(open) };
  const wound = polygons.map((rings) => rings.map((ring, i) => orientRing(ring, i === 0)));
  return { geometry: { type, coordinates: type === 'Polygon' ? wound[0] : wound }, points: positions.length };
}

/** Takes the positions of valid coordinates; gives the first part that is none. */
function collectPositions(part: unknown, depth: number, positions: Position[]): string | undefined {
  if (!Array.isArray(part)) return formatBriefly(part);
  if (depth > 0) {
    for (const inner of part) {
      const odd = collectPositions(inner, depth - 1, positions);
      if (odd !== undefined) return odd;
    }
    return part.length === 0 ? '[]' : undefined;
  }
  if (part.length < 2 || !part.every((one) => typeof one === 'number' && Number.isFinite(one)))
    return formatBriefly(part);
  positions.push(part as Position);
  return undefined;
}

function isClosedRing(ring: readonly Position[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return ring.length >= 4 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

/** D3 takes the land to lie right of an outer ring; RFC 7946 writes it left, and then the rest of the globe is filled. */
function orientRing(ring: Position[], outer: boolean): Position[] {
  const twice = ring.slice(1).reduce((sum, [x = 0, y = 0], i) => {
    const [before = 0, below = 0] = ring[i] ?? [];
    return sum + before * y - x * below;
  }, 0);
  return twice > 0 === outer ? [...ring].reverse() : ring;
}

function formatBriefly(value: unknown): string {
  const text = JSON.stringify(value) ?? '—';
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
