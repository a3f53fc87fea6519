import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { File, Message } from 'grammy/types';
import { badRequest } from '../errors.ts';
import { readInputFile } from '../input-files.ts';
import { isObject, Params } from '../params.ts';
import { documentObject, photoSizes } from '../world/files.ts';
import type { MessageContent } from '../world/messages.ts';
import type { Realm } from '../world/realm.ts';
import type { FileRecord } from '../world/records.ts';
import type { MethodTable } from './method.ts';
import { readCaption, WHEN_SENDING } from './content.ts';
import { sendAsBot } from './send-as-bot.ts';

/** What a bot can fetch (core.telegram.org/bots/api#getfile). */
const MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024;

type AlbumMessage = Message.DocumentMessage | Message.PhotoMessage;

export const fileMethods = {
  sendDocument({ realm }, params) {
    const content = readMedia(realm, params, 'document');
    return sendAsBot(realm, params, content, { kind: 'documents' }) as Message.DocumentMessage;
  },

  sendPhoto({ realm }, params) {
    const content = readMedia(realm, params, 'photo');
    return sendAsBot(realm, params, content, { kind: 'photos' }) as Message.PhotoMessage;
  },

  sendMediaGroup({ realm }, params) {
    const items = params.jsonArray('media', 'InputMedia') ?? [];
    if (items.length < 2 || items.length > 10) throw badRequest('wrong number of messages to send');
    checkAlbumTypes(items);
    const group = { media_group_id: realm.ids.mediaGroup() };
    const contents = items.map((item) => ({ ...readAlbumItem(realm, params, item), ...group }));
    // An album has no keyboard.
    const shared = new Params(
      new Map([...params.values].filter(([name]) => name !== 'reply_markup')),
      params.files,
    );
    return contents.map(
      (content) => sendAsBot(realm, shared, content, { kind: 'documents' }) as AlbumMessage,
    );
  },

  async getFile({ realm }, params): Promise<File> {
    const id = params.text('file_id');
    if (id === '') throw badRequest('file_id not specified');
    const file = realm.files.get(id);
    if (!file) throw badRequest('invalid file_id');
    const { fileId, uniqueId, path, content } = file;
    const { localFolder } = realm;
    if (localFolder === undefined && content.byteLength > MAX_DOWNLOAD_BYTES)
      throw badRequest('file is too big');
    return {
      file_id: fileId,
      file_unique_id: uniqueId,
      file_size: content.byteLength,
      file_path: localFolder === undefined ? path : await putOnDisk(file, localFolder),
    };
  },
} satisfies MethodTable;

/** In local mode the bot reads the file where it lies, however large it is (core.telegram.org/bots/api#using-a-local-bot-api-server). */
async function putOnDisk({ path, content }: FileRecord, folder: string): Promise<string> {
  const place = join(folder, path);
  await mkdir(dirname(place), { recursive: true });
  await writeFile(place, content);
  return place;
}

function readMedia(realm: Realm, params: Params, kind: 'document' | 'photo', value?: string): MessageContent {
  const caption = readCaption(realm, params, WHEN_SENDING);
  const file = readInputFile(realm, params, kind, value);
  return {
    ...(kind === 'photo' ? { photo: photoSizes(file) } : { document: documentObject(file) }),
    ...caption,
  };
}

/** Documents go only with documents (core.telegram.org/bots/api#sendmediagroup). */
function checkAlbumTypes(items: readonly unknown[]): void {
  const types = new Set(items.map((item) => (isObject(item) ? item.type : undefined)));
  if (types.size > 1 && types.has('document'))
    throw badRequest("document can't be mixed with other media types");
}

/** An element of an album has its own caption, in its own object. */
function readAlbumItem(realm: Realm, params: Params, item: unknown): MessageContent {
  if (!isObject(item)) throw badRequest("can't parse InputMedia: expected an Object");
  const { type, media } = item;
  if (type !== 'document' && type !== 'photo')
    throw badRequest('the sandbox sends albums of documents and photos only');
  const own = new Params(new Map(Object.entries(item)), params.files);
  return readMedia(realm, own, type, typeof media === 'string' ? media : '');
}
