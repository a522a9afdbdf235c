import { geometryColumn } from '../../base/map-table.ts';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import { isRecord } from '../../base/record.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { MapErrorReason } from '../../problems/texts/json-problems.ts';
import { grouped } from '../../words/number-words.ts';
import type { RawTable } from '../rows/raw-table.ts';
import { parseJson } from './json-table.ts';
import { createPlaceFinder } from './json-text.ts';
import { buildRecordsTable, type SourceRecord } from './records-table.ts';

/** A map of more points is megabytes on a page. */
const maxPoints = 50_000;

type FindPlace = (...path: (string | number)[]) => Place;

/** A GeoJSON file: one row a feature, its properties as columns and its shape as a text in the column `geometry`. */
export function parseGeojsonTable(file: string, text: string): RawTable {
  const { data, fault } = parseJson(file, text);
  if (fault) return buildRecordsTable(file, [], [fault]);
  // Down to the value of a property: `features`, 3, `properties`, `name`.
  const placeIn = createPlaceFinder(file, text, 4);
  const features = isRecord(data) && data.type === 'FeatureCollection' ? data.features : undefined;
  if (!Array.isArray(features)) {
    const found = isRecord(data) && typeof data.type === 'string' ? data.type : describeType(data);
    return buildRecordsTable(file, [], [createProblem('map-collection', placeIn('type'), { found })]);
  }
  const problems: Problem[] = [];
  const records: SourceRecord[] = [];
  let points = 0;
  for (const [i, written] of features.entries()) {
    const read = parseFeature(written, i, placeIn);
    if ('id' in read) problems.push(read);
    else {
      records.push(read.record);
      points += read.points;
    }
  }
  if (points <= maxPoints) return buildRecordsTable(file, records, problems);
  const params = { points: grouped.format(points), limit: grouped.format(maxPoints) };
  return buildRecordsTable(file, [], [...problems, createProblem('map-size', placeIn('features'), params)]);
}

function parseFeature(
  written: unknown,
  i: number,
  placeIn: FindPlace,
): { record: SourceRecord; points: number } | Problem {
  const createShapeProblem = (why: MapErrorReason, found: string, ...path: string[]) =>
    createProblem('map-shape', placeIn('features', i, ...path), { feature: i + 1, found, why });
  if (!isRecord(written) || written.type !== 'Feature')
    return createShapeProblem('feature', isRecord(written) ? String(written.type) : describeType(written));
  const properties = isRecord(written.properties) ? written.properties : {};
  if (geometryColumn in properties)
    return createShapeProblem('name', geometryColumn, 'properties', geometryColumn);
  // A feature without a place is a row without a shape.
  const shape = (written.geometry ?? null) === null ? undefined : parseGeometry(written.geometry);
  if (shape && 'why' in shape)
    return createShapeProblem(
      shape.why,
      shape.found,
      'geometry',
      shape.why === 'geometry' ? 'type' : 'coordinates',
    );
  const geometry = shape ? JSON.stringify(shape.geometry) : null;
  const record: SourceRecord = {
    fields: { ...properties, [geometryColumn]: geometry },
    place: () => placeIn('features', i),
    getPlace: (key) =>
      key === geometryColumn ? placeIn('features', i, key) : placeIn('features', i, 'properties', key),
  };
  return { record, points: shape?.points ?? 0 };
}

const describeType = (value: unknown) => (Array.isArray(value) ? '[ … ]' : String(value));

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

/** A shape of GeoJSON (RFC 7946) as it is drawn, wound as D3 draws it, or what is wrong with it. */
function parseGeometry(written: unknown): Shape | { why: MapErrorReason; found: string } {
  if (typeof written !== 'object' || written === null || !('type' in written))
    return { why: 'geometry', found: formatBriefly(written) };
  const { type } = written;
  const depth = typeof type === 'string' ? depths[type] : undefined;
  if (typeof type !== 'string' || depth === undefined) return { why: 'geometry', found: formatBriefly(type) };
  const coordinates = 'coordinates' in written ? written.coordinates : undefined;
  const positions: Position[] = [];
  const fault = collectPositions(coordinates, depth, positions);
  if (fault !== undefined) return { why: 'coordinates', found: fault };
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
      const fault = collectPositions(inner, depth - 1, positions);
      if (fault !== undefined) return fault;
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
