import type { Severity } from '../../base/problem.ts';

/** Every word of the site that is not an author's. Dates come in as ISO, numbers as numbers. */
export interface SiteWords {
  /** BCP 47 tag of `<html lang>`. */
  tag: string;
  brand: string;
  skip: string;
  theme: string;
  menu: string;
  reportPages: string;
  onThisPage: string;
  previous: string;
  next: string;
  chapter: (number: number) => string;
  figure: (number: string) => string;
  table: (number: string) => string;
  /** Between a label and its text: 图 1-1　标题. */
  gap: string;
  separator: string;
  colon: string;
  date: (iso: string) => string;
  period: (from: string, to: string) => string;
  simulated: string;
  simulatedHint: string;
  draft: string;
  draftHint: string;
  traced: string;
  course: {
    reports: string;
    reportCount: (count: number) => string;
    mentors: string;
    phases: string;
    open: string;
    broken: string;
    brokenCount: (count: number) => string;
    empty: string;
    goalsMet: (met: number, total: number) => string;
    parts: (done: number, total: number) => string;
    chapters: (count: number) => string;
    figures: (count: number) => string;
    values: (count: number) => string;
  };
  report: {
    home: string;
    abstract: string;
    keywords: string;
    team: string;
    mentor: string;
    period: string;
    date: string;
    members: string;
    name: string;
    role: string;
    duty: string;
    results: string;
    goals: string;
    chapters: string;
    coverage: string;
    coverageOf: (done: number, total: number) => string;
    done: string;
    missing: string;
    findings: string;
    noFindings: string;
    pdf: string;
    brokenTitle: string;
    brokenHint: string;
  };
  goal: {
    kpi: string;
    baseline: string;
    target: string;
    actual: string;
    attainment: string;
    direction: Record<'higher' | 'lower', string>;
  };
  figures: {
    title: string;
    lead: string;
    figures: string;
    tables: string;
    data: string;
    downloads: string;
    /** The specification of a chart, as a file. */
    spec: string;
    /** Told to those who reach a drawing by keyboard. */
    walk: string;
    alternative: string;
    rows: (shown: number, total: number) => string;
    none: string;
  };
  notes: string;
  noteKind: Record<'note' | 'tip' | 'warning' | 'example', string>;
  footnote: (number: number) => string;
  backToText: string;
  taskDone: string;
  taskOpen: string;
  references: { title: string; lead: string; none: string };
  ledger: {
    title: string;
    lead: string;
    none: string;
    name: string;
    value: string;
    formula: string;
    kind: Record<'metric' | 'formula' | 'sql', string>;
    definition: string;
    numerator: string;
    denominator: string;
    inputs: string;
    filter: string;
    period: string;
    tables: string;
    rows: string;
    rowCount: (rows: number) => string;
    files: string;
    target: string;
    baseline: string;
    attainment: string;
    interval: (level: number, method: string) => string;
    defined: string;
    cited: string;
    uncited: string;
    series: string;
    sql: string;
    from: (name: string) => string;
  };
  data: {
    title: string;
    lead: string;
    none: string;
    columns: string;
    column: string;
    meaning: string;
    description: string;
    type: string;
    unit: string;
    sample: string;
    /** Heads of what a column holds. */
    values: string;
    missing: string;
    shape: string;
    /** Read out for a drawing of a column's values. */
    shapeOf: (column: string, ordered: boolean) => string;
    personal: (columns: number) => string;
    /** What was checked cell by cell. */
    checked: string;
    checkedKnown: (id: string) => string;
    checkedFree: string;
    checks: string;
    checksLead: string;
    kept: string;
    keptRules: (rules: number) => string;
    broken: (times: number) => string;
    rule: string;
    result: string;
    package: string;
    rowCount: (rows: number) => string;
    columnCount: (columns: number) => string;
    size: (bytes: number) => string;
    file: string;
    sheet: string;
    source: string;
    encoding: string;
    sha: string;
    download: string;
    known: string;
    free: string;
    types: Record<string, string>;
  };
  /** The author's references, made from the schemas. */
  guide: {
    tables: string;
    tablesLead: string;
    rules: string;
    also: string;
    required: string;
    unique: string;
    personal: string;
    oneOf: (values: string) => string;
    between: (min: number | undefined, max: number | undefined) => string;
    atMost: (low: string, high: string) => string;
    inOrder: (low: string, high: string) => string;
    everyRow: string;
    template: string;
    comma: string;
    semicolon: string;
    stop: string;
  };
  severity: Record<Severity, string>;
  cure: string;
}
