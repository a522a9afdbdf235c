/** A question that a student asks of data, and the entry of metrics.yaml that answers it. */
export interface Question {
  zh: string;
  en: string;
  /** As it stands behind `name:` in metrics.yaml. */
  entry: string;
  /** Other words for it, in either language. */
  words?: string;
}
