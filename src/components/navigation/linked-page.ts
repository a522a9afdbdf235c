/** A page as the navigation beside it and the links below it show it. */
export interface LinkedPage {
  /** From the site's root: `reports/growth-lab/background.html`. */
  path: string;
  title: string;
  /** Number of a chapter; '' for a page that has none. */
  number: string;
  kind: 'home' | 'chapter' | 'appendix';
}
