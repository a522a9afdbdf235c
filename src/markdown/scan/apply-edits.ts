/** Replaces `[from, to)` of the source by `text`. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** A text made from a source by edits, with the way back. */
export interface EditedText {
  text: string;
  /** Offset in the source of an offset in the text; inside a replacement, its beginning. */
  toSource: (offset: number) => number;
}

/** Applies edits that are in order and do not overlap. */
export function applyEdits(source: string, edits: readonly Edit[]): EditedText {
  let text = '';
  let at = 0;
  // Each mark: from `output` on, the text runs in step with `source`; inside an edit it stands still.
  const marks: { output: number; source: number; moves: boolean }[] = [{ output: 0, source: 0, moves: true }];
  for (const edit of edits) {
    text += source.slice(at, edit.from);
    marks.push({ output: text.length, source: edit.from, moves: false });
    text += edit.text;
    marks.push({ output: text.length, source: edit.to, moves: true });
    at = edit.to;
  }
  text += source.slice(at);
  return { text, toSource: (offset) => toSource(marks, offset) };
}

function toSource(marks: { output: number; source: number; moves: boolean }[], offset: number): number {
  let low = 0;
  let high = marks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (marks[middle]!.output <= offset) low = middle;
    else high = middle - 1;
  }
  const mark = marks[low]!;
  return mark.moves ? mark.source + offset - mark.output : mark.source;
}
