import { instantOfStep } from '../../../src/sandbox/stories/moments.ts';
import type { Office } from './office.ts';

const MINUTE_MS = 60_000;

/**
 * Goes to a minute, `yyyy-MM-ddTHH:mm` in Asia/Ho_Chi_Minh, with nothing on the way but that minute's tick: the machine
 * slept until then. Also backwards, as when a clock is corrected.
 */
export const wakeAt = async (office: Office, minute: string): Promise<void> => {
  office.sandbox.clock.jumpTo(instantOfStep(minute) - MINUTE_MS);
  await office.goTo(minute);
};

/** Lives through some minutes of some days, the machine asleep in between. */
export const live = async (
  office: Office,
  days: readonly string[],
  times: readonly string[] = ['07:30', '09:00'],
): Promise<void> => {
  for (const day of days) for (const time of times) await wakeAt(office, `${day}T${time}`);
};

/** When the bot said something that contains the words in a chat: "14/04 09:00". */
export const momentsOf = (
  office: Office,
  where: Parameters<Office['heard']>[0],
  words: string,
): readonly string[] =>
  office.about(where, words).map(({ date }) => {
    const local = new Date(date * 1_000 + 7 * 60 * MINUTE_MS).toISOString();
    return `${local.slice(8, 10)}/${local.slice(5, 7)} ${local.slice(11, 16)}`;
  });
