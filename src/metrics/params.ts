/** Parameters of metrics, described where they are declared. */
import { z } from 'zod';

/** No parameters besides columns. */
export const none = z.strictObject({});

export const columnText = z.string().trim().min(1);

export const eventName = z.string().trim().min(1);

export const days = z.number().int().min(0).max(3660);
