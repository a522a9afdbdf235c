import { formatSerial } from '../format-serial.ts';
import { isUser } from '../world/people.ts';
import type { SimulatedTable } from './simulated-table.ts';

/** How a user is found again. */
const matches = { 精确: 79, 模糊: 6, 人工: 2, 无: 13 };

/** Who was found again in the customer system, and how. */
export const idMap: SimulatedTable = {
  columns: ['user_id', 'crm_id', 'matched_on', 'match_type'],
  rows: (world) => {
    const random = world.random.fork('id map');
    const users = world.people.filter(isUser);
    return users.map(({ id }, index) => {
      const how = random.pickWeighted(matches);
      if (how === '无') return [id, null, null, null];
      const on = how === '精确' ? '手机号散列' : how === '模糊' ? '昵称与学校' : '工单核对';
      return [id, formatSerial('c', index * 7 + random.int(1, 7), 6), on, how];
    });
  },
};
