import { describe, expect, test } from 'vitest';
import { createLogger } from '../../src/support/logger.ts';
import { redactSecrets } from '../../src/support/redact.ts';

const TOKEN = '123456789:AAF-hq3_Kq9xQzTn0vYc2mWb7RpL5sDeUo1';

/** A logger and the lines it wrote. */
const logging = (secrets: readonly string[] = []) => {
  const lines: string[] = [];
  const log = createLogger({ level: 'info', secrets, destination: { write: (line) => lines.push(line) } });
  return { log, lines };
};

describe('the log', () => {
  test('is one JSON object a line, with the level by name and the time in UTC', () => {
    const { log, lines } = logging();
    log.info({ chats: 3 }, 'Reminders queued');
    log.debug('not asked for');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as unknown,
      chats: 3,
      msg: 'Reminders queued',
    });
  });

  test('never shows a token, wherever it hides', () => {
    const { log, lines } = logging();
    const address = `https://api.telegram.org/bot${TOKEN}/getUpdates`;
    const cause = new TypeError(`fetch failed: ${address}`);
    log.error(
      new Error(`Network request for 'getUpdates' failed: ${address}`, { cause }),
      `calling ${address}`,
    );
    log.error({ err: Object.assign(new Error('x'), { error: { url: address, headers: { token: TOKEN } } }) });
    log.warn({ deep: { er: [{ still: `file/bot${TOKEN}/documents/a.pdf` }] }, [TOKEN]: 1 });
    log.child({ url: encodeURIComponent(address) }).info('%s', TOKEN);
    expect(lines).toHaveLength(4);
    for (const line of lines) {
      expect(line).not.toContain('AAF-hq3');
      expect(line).not.toContain(TOKEN.slice(-10));
      expect(() => JSON.parse(line) as unknown).not.toThrow();
    }
    expect(lines[0]).toContain('https://api.telegram.org/bot<token>/getUpdates');
  });

  test('never shows the secrets that it was told of, whatever their shape', () => {
    const { log, lines } = logging(['1:x', '']);
    log.info({ a: 'bot is 1:x', b: encodeURIComponent('1:x') }, 'see 1:x');
    expect(lines.join('')).not.toMatch(/1:x|1%3Ax/);
  });
});

describe('redacting', () => {
  test.each([
    [`http://127.0.0.1:8081/bot1:TEST/getMe`, 'http://127.0.0.1:8081/bot<token>/getMe'],
    [`http://127.0.0.1:8081/file/bot1:TEST/a.pdf`, 'http://127.0.0.1:8081/file/bot<token>/a.pdf'],
    [`token ${TOKEN}.`, 'token <token>.'],
    [`bot${TOKEN}`, 'bot<token>'],
    [`url=%2Fbot${encodeURIComponent(TOKEN)}%2FgetMe`, 'url=%2Fbot<token>%2FgetMe'],
    ['via socks5://user:p%40ss@10.0.0.5:1080', 'via socks5://<credentials>@10.0.0.5:1080'],
    [
      'via http://user@proxy:3128 and https://a:b@c',
      'via http://<credentials>@proxy:3128 and https://<credentials>@c',
    ],
  ])('%s', (text, redacted) => {
    expect(redactSecrets(text)).toBe(redacted);
  });

  test.each([
    'at src/telegram/sender.ts:120:15',
    '2025-04-14T07:30:00.000Z',
    'https://t.me/c/1234567890/15?thread=3',
    'reminder 0196319c-8f5e-7c3a-b1d2-123456789012:before-3 of việc 23',
    'thư gửi vanthu@sokhcn.example',
  ])('leaves %s alone', (text) => {
    expect(redactSecrets(text)).toBe(text);
  });
});
