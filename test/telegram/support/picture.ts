import type { FormattedMessage } from '../../../src/telegram/transport/message.ts';

/** A message as a reader sees it: its text, then a line for each row of buttons. */
export const picture = ({ text, keyboard }: FormattedMessage): string =>
  [
    text.text,
    ...(keyboard?.inline_keyboard ?? []).map((row) => row.map((button) => `[${button.text}]`).join(' ')),
  ].join('\n');
