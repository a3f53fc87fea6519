import { InputFile } from 'grammy';
import type { Message } from 'grammy/types';
import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { call, newBot, openSandbox, runListener } from './support/sandbox-bot.ts';

const FILE = { fileName: 'a.pdf', content: 'a' };

async function openPrivateChat() {
  const { api } = await openSandbox();
  const lan = api.world.addUser({ firstName: 'Lan' });
  lan.start();
  return { api, lan, bot: newBot(api).api };
}

test('a bot fetches what a person sent', async () => {
  const { api, lan, bot } = await openPrivateChat();
  const updates = await runListener(api);
  lan.sendDocument(
    lan,
    { fileName: 'Thông báo 12.docx', content: 'nội dung' },
    { caption: 'văn bản mới #gấp' },
  );
  await api.whenIdle();

  const message = updates.at(-1)?.message;
  expect(message).toMatchObject({
    caption: 'văn bản mới #gấp',
    caption_entities: [{ type: 'hashtag', offset: 12, length: 4 }],
    document: {
      file_name: 'Thông báo 12.docx',
      mime_type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      file_size: Buffer.byteLength('nội dung'),
    },
  });
  const file = await bot.getFile(message?.document?.file_id ?? '');
  expect(file.file_path).toMatch(/^documents\/file_\d+\.docx$/);
  const response = await fetch(`${api.apiRoot}/file/bot${api.token}/${file.file_path ?? ''}`);
  expect(await response.text()).toBe('nội dung');
  expect(api.calls.of('file')).toHaveLength(1);
});

test('a file over 20 MB cannot be fetched', async () => {
  const { api, lan } = await openPrivateChat();
  const { document } = lan.sendDocument(lan, {
    fileName: 'to.pdf',
    content: new Uint8Array(20 * 1024 * 1024 + 1),
  });
  await expect(call(api, 'getFile', { file_id: document?.file_id })).resolves.toMatchObject({
    description: 'Bad Request: file is too big',
  });
});

test('a bot uploads a file, and sends it again by its id', async () => {
  const { api, lan, bot } = await openPrivateChat();
  const sent = await bot.sendDocument(lan.id, new InputFile(Buffer.from('a;b\n'), 'quá hạn.csv'), {
    caption: '<b>Quá hạn</b>',
    parse_mode: 'HTML',
    reply_markup: { inline_keyboard: [[{ text: 'Xem', callback_data: 'x' }]] },
  });
  expect(sent).toMatchObject({
    document: { file_name: 'quá hạn.csv', mime_type: 'text/csv', file_size: 4 },
    caption: 'Quá hạn',
    caption_entities: [{ type: 'bold', offset: 0, length: 7 }],
  });
  const again = await bot.sendDocument(lan.id, sent.document.file_id);
  expect(again.document).toEqual(sent.document);
  expect(Buffer.from(api.world.file(sent.document.file_id).content).toString()).toBe('a;b\n');

  await expect(
    bot.editMessageCaption(lan.id, sent.message_id, { caption: 'x'.repeat(1025) }),
  ).rejects.toMatchObject({
    description: 'Bad Request: MEDIA_CAPTION_TOO_LONG',
  });
  const edited = await bot.editMessageCaption(lan.id, sent.message_id, { caption: 'Quá hạn: 2' });
  expect(edited).toMatchObject({ caption: 'Quá hạn: 2', document: sent.document });
  expect(edited).not.toHaveProperty('caption_entities');
  await expect(
    call(api, 'editMessageText', { chat_id: lan.id, message_id: sent.message_id, text: 'x' }),
  ).resolves.toMatchObject({ description: 'Bad Request: there is no text in the message to edit' });
});

test('a large file arrives whole', async () => {
  const { api, lan, bot } = await openPrivateChat();
  const content = Buffer.alloc(5_000_003, 'nội dung \r\n--');
  const sent = await bot.sendDocument(lan.id, new InputFile(content, 'báo cáo quý 1.pdf'));
  expect(sent.document).toMatchObject({ file_size: content.byteLength });
  expect(Buffer.compare(api.world.file(sent.document.file_id).content, content)).toBe(0);
});

