import { FormattedString, fmt } from '@grammyjs/parse-mode';
import type { Message, MessageEntity } from 'grammy/types';
import { describe, expect, test } from 'vitest';
import { call, callOk, newBot, openSandbox } from './support/sandbox-bot.ts';

async function openPrivateChat() {
  const { api } = await openSandbox();
  const lan = api.world.addUser({ firstName: 'Lan' });
  lan.start();
  return { api, lan };
}

/** What each entity covers, the way a reader would see it. */
const covered = ({ text = '', entities = [] }: Message): [MessageEntity['type'], string][] =>
  entities.map(({ type, offset, length }) => [type, text.slice(offset, offset + length)]);

describe('entities that Telegram finds by itself', () => {
  test.each<[string, [MessageEntity['type'], string][]]>([
    ['/viec 23', [['bot_command', '/viec']]],
    ['/viec@dondoc_sandbox_bot 23', [['bot_command', '/viec@dondoc_sandbox_bot']]],
    ['🇻🇳 gõ /quahan nhé', [['bot_command', '/quahan']]],
    ['xong trước ngày 15/4/2025', []],
    ['và/hoặc', []],
    ['/quá hạn', []],
    ['nhờ @lan_tran xem', [['mention', '@lan_tran']]],
    ['gửi lan@so.gov.vn', [['email', 'lan@so.gov.vn']]],
    ['#việc_gấp nhưng không #23', [['hashtag', '#việc_gấp']]],
    ['xem https://so.gov.vn/van-ban?id=1.', [['url', 'https://so.gov.vn/van-ban?id=1']]],
    ['xem so.gov.vn', [['url', 'so.gov.vn']]],
    ['Đã trình tại Tờ trình số 45/TTr-SKHCN', []],
  ])('%s', async (text, expected) => {
    const { lan } = await openPrivateChat();
    expect(covered(lan.write(text))).toEqual(expected);
  });

  test('the bot’s own texts get them too, but not inside code', async () => {
    const { api, lan } = await openPrivateChat();
    const sent = await newBot(api).api.sendMessage(lan.id, 'Gõ /viec hoặc /help', {
      entities: [{ type: 'code', offset: 3, length: 5 }],
    });
    expect(covered(sent)).toEqual([
      ['code', '/viec'],
      ['bot_command', '/help'],
    ]);
  });
});

test('a text of parse-mode’s fmt arrives as it was built', async () => {
  const { api, lan } = await openPrivateChat();
  const built = fmt`🔔 ${FormattedString.bold('Việc #23')}: trình ${FormattedString.italic('UBND tỉnh')}`;
  const sent = await newBot(api).api.sendMessage(lan.id, built.text, { entities: built.entities });
  expect(sent.text).toBe('🔔 Việc #23: trình UBND tỉnh');
  expect(covered(sent)).toEqual([
    ['bold', 'Việc #23'],
    ['italic', 'UBND tỉnh'],
  ]);
});

test('entities are cut to the text and moved with it when white space is trimmed', async () => {
  const { api, lan } = await openPrivateChat();
  const sent = await newBot(api).api.sendMessage(lan.id, '\n  Hạn chót  ', {
    entities: [
      { type: 'bold', offset: 0, length: 100 },
      { type: 'italic', offset: 50, length: 5 },
    ],
  });
  expect(sent).toMatchObject({ text: 'Hạn chót', entities: [{ type: 'bold', offset: 0, length: 8 }] });
});

test('a mention goes to people the bot can know, and to nobody else', async () => {
  const { api, lan } = await openPrivateChat();
  const sent = await newBot(api).api.sendMessage(lan.id, 'Lan và ai đó', {
    entities: [
      { type: 'text_mention', offset: 0, length: 3, user: lan.profile },
      { type: 'text_mention', offset: 7, length: 5, user: { ...lan.profile, id: 42 } },
    ],
  });
  expect(sent.entities).toEqual([{ type: 'text_mention', offset: 0, length: 3, user: lan.profile }]);
});

