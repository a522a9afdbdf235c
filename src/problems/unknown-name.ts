/** What is said of a name that is not known: the near one, and those there are. */
export interface UnknownName {
  name: string;
  near: string | undefined;
  /** Known names, ready to print. */
  all: string;
}

/** Empty where no known name is near. */
export function suggestZh(near: string | undefined): string {
  return near ? `你是不是想写“${near}”？` : '';
}

/** Begins with a space, to stand behind another sentence. */
export function suggestEn(near: string | undefined): string {
  return near ? ` Did you mean “${near}”?` : '';
}
