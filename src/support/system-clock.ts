/**
 * The longest sleep before the clock is read again. A machine may be suspended, and its clock set, while a timer
 * runs, and a single timer cannot be longer than 24.8 days: short sleeps make all three harmless.
 */
const LONGEST_SLEEP_MS = 30_000;

/** The machine's clock. Instants are milliseconds since 1970-01-01T00:00:00Z. */
export const systemClock = {
  now: (): number => Date.now(),

  /** Resolves within 30 s of the moment the machine's clock reaches `instant`, at once where it has, or when the signal aborts. Never rejects. */
  async waitUntil(instant: number, signal: AbortSignal): Promise<void> {
    for (;;) {
      const left = instant - Date.now();
      if (left <= 0 || signal.aborted) return;
      await sleep(Math.min(left, LONGEST_SLEEP_MS), signal);
    }
  },
};

const sleep = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, milliseconds);
    signal.addEventListener('abort', wake, { once: true });
  });
