interface Part {
  id: string;
  /** Id of the part it belongs to. */
  in?: string;
}

/** The parts that hold no others, by the chapters of the course, each with the part that stands for its chapter. */
export function groupParts<P extends Part>(items: readonly P[]): { head: P; parts: P[] }[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const holders = new Set(items.map((item) => item.in));
  const findChapter = (part: P): P => {
    const above = part.in === undefined ? undefined : byId.get(part.in);
    return above ? findChapter(above) : part;
  };
  const leaves = items.filter(({ id }) => !holders.has(id));
  return [...Map.groupBy(leaves, findChapter)].map(([head, parts]) => ({ head, parts }));
}
