/** Việt Nam is seven hours ahead of UTC all year round. */
const AHEAD_MS = 7 * 3_600_000;

/** The instant of a story's minute, `yyyy-MM-ddTHH:mm` in Asia/Ho_Chi_Minh: milliseconds UTC. */
export const instantOfStep = (minute: string): number => Date.parse(`${minute}:00+07:00`);

/** The minute that an instant (milliseconds UTC) lies in, as stories write it. */
export const minuteOf = (instant: number): string => new Date(instant + AHEAD_MS).toISOString().slice(0, 16);
