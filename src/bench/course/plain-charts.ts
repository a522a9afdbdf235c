/**
 * `plain-charts.ts FOLDER`: every chart published in a site (`.vl.json`) by Vega alone, once, in one process: compile, parse,
 * SVG. What drawing costs at the least, in the same run, of the very same charts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import * as vega from 'vega';
import { compile } from 'vega-lite';

const [folder = '.'] = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.vl.json'),
);
let characters = 0;
for (const file of files.sort()) {
  const spec = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const view = new vega.View(vega.parse(compile(spec).spec), { renderer: 'none' });
  characters += (await view.toSVG()).length;
  view.finalize();
}
process.stdout.write(`${files.length} charts, ${characters} characters\n`);
