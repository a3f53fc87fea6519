// What must never be read by anyone but the program: bot tokens and proxy passwords. They reach logs by ways nobody
// plans (a URL in a fetch error, a stack, a cause), so they are taken out of the finished text, not out of fields.

/** A token in a Bot API address, `/bot<token>/…` or `/file/bot<token>/…`; of any length, as sandboxes accept short ones. */
const TOKEN_IN_ADDRESS = /\/bot\d+(?::|%3A)[\w-]+/gi;

/** A token by itself. Telegram's have 35 characters after the colon. */
const BARE_TOKEN = /(?<!\d)\d{6,}(?::|%3A)[\w-]{30,}/gi;

/** The user and password of an address: `socks5://user:password@host`. */
const CREDENTIALS_IN_ADDRESS = /:\/\/[^\s/@"'<>]+@/g;

/**
 * `text` with every bot token and every password in an address replaced by a placeholder.
 * @param secrets further words to take out, as they are and percent-encoded
 */
export const redactSecrets = (text: string, secrets: readonly string[] = []): string => {
  let redacted = text
    .replace(TOKEN_IN_ADDRESS, '/bot<token>')
    .replace(BARE_TOKEN, '<token>')
    .replace(CREDENTIALS_IN_ADDRESS, '://<credentials>@');
  for (const secret of secrets) {
    if (secret === '') continue;
    redacted = redacted.replaceAll(secret, '<secret>').replaceAll(encodeURIComponent(secret), '<secret>');
  }
  return redacted;
};
