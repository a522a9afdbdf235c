/** A layer that places one text, line or box by the pixel. */
interface PlacedLayer {
  data: { values: [object] };
  mark: Record<string, unknown> & { type: string };
  encoding: Record<string, { value: number }>;
}

/**
 * Neighbours that each place one thing, of one look, as one layer with a row for each. It is the same drawing, but Vega has
 * not to make a set of data, a mark and their operators for every one.
 */
export function mergeLayers(layers: readonly object[]): object[] {
  const runs: { look: string; layers: object[] }[] = [];
  for (const layer of layers) {
    const look = isPlaced(layer) ? describeLook(layer) : '';
    const last = runs.at(-1);
    if (last && look !== '' && last.look === look) last.layers.push(layer);
    else runs.push({ look, layers: [layer] });
  }
  return runs.map((run) => (run.look === '' ? run.layers[0]! : mergePlaced(run.layers as PlacedLayer[])));
}

const placedMarks = new Set<unknown>(['text', 'rule', 'rect']);

function isPlaced(layer: object): layer is PlacedLayer {
  const { data, mark, encoding, ...more } = layer as Record<string, Record<string, unknown> | undefined>;
  if (!data || !mark || !encoding || Object.keys(more).length > 0) return false;
  return (
    JSON.stringify(data) === '{"values":[{}]}' &&
    placedMarks.has(mark.type) &&
    (mark.text === undefined || typeof mark.text === 'string') &&
    Object.values(encoding).every(isFixed)
  );
}

/** A number of pixels, and not `width`, which Vega-Lite takes for that of the plot. */
function isFixed(channel: unknown): boolean {
  const { value, ...more } = channel as Record<string, unknown>;
  return typeof value === 'number' && Object.keys(more).length === 0;
}

/** All but what the rows will say. */
function describeLook({ mark: { text, ...look }, encoding }: PlacedLayer): string {
  return JSON.stringify([look, text === undefined, Object.keys(encoding)]);
}

function mergePlaced(layers: readonly PlacedLayer[]): object {
  const [{ mark, encoding }] = layers as readonly [PlacedLayer];
  const rows = layers.map((layer) => {
    const places = Object.entries(layer.encoding).map(([channel, { value }]) => [channel, value]);
    return { ...Object.fromEntries(places), ...(layer.mark.text !== undefined && { text: layer.mark.text }) };
  });
  const readRow = (name: string) => ({ expr: `datum.${name}` });
  const read = Object.keys(encoding).map((channel) => [channel, { value: readRow(channel) }]);
  return {
    data: { values: rows },
    mark: mark.text === undefined ? mark : { ...mark, text: readRow('text') },
    encoding: Object.fromEntries(read),
  };
}
