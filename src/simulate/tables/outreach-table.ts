import { formatSerial } from '../format-serial.ts';
import { simulateMessages } from '../world/messages.ts';
import type { SimulatedTable } from './simulated-table.ts';

export const outreach: SimulatedTable = {
  columns: [
    'msg_id',
    'user_id',
    'segment',
    'channel',
    'journey',
    'sent_at',
    'delivered',
    'opened_at',
    'clicked_at',
    'converted_at',
    'opt_out',
  ],
  rows: (world) =>
    simulateMessages(world).map((each, index) => [
      formatSerial('m', index + 1, 5),
      each.person.id,
      each.segment,
      each.channel,
      each.journey,
      each.at,
      each.delivered,
      each.openedAt ?? null,
      each.clickedAt ?? null,
      each.convertedAt ?? null,
      each.optOut,
    ]),
};
