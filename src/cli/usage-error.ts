/** What was typed or piped in cannot be used. The message is one line, for the person at the terminal; the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
