import { type Chance, writeParagraph } from './corpus-text.ts';

/** Where a chapter's charts look: none of the others looks at the same. */
export interface Focus {
  /** Names of values and figures end with it. */
  mark: string;
  from: string;
  to: string;
  channels: readonly [string, string];
}

/** Values of a chapter as `metrics.yaml` has them. */
export function writeMetrics({ mark, from, to, channels }: Focus): string {
  const during = `during: ${from}..${to}`;
  const pair = `where: "channel IN ('${channels.join("', '")}')"`;
  return [
    `花费${mark}: { metric: sum, from: weekly, ${during}, ${pair}, with: { column: spend }, by: [week, channel], unit: 元 }`,
    `注册${mark}: { metric: sum, from: weekly, ${during}, with: { column: signups }, by: channel, unit: 人 }`,
    `点击${mark}: { metric: sum, from: weekly, ${during}, with: { column: clicks }, by: week, unit: 次 }`,
    `合计${mark}: { metric: sum, from: weekly, ${during}, with: { column: signups }, unit: 人 }`,
    '',
  ].join('\n');
}

/** A team's own chart of the same weeks, in words of its own. */
export function writeSpec({ mark, from, to, channels }: Focus, words: string): string {
  return `data: { name: weekly }
width: 560
height: 240
transform:
  - filter: "datum.date >= '${from}' && datum.date <= '${to}' && datum.channel == '${channels[0]}'"
mark: { type: line, point: true }
encoding:
  x: { field: date, type: nominal, title: 周, axis: { labelAngle: 0, labelOverlap: true } }
  y: { field: signups, type: quantitative, title: 注册（${words} ${mark}） }
`;
}

/** Four charts in some 1,200 characters of prose; `charts`: whose they are, the chapter's own or those of another. */
export function writeChapter(title: string, charts: Focus, own: string, chance: Chance): string {
  const { mark } = charts;
  const id = (kind: string) => `${kind}-${own}`;
  const figures = [
    `<Figure kind="trend" of="花费${mark}" id="${id('spend')}" caption="每周花费" />`,
    `<Figure kind="bars" of="注册${mark}" id="${id('signups')}" caption="各渠道注册" />`,
    `<Figure kind="trend" of="点击${mark}" id="${id('clicks')}" caption="每周点击" />`,
    `<Chart spec="own-${mark}" id="${id('own')}" caption="自制图：每周注册" />`,
  ];
  const refs = ['spend', 'signups', 'clicks', 'own'].map((kind) => `<Ref to="${id(kind)}" />`);
  const parts = figures.map(
    (figure, i) => `## 第 ${i + 1} 节

${writeParagraph(chance, 150)}期内注册合计 <Value of="合计${mark}" />，见${refs[i]}。

${figure}

- **做法**：${writeParagraph(chance, 30)}
- **结果**：${writeParagraph(chance, 30)}

${writeParagraph(chance, 60)}
`,
  );
  return `---\ntitle: ${title}\n---\n\n${parts.join('\n')}`;
}