test.each([
  [{ entities: '{' }, "Bad Request: can't parse MessageEntity JSON object"],
  [
    { entities: [{ type: 'shiny', offset: 0, length: 1 }] },
    "Bad Request: can't parse MessageEntity: unsupported type specified",
  ],
  [
    { entities: [{ type: 'bold', length: 1 }] },
    'Bad Request: can\'t parse MessageEntity: can\'t find field "offset"',
  ],
])('%o is refused', async (params, description) => {
  const { api, lan } = await openPrivateChat();
  await expect(call(api, 'sendMessage', { chat_id: lan.id, text: 'x', ...params })).resolves.toMatchObject({
    description,
  });
});

interface Markup {
  readonly source: string;
  readonly text: string;
  readonly entities: readonly Record<string, unknown>[];
}

const span = (offset: number, length: number) => ({ offset, length });

const HTML: readonly Markup[] = [
  {
    source: '<b>Hạn</b>: <i>15/4</i> &lt;gấp&gt; &amp; &quot;rõ&quot; &#272;&#x1F514; &copy;',
    text: 'Hạn: 15/4 <gấp> & "rõ" Đ🔔 &copy;',
    entities: [
      { type: 'bold', ...span(0, 3) },
      { type: 'italic', ...span(5, 4) },
    ],
  },
  {
    source: '🔔<strong><u>a</u>b</strong><s>c</s><span class="tg-spoiler">d</span><tg-spoiler>e</tg-spoiler>',
    text: '🔔abcde',
    entities: [
      { type: 'bold', ...span(2, 2) },
      { type: 'underline', ...span(2, 1) },
      { type: 'strikethrough', ...span(4, 1) },
      { type: 'spoiler', ...span(5, 1) },
      { type: 'spoiler', ...span(6, 1) },
    ],
  },
  {
    source:
      '<a href="https://so.gov.vn/?a=1&amp;b=2">xem</a> <A href=so.gov.vn>cổng</A> <a href="javascript:x">không</a>',
    text: 'xem cổng không',
    entities: [
      { type: 'text_link', ...span(0, 3), url: 'https://so.gov.vn/?a=1&b=2' },
      { type: 'text_link', ...span(4, 4), url: 'http://so.gov.vn/' },
    ],
  },
  {
    source: '<pre>x</pre> <code>y</code> <pre><code class="language-sql">z</code></pre>',
    text: 'x y z',
    entities: [
      { type: 'pre', ...span(0, 1) },
      { type: 'code', ...span(2, 1) },
      { type: 'pre', ...span(4, 1), language: 'sql' },
    ],
  },
  {
    source: '<blockquote>a</blockquote><blockquote expandable>b</blockquote><b></b>',
    text: 'ab',
    entities: [
      { type: 'blockquote', ...span(0, 1) },
      { type: 'expandable_blockquote', ...span(1, 1) },
    ],
  },
  {
    source:
      '<tg-time unix="1744707600" format="wDT">15/4</tg-time> <tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>',
    text: '15/4 👍',
    entities: [
      { type: 'date_time', ...span(0, 4), unix_time: 1744707600, date_time_format: 'wDT' },
      { type: 'custom_emoji', ...span(5, 2), custom_emoji_id: '5368324170671202286' },
    ],
  },
];

const MARKDOWN: readonly Markup[] = [
  {
    source: '*Hạn*: _15/4_ __gấp__ ~bỏ~ ||kín|| `mã`',
    text: 'Hạn: 15/4 gấp bỏ kín mã',
    entities: [
      { type: 'bold', ...span(0, 3) },
      { type: 'italic', ...span(5, 4) },
      { type: 'underline', ...span(10, 3) },
      { type: 'strikethrough', ...span(14, 2) },
      { type: 'spoiler', ...span(17, 3) },
      { type: 'code', ...span(21, 2) },
    ],
  },
  {
    source: '🔔 *a _b_ c* 1\\.5 \\- xong\\!',
    text: '🔔 a b c 1.5 - xong!',
    entities: [
      { type: 'bold', ...span(3, 5) },
      { type: 'italic', ...span(5, 1) },
    ],
  },
  {
    source: '[xem](https://so.gov.vn/a\\)b) ![22:45](tg://time?unix=1744707600&format=t)',
    text: 'xem 22:45',
    entities: [
      { type: 'text_link', ...span(0, 3), url: 'https://so.gov.vn/a)b' },
      { type: 'date_time', ...span(4, 5), unix_time: 1744707600, date_time_format: 't' },
    ],
  },
  {
    source: '```sql\nselect *\n``` ```\nx.y\n```',
    text: 'select *\n x.y',
    entities: [
      { type: 'pre', ...span(0, 9), language: 'sql' },
      { type: 'pre', ...span(10, 3) },
    ],
  },
  {
    source: '>một\n>hai\nba\n**>bốn\n>năm||',
    text: 'một\nhai\nba\nbốn\nnăm',
    entities: [
      { type: 'blockquote', ...span(0, 8) },
      { type: 'expandable_blockquote', ...span(11, 7) },
    ],
  },
];

