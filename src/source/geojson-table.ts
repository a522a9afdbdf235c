import { geometryColumn } from '../base/map-table.ts';
import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import { problem } from '../problems/problem.ts';
import type { MapFault } from '../problems/tables.ts';
import { grouped } from '../words/count.ts';
import { readGeometry } from './geojson-geometry.ts';
import { jsonPlaces } from './json-places.ts';
import { parseJson } from './json-table.ts';
import type { RawTable } from './raw-table.ts';
import { recordsTable, type WrittenRecord } from './records.ts';

/** A map of more points is megabytes on a page. */
const mostPoints = 50_000;

type PlaceIn = (...path: (string | number)[]) => Place;

/** A GeoJSON file: one row a feature, its properties as columns and its shape as a text in the column `geometry`. */
export function geojsonTable(file: string, text: string): RawTable {
  const { data, fault } = parseJson(file, text);
  if (fault) return recordsTable(file, [], [fault]);
  // Down to the value of a property: `features`, 3, `properties`, `name`.
  const placeIn = jsonPlaces(file, text, 4);
  const features = isObject(data) && data.type === 'FeatureCollection' ? data.features : undefined;
  if (!Array.isArray(features)) {
    const found = isObject(data) && typeof data.type === 'string' ? data.type : typeOf(data);
    return recordsTable(file, [], [problem('map-collection', placeIn('type'), { found })]);
  }
  const problems: Problem[] = [];
  const records: WrittenRecord[] = [];
  let points = 0;
  for (const [i, written] of features.entries()) {
    const read = readFeature(written, i, placeIn);
    if ('id' in read) problems.push(read);
    else {
      records.push(read.record);
      points += read.points;
    }
  }
  if (points <= mostPoints) return recordsTable(file, records, problems);
  const params = { points: grouped.format(points), limit: grouped.format(mostPoints) };
  return recordsTable(file, [], [...problems, problem('map-size', placeIn('features'), params)]);
}

function readFeature(
  written: unknown,
  i: number,
  placeIn: PlaceIn,
): { record: WrittenRecord; points: number } | Problem {
  const told = (why: MapFault, found: string, ...path: string[]) =>
    problem('map-shape', placeIn('features', i, ...path), { feature: i + 1, found, why });
  if (!isObject(written) || written.type !== 'Feature')
    return told('feature', isObject(written) ? String(written.type) : typeOf(written));
  const properties = isObject(written.properties) ? written.properties : {};
  if (geometryColumn in properties) return told('name', geometryColumn, 'properties', geometryColumn);
  // A feature without a place is a row without a shape.
  const shape = (written.geometry ?? null) === null ? undefined : readGeometry(written.geometry);
  if (shape && 'why' in shape)
    return told(shape.why, shape.found, 'geometry', shape.why === 'geometry' ? 'type' : 'coordinates');
  const geometry = shape ? JSON.stringify(shape.geometry) : null;
  const record: WrittenRecord = {
    fields: { ...properties, [geometryColumn]: geometry },
    place: () => placeIn('features', i),
    placeOf: (key) =>
      key === geometryColumn ? placeIn('features', i, key) : placeIn('features', i, 'properties', key),
  };
  return { record, points: shape?.points ?? 0 };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const typeOf = (value: unknown) => (Array.isArray(value) ? '[ … ]' : String(value));