test('photos', async () => {
  const { lan, bot } = await openPrivateChat();
  const sent = await bot.sendPhoto(lan.id, new InputFile(Buffer.from('png'), 'a.png'));
  expect(sent.photo.at(-1)).toMatchObject({ file_size: 3, width: 1280 });
  const file = await bot.getFile(sent.photo.at(-1)?.file_id ?? '');
  expect(file.file_path).toMatch(/^photos\/file_\d+\.jpg$/);
  expect(lan.sendPhoto(lan, { fileName: 'b.jpg', content: 'x' }, { caption: 'chụp' })).toMatchObject({
    caption: 'chụp',
  });
});

test('albums are one message each, with a common id', async () => {
  const { lan, bot } = await openPrivateChat();
  const files = [
    { fileName: 'a.pdf', content: 'a' },
    { fileName: 'b.pdf', content: 'b' },
  ];
  const received = lan.sendAlbum(lan, files, { caption: 'hai văn bản' });
  expect(new Set(received.map((message) => message.media_group_id)).size).toBe(1);
  expect(received.map(({ caption }) => caption)).toEqual(['hai văn bản', undefined]);

  const sent = (await bot.sendMediaGroup(lan.id, [
    { type: 'document', media: new InputFile(Buffer.from('a'), 'a.csv') },
    { type: 'document', media: new InputFile(Buffer.from('b'), 'b.csv'), caption: 'hai bảng' },
  ])) as Message[];
  expect(sent.map(({ document }) => document?.file_name)).toEqual(['a.csv', 'b.csv']);
  expect(sent.map(({ caption }) => caption)).toEqual([undefined, 'hai bảng']);
  expect(new Set(sent.map((message) => message.media_group_id)).size).toBe(1);
  const photos = lan.sendAlbum(lan, files, { kind: 'photo' });
  expect(photos.map(({ photo }) => photo?.length)).toEqual([1, 1]);
});

// core.telegram.org/bots/api#sendmediagroup: 2-10 items; documents only with documents.
test('an album has two to ten items, and documents only with their kind', async () => {
  const { api, lan } = await openPrivateChat();
  const document = { type: 'document', media: lan.sendDocument(lan, FILE).document?.file_id };
  const photo = { type: 'photo', media: lan.sendPhoto(lan, FILE).photo?.[0]?.file_id };
  const album = (media: object[]) => call(api, 'sendMediaGroup', { chat_id: lan.id, media });
  for (const size of [0, 1, 11]) {
    expect((await album(Array.from({ length: size }, () => document))).error_code).toBe(400);
  }
  expect((await album(Array.from({ length: 10 }, () => document))).ok).toBe(true);
  expect(await album([photo, document])).toEqual({
    ok: false,
    error_code: 400,
    description: "Bad Request: document can't be mixed with other media types",
  });
});

test.each([
  [{}, 'Bad Request: there is no document in the request'],
  [{ document: 'no-such-id' }, 'Bad Request: wrong file identifier/HTTP URL specified'],
  [{ document: 'https://example.com/a.pdf' }, 'Bad Request: failed to get HTTP URL content'],
  [{ document: 'attach://nothing' }, 'Bad Request: there is no document in the request'],
])('sendDocument refuses %o', async (params, description) => {
  const { api, lan } = await openPrivateChat();
  await expect(call(api, 'sendDocument', { chat_id: lan.id, ...params })).resolves.toMatchObject({
    description,
  });
});

test('sendDocument refuses an empty file and a caption of 1,025 characters', async () => {
  const { lan, bot } = await openPrivateChat();
  await expect(bot.sendDocument(lan.id, new InputFile(Buffer.from(''), 'a.txt'))).rejects.toMatchObject({
    description: 'Bad Request: file must be non-empty',
  });
  const caption = 'x'.repeat(1025);
  await expect(
    bot.sendDocument(lan.id, new InputFile(Buffer.from('x'), 'a.txt'), { caption }),
  ).rejects.toMatchObject({
    description: 'Bad Request: message caption is too long',
  });
});
