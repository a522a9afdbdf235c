/** A course whose files are edited as an author edits them: a sentence more, or a number that is another. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeInside } from '../../files/door.ts';

/** What is edited, and where it is read. */
export interface Target {
  chapter: string;
  /** Of the chapter; it shows the sum of the column. */
  page: string;
  table: string;
  column: string;
  /** Rows of the table that are in the sum, from the first on; all without. */
  rows?: number;
}

export class EditedCourse {
  readonly #root: string;
  readonly #target: Target;
  readonly #text: string;
  readonly #lines: readonly string[];

  private constructor(root: string, target: Target, text: string, table: string) {
    this.#root = root;
    this.#target = target;
    this.#text = text;
    this.#lines = table.trimEnd().split('\n');
  }

  static async open(root: string, target: Target): Promise<EditedCourse> {
    const read = (file: string) => readFile(join(root, file), 'utf8');
    return new EditedCourse(root, target, await read(target.chapter), await read(target.table));
  }

  /** Writes the chapter with a sentence that is another each time; answers what the page will say. */
  async saveSentence(at: number): Promise<string> {
    const sentence = `这是第 ${at} 次保存。`;
    await writeInside(this.#root, this.#target.chapter, `${this.#text}\n${sentence}\n`);
    return sentence;
  }

  /** Writes the table with a number in its first row that is greater by `more`; answers the sum on the page. */
  async saveNumber(more: number): Promise<string> {
    const [head = '', first = '', ...rest] = this.#lines;
    const column = head.split(',').indexOf(this.#target.column);
    const cells = first.split(',');
    cells[column] = String(Number(cells[column]) + more);
    const lines = [head, cells.join(','), ...rest];
    await writeInside(this.#root, this.#target.table, `${lines.join('\n')}\n`);
    const summed = lines.slice(1, 1 + (this.#target.rows ?? lines.length));
    const sum = summed.reduce((total, line) => total + Number(line.split(',')[column]), 0);
    return `>${sum.toLocaleString('en-US')} `;
  }
}
