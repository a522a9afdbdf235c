/** A page as the navigation beside it and the links below it show it. */
export interface LinkedPage {
  /** From the site's root: `reports/growth-lab/background.html`. */
  path: string;
  /** A place on it. */
  anchor?: string;
  title: string;
  /** Number of a chapter; '' for a page that has none. */
  number: string;
  /** A part belongs to the appendix of which its path is inside: it stands below it and not in the navigation. */
  kind: 'home' | 'chapter' | 'appendix' | 'part';
}
