/** A text file that an author wrote. */
export interface SourceText {
  /** From the course root, with `/`. */
  file: string;
  /** The whole file, line ends as `\n`, without a byte order mark. */
  text: string;
}
