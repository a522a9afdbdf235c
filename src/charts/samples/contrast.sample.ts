/** Contrast as WCAG 2 defines it, for tests. */
export type Rgb = [number, number, number];

/** sRGB channels made linear, as WCAG 2 defines it. */
export function parseLinearRgb(hex: string): Rgb {
  const channel = (at: number) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const computeLuminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

export function computeContrast(a: string, b: string): number {
  const [high, low] = [computeLuminance(parseLinearRgb(a)), computeLuminance(parseLinearRgb(b))].sort(
    (x, y) => y - x,
  ) as [number, number];
  return (high + 0.05) / (low + 0.05);
}
