import { geometryColumn } from '../../base/map-table.ts';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { MapErrorReason } from '../../problems/texts/table-problems.ts';
import { grouped } from '../../words/number-words.ts';
import type { RawTable } from '../rows/raw-table.ts';
import { parseGeometry } from './geojson-geometry.ts';
import { createPlaceFinder } from './json-places.ts';
import { parseJson } from './json-table.ts';
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
  const features = isObject(data) && data.type === 'FeatureCollection' ? data.features : undefined;
  if (!Array.isArray(features)) {
    const found = isObject(data) && typeof data.type === 'string' ? data.type : describeType(data);
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
  if (!isObject(written) || written.type !== 'Feature')
    return createShapeProblem('feature', isObject(written) ? String(written.type) : describeType(written));
  const properties = isObject(written.properties) ? written.properties : {};
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

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const describeType = (value: unknown) => (Array.isArray(value) ? '[ … ]' : String(value));
