import type { TextRuleId } from '../../problems/rule-problems.ts';
import type { TextRule } from '../text-rule.ts';
import { boundClaim } from './bound-claim.ts';
import { captionDirection } from './caption-direction.ts';
import { captionNumber } from './caption-number.ts';
import { deadLink } from './dead-link.ts';
import { headingJump } from './heading-jump.ts';
import { imageKind } from './image-kind.ts';
import { imageWithoutText } from './image-without-text.ts';
import { likelyPersonalText } from './likely-personal-text.ts';
import { missingImage } from './missing-image.ts';
import { missingPart } from './missing-part.ts';
import { pictureUnseen } from './picture-unseen.ts';
import { staleNumber } from './stale-number.ts';
import { thinPart } from './thin-part.ts';
import { typedClaim } from './typed-claim.ts';
import { typedContradiction } from './typed-contradiction.ts';
import { typedResult } from './typed-result.ts';
import { typedShare } from './typed-share.ts';
import { typedUnused } from './typed-unused.ts';
import { unreferencedFigure } from './unreferenced-figure.ts';
import { vaguePraise } from './vague-praise.ts';

/** Every rule of the text, by the id of its problem. */
export const textRules: Record<TextRuleId, TextRule> = {
  'heading-jump': headingJump,
  'missing-image': missingImage,
  'image-kind': imageKind,
  'image-without-text': imageWithoutText,
  'picture-unseen': pictureUnseen,
  'dead-link': deadLink,
  'unreferenced-figure': unreferencedFigure,
  'caption-number': captionNumber,
  'caption-direction': captionDirection,
  'typed-result': typedResult,
  'typed-contradiction': typedContradiction,
  'stale-number': staleNumber,
  'typed-share': typedShare,
  'typed-unused': typedUnused,
  'typed-claim': typedClaim,
  'bound-claim': boundClaim,
  'vague-praise': vaguePraise,
  'likely-personal-text': likelyPersonalText,
  'missing-part': missingPart,
  'thin-part': thinPart,
};
