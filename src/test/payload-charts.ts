/** A team's own charts full of payloads: texts that are drawn, and all that would lead out of a chart. */
import { stringify } from 'yaml';
import type { PayloadList } from './payloads.ts';

const quote = (text: string) => JSON.stringify(text);
const from = (n: number) => `https://evil.invalid/${n}`;

/** Styles that a drawing would take from a specification: as colours, as ways to blend, as ends of lines. */
function writePaints(list: PayloadList): Record<string, unknown> {
  const next = (channel: string, write: (n: number) => string) => {
    list.write(channel, 'address');
    return { expr: quote(write(list.all.length)) };
  };
  return {
    fill: next('chart fill', (n) => `u\\72l(${from(n)}#x)`),
    stroke: next('chart stroke', (n) => `image-set("${from(n)}" 1x)`),
    blend: next('chart blend', (n) => `normal;mask-image:image-set("${from(n)}" 1x)`),
    cursor: next('chart cursor', (n) => `u\\72l(${from(n)}),auto`),
    strokeCap: next('chart strokeCap', (n) => `x;background:url(${from(n)})`),
    description: next('chart description', (n) => `"><image href="${from(n)}"/>`),
  };
}

/** A specification that is drawn. */
export function writeSoundChart(list: PayloadList): string {
  const write = (channel: string) => list.write(`chart ${channel}`);
  const axis = (channel: string) => ({
    title: write(`${channel} title`),
    labelExpr: `datum.label + ${quote(write(`${channel} labelExpr`))}`,
  });
  const bars = {
    mark: { type: 'bar', tooltip: true, ...writePaints(list) },
    encoding: {
      x: { field: 'kind', type: 'nominal', axis: axis('x') },
      y: { field: 'amount', type: 'quantitative', axis: axis('y') },
      color: { field: 'kind', type: 'nominal', legend: { title: write('legend title') } },
      tooltip: [{ field: 'kind', title: write('tooltip title') }],
      description: { value: write('description') },
    },
  };
  const text = {
    mark: { type: 'text', text: { expr: quote(write('text')) }, font: write('font') },
    encoding: { x: { field: 'kind', type: 'nominal' } },
  };
  return stringify({
    $schema: `https://evil.invalid/vega-lite/${list.all.length}.json`,
    title: { text: write('title'), subtitle: write('subtitle') },
    description: write('description'),
    usermeta: { embedOptions: { loader: { baseURL: write('usermeta') } } },
    data: { name: 'cells' },
    transform: [{ calculate: quote(write('calculate')), as: write('field') }],
    layer: [bars, text],
  });
}

/** Specifications that are refused, each for itself. */
export function writeRefusedCharts(list: PayloadList): string[] {
  const address = () => list.write('chart address', 'address');
  const program = () => list.write('chart address', 'javascript');
  const bar = (more: object) => ({
    data: { name: 'cells' },
    mark: 'bar',
    encoding: { x: { field: 'kind', type: 'nominal' } },
    ...more,
  });
  const specs = [
    bar({ data: { url: address() } }),
    bar({ mark: { type: 'image', url: address() } }),
    bar({ mark: { type: 'bar', href: program() } }),
    bar({ encoding: { href: { value: program() } } }),
    bar({ encoding: { url: { value: address() } } }),
    bar({ transform: [{ lookup: 'kind', from: { data: { url: address() }, key: 'kind' } }] }),
    bar({ transform: [{ calculate: `window.__hit = ${list.all.length}`, as: 'x' }] }),
    bar({ transform: [{ filter: `constructor.constructor("globalThis.__hit=${list.all.length}")()` }] }),
    bar({
      params: [{ name: 'p', bind: { input: list.write('chart bind'), element: list.write('chart bind') } }],
    }),
    bar({ [list.write('chart key')]: list.write('chart value') }),
    bar({ encoding: { x: { field: list.write('chart field'), type: list.write('chart type') } } }),
  ];
  return specs.map((spec) => stringify(spec));
}
