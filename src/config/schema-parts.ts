import { z } from 'zod';
import { isRealDate } from '../domain/local-time.ts';

// The error text of each part says what was expected; see check-schema.ts.

/** A text that is not empty. */
export const text = (expected: string) => z.string({ error: expected }).trim().min(1, { error: expected });

const TIME = 'giờ dạng giờ:phút, từ 00:00 đến 23:59, ví dụ 07:30';

/** A time of day, `HH:mm`. */
export const timeOfDay = z.string({ error: TIME }).regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, { error: TIME });

const DATE = 'ngày có thật dạng năm-tháng-ngày, ví dụ 2025-04-30';

/** Whether a text is a day that exists, `yyyy-MM-dd`. */
export const isDate = (value: string): boolean => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(value);
  return parts !== null && isRealDate(Number(parts[1]), Number(parts[2]), Number(parts[3]));
};

/** A day, `yyyy-MM-dd`. */
export const date = z.string({ error: DATE }).refine(isDate, { error: DATE });

export const flag = z.boolean({ error: 'true (có) hoặc false (không)' });

/** A group of keys; any other key is an error, because it is most likely a misspelt one. */
export const group = <Shape extends z.core.$ZodLooseShape>(shape: Shape, expected = 'một nhóm mục') =>
  z.strictObject(shape, { error: expected });

export const list = <Item extends z.ZodType>(item: Item, expected: string) =>
  z.array(item, { error: expected });
