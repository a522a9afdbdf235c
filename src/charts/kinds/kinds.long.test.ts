import { describe, test } from 'vitest';
import { expectDrawing, hardSamples, widths } from '../samples/drawn-samples.sample.ts';

describe.each(hardSamples)('$kind, $name', (sample) => {
  test.each(widths)('%s: within its canvas, without warnings, in named colours', (width) =>
    expectDrawing(sample, width),
  );
});
