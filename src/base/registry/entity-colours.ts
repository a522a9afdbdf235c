/**
 * Who has which colour in a report. Names that can meet in one drawing are neighbours and never share a colour; six have one,
 * the others are grey. What a single drawing shows has no say in it.
 */

export const colourCount = 6;
/** Of names without a colour of their own: grey. */
export const restSlot = colourCount;

/** Names that can stand beside one another: the members of a column, the values of a figure. */
export interface Family {
  names: readonly string[];
  /** How much stands behind each, to choose who is grey where there are more than six. */
  weights?: readonly number[];
}

export interface EntityFamilies {
  /** In an order somebody gave, which is that of the colours. */
  declared: readonly Family[];
  /** Named in the order of their file, added at its end. */
  values: readonly Family[];
  /** Found in the data, where no order says anything. */
  found: readonly Family[];
}

/** Name → 0 to 5, or `restSlot`. */
export function assignColours({ declared, values, found }: EntityFamilies): Map<string, number> {
  const slots = new Map<string, number>();
  const neighbours = mapNeighbours([...declared, ...values, ...found]);
  const take = (name: string, wanted: number) => {
    if (!slots.has(name)) slots.set(name, findFreeSlot(name, wanted, slots, neighbours));
  };
  for (const name of declared.flatMap(({ names }) => names)) take(name, 0);
  for (const name of values.flatMap(({ names }) => names)) take(name, 0);
  const { chosen, left } = chooseColoured(found, slots);
  for (const name of chosen) take(name, hashName(name) % colourCount);
  for (const name of left) if (!slots.has(name)) slots.set(name, restSlot);
  return slots;
}

/** `wanted`, or the next that no neighbour has. */
function findFreeSlot(
  name: string,
  wanted: number,
  slots: ReadonlyMap<string, number>,
  neighbours: ReadonlyMap<string, ReadonlySet<string>>,
): number {
  const taken = new Set([...(neighbours.get(name) ?? [])].map((one) => slots.get(one)));
  for (let i = 0; i < colourCount; i++) {
    const slot = (wanted + i) % colourCount;
    if (!taken.has(slot)) return slot;
  }
  return restSlot;
}

function mapNeighbours(families: readonly Family[]): Map<string, Set<string>> {
  const neighbours = new Map<string, Set<string>>();
  for (const { names } of families) {
    for (const name of names) {
      const known = neighbours.get(name) ?? new Set();
      for (const other of names) if (other !== name) known.add(other);
      neighbours.set(name, known);
    }
  }
  return neighbours;
}

/** Those that get a colour of what each family has left, the weightiest first; who comes later disturbs nobody before. */
function chooseColoured(
  families: readonly Family[],
  slots: ReadonlyMap<string, number>,
): { chosen: string[]; left: string[] } {
  const weights = new Map<string, number>();
  const crowded = new Set<string>();
  for (const { names, weights: own } of families) {
    names.forEach((name, i) => {
      weights.set(name, Math.max(weights.get(name) ?? 0, own?.[i] ?? 1));
    });
  }
  const order = [...weights].sort(compareNames).map(([name]) => name);
  const place = new Map(order.map((name, i) => [name, i]));
  for (const { names } of families) {
    const open = names.filter((name) => !slots.has(name));
    const coloured = names.filter((name) => (slots.get(name) ?? restSlot) < colourCount).length;
    const ranked = open.toSorted((a, b) => place.get(a)! - place.get(b)!);
    for (const name of ranked.slice(Math.max(0, colourCount - coloured))) crowded.add(name);
  }
  return {
    chosen: order.filter((name) => !crowded.has(name)),
    left: order.filter((name) => crowded.has(name)),
  };
}

/** By the magnitude of what stands behind them, so that a few rows more change nothing, then by what follows from the name alone. */
function compareNames([a, first]: [string, number], [b, second]: [string, number]): number {
  const size = (weight: number) => Math.floor(Math.log2(Math.max(1, weight)) / 3);
  return size(second) - size(first) || hashName(a) - hashName(b) || (a < b ? -1 : 1);
}

/** FNV-1a: the same for a name in any company. */
function hashName(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193) >>> 0;
  return hash >>> 8;
}
