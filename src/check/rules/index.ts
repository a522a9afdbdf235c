import type { Rule } from '../rule.ts';
import { captionDirection } from './caption-direction.ts';
import { captionNumber } from './caption-number.ts';
import { deadLink } from './dead-link.ts';
import { headingJump } from './heading-jump.ts';
import { image } from './image.ts';
import { likelyPersonalText } from './likely-personal.ts';
import { missingPart } from './missing-part.ts';
import { unmentioned } from './unmentioned.ts';

/** The rules of a settled report, in the order in which their problems are told. */
export const rules: readonly Rule[] = [
  headingJump,
  image,
  deadLink,
  unmentioned,
  captionNumber,
  captionDirection,
  likelyPersonalText,
  missingPart,
];
