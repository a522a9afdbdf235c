import { expect, test } from 'vitest';
import { commandWords } from '../../words/command-words.ts';
import { explainSteps } from './explain-steps.ts';

test('each step says whether it was made again and why; queries and drawings are counted', () => {
  const steps = [
    { step: 'drawings', of: 'ab/x', found: 'kept' },
    { step: 'books', of: 'alpha', found: ['texts'] },
    { step: 'facts', of: 'alpha', found: 'kept' },
    { step: 'queries', of: '', found: 'kept' },
    { step: 'queries', of: '', found: 'nothing' },
    { step: 'pages', of: 'x', found: 'kept' },
    { step: 'pdfs', of: 'alpha', found: [] },
    { step: 'parts', of: 'guide', found: 'nothing' },
  ] as const;
  expect(explainSteps(steps, commandWords.zh).split('\n')).toEqual([
    '整份报告 alpha：重做，变了：文字、指标与图的写法',
    '数据与检查 alpha：用已有的',
    '查询：用已有的 1，新做 1',
    '绘图：用已有的 1，新做 0',
    'PDF alpha：重做',
    '网页 guide：没有做过，新做',
  ]);
  expect(explainSteps(steps, commandWords.en)).toContain(
    'Report as a whole alpha: made again, changed: texts, metrics or charts',
  );
});
