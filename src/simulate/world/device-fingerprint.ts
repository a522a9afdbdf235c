import { daySeconds } from '../plan/term-calendar.ts';
import type { Invitation } from './world-invitations.ts';

/** Hashes of device and network of an invited account. Those of the ring share theirs. */
export function computeFingerprint({ invitee }: Invitation): { device: string; network: string } {
  const { ring, since, id } = invitee;
  const day = Math.floor(since / daySeconds);
  if (ring) return { device: hashText(`ring ${day} ${ring.device}`), network: hashText(`ring ${day}`) };
  // Some hundred networks of campuses and homes; a device each.
  return { device: hashText(`device ${id}`), network: hashText(`network ${since % 211}`) };
}

/** Eight hexadecimal digits (FNV-1a). */
function hashText(text: string): string {
  let sum = 0x811c9dc5;
  for (const letter of text) sum = Math.imul(sum ^ letter.codePointAt(0)!, 0x01000193);
  return (sum >>> 0).toString(16).padStart(8, '0');
}