describe.each([
  ['HTML', HTML],
  ['MarkdownV2', MARKDOWN],
] as const)('%s', (parseMode, table) => {
  test.each(table)('$source', async ({ source, text, entities }) => {
    const { api, lan } = await openPrivateChat();
    const sent = await callOk<Message>(api, 'sendMessage', {
      chat_id: lan.id,
      text: source,
      parse_mode: parseMode,
    });
    expect(sent.text).toBe(text);
    const formatting = sent.entities?.filter(({ type }) => type !== 'url' && type !== 'email');
    expect(formatting).toEqual(entities);
  });
});

const HTML_ERRORS: readonly (readonly [string, string])[] = [
  ['Hạn <b', 'Unclosed start tag at byte offset 6'],
  ['Hạn <table>', 'Unsupported start tag "table" at byte offset 6'],
  ['Sở <KH&CN>', 'Unsupported start tag "kh&cn" at byte offset 5'],
  ['a </b>', 'Unexpected end tag at byte offset 2'],
  ['<b>đ</i>', 'Unmatched end tag at byte offset 5, expected "</b>", found "</i>"'],
  ['<b>x</b ', 'Unclosed end tag at byte offset 4'],
  ['<b><i>x</i>', 'Can\'t find end tag corresponding to start tag "b"'],
  ['<span class="big">x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  ['<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
  ['<a href=x/y>z</a>', 'Unexpected end of name token at byte offset 8'],
  ['<a href="x', 'Unclosed start tag at byte offset 0'],
  ['<a href', 'Unclosed start tag "a" at byte offset 0'],
  ['<tg-emoji emoji-id="x">y</tg-emoji>', 'Invalid custom emoji identifier specified'],
];

const MARKDOWN_ERRORS: readonly (readonly [string, string])[] = [
  ['Hạn 15.4', "Character '.' is reserved and must be escaped with the preceding '\\'"],
  ['số 45-SKHCN', "Character '-' is reserved and must be escaped with the preceding '\\'"],
  ['a | b', "Character '|' is reserved and must be escaped with the preceding '\\'"],
  ['a > b', "Character '>' is reserved and must be escaped with the preceding '\\'"],
  ['xong!', "Character '!' is reserved and must be escaped with the preceding '\\'"],
  ['đ *đậm', "Can't find end of Bold entity at byte offset 3"],
  ['*a _b* c_', "Can't find end of Italic entity at byte offset 8"],
  ['`mã', "Can't find end of Code entity at byte offset 0"],
  ['[xem](so.gov.vn', "Can't find end of a URL at byte offset 6"],
  ['>*trích\nhết', "Can't find end of Bold entity at byte offset 1"],
  ['![x](https://so.gov.vn)', 'Custom emoji entity must contain a tg://emoji URL'],
];

test.each([
  ...HTML_ERRORS.map(([source, reason]) => ['HTML', source, reason] as const),
  ...MARKDOWN_ERRORS.map(([source, reason]) => ['MarkdownV2', source, reason] as const),
])('%s: %s is refused', async (parseMode, text, reason) => {
  const { api, lan } = await openPrivateChat();
  await expect(call(api, 'sendMessage', { chat_id: lan.id, text, parse_mode: parseMode })).resolves.toEqual({
    ok: false,
    error_code: 400,
    description: `Bad Request: can't parse entities: ${reason}`,
  });
});

test('what is left of the markup counts, not the markup', async () => {
  const { api, lan } = await openPrivateChat();
  const params = { chat_id: lan.id, parse_mode: 'HTML' };
  await expect(call(api, 'sendMessage', { ...params, text: '<b> </b>' })).resolves.toMatchObject({
    description: 'Bad Request: text must be non-empty',
  });
  await expect(
    call(api, 'sendMessage', { ...params, text: `<b>${'x'.repeat(4096)}</b>` }),
  ).resolves.toMatchObject({ ok: true });
});
