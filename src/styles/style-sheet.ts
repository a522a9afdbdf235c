/** The one style sheet of the site, in the order of the cascade. */
import base from './base.css?raw';
import card from './card.css?raw';
import course from './course.css?raw';
import figure from './figure.css?raw';
import find from './find.css?raw';
import handbook from './handbook.css?raw';
import layout from './layout.css?raw';
import ledger from './ledger.css?raw';
import print from './print.css?raw';
import prose from './prose.css?raw';
import report from './report.css?raw';
import table from './table.css?raw';
import tile from './tile.css?raw';
import { buildTokens } from './tokens.ts';
import way from './way.css?raw';

const parts = [
  base,
  layout,
  way,
  prose,
  table,
  figure,
  tile,
  report,
  ledger,
  course,
  handbook,
  card,
  find,
  print,
];

/** Without comments and indentation: a page needs about a third less. */
export function buildStyleSheet(): string {
  const rules = parts.join('\n').replaceAll(/\/\*[\s\S]*?\*\//g, '');
  return `${buildTokens()}\n${rules.replaceAll(/^\s+/gm, '').replaceAll(/\s*\{\s*/g, '{')}`;
}
