import sharp from 'sharp';
import { normaliseSpaces } from '../normalise-spaces.ts';
import { quoteString, renderCall } from '../typst-code.ts';
import { compileTypst } from '../typst-compiler.ts';

/** What a link to a report shows where it is shared. */
export interface ShareCard {
  course: string;
  title: string;
  subtitle: string;
  team: string;
  /** One number, with what it is. */
  figure?: { label: string; text: string };
}

/** Pixels that sites which show cards ask for. */
export const cardSize = { width: 1200, height: 630 };

/** A PNG, set by Typst in the faces of print, so that it is the same on every machine. Undefined where it cannot be set. */
export async function drawShareCard({
  course,
  title,
  subtitle,
  team,
  figure,
}: ShareCard): Promise<Buffer | undefined> {
  const texts = [course, title, subtitle, team, figure?.label ?? '', figure?.text ?? ''];
  const call = renderCall('card', ...texts.map((text) => quoteString(normaliseSpaces(text))));
  const layout = compileTypst(`#import "card.typ": card\n#${call}\n`, new Map());
  if ('reason' in layout || layout.pages !== 1) return undefined;
  return sharp(Buffer.from(layout.toSvg())).resize(cardSize).png({ palette: true, colours: 64 }).toBuffer();
}
