import type { TextRule } from '../text-rule.ts';
import { captionDirection } from './caption-direction.ts';
import { captionNumber } from './caption-number.ts';
import { deadLink } from './dead-link.ts';
import { headingJump } from './heading-jump.ts';
import { likelyPersonalText } from './likely-personal-text.ts';
import { missingImage } from './missing-image.ts';
import { missingPart } from './missing-part.ts';
import { unreferencedFigure } from './unreferenced-figure.ts';

/** The rules of a settled report, in the order in which their problems are told. */
export const textRules: readonly TextRule[] = [
  headingJump,
  missingImage,
  deadLink,
  unreferencedFigure,
  captionNumber,
  captionDirection,
  likelyPersonalText,
  missingPart,
];
