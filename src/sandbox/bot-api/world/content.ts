// What people put into messages.
import type { MessageEntity } from 'grammy/types';
import { omitUndefined } from '../omit-undefined.ts';
import { detectEntities } from '../text/detect-entities.ts';
import { documentObject, mimeTypeOf, photoSizes, storeFile } from './files.ts';
import type { NewFile } from './files.ts';
import type { MessageContent } from './messages.ts';
import type { Realm } from './realm.ts';

export interface SentFile {
  readonly content: Uint8Array | string;
  readonly fileName: string;
  /** Default: by the name's extension. */
  readonly mimeType?: string;
}

export function documentContent(realm: Realm, file: SentFile): MessageContent {
  return { document: documentObject(storeFile(realm, 'document', readFile(file))) };
}

export function photoContent(realm: Realm, file: SentFile): MessageContent {
  return { photo: photoSizes(storeFile(realm, 'photo', readFile(file))) };
}

const readFile = ({ content, fileName, mimeType }: SentFile): NewFile => ({
  content: typeof content === 'string' ? Buffer.from(content) : content,
  fileName,
  mimeType: mimeType ?? mimeTypeOf(fileName),
});

/** A text or a caption, with what is found in it; nothing where it is empty. */
export function textContent(
  field: 'text' | 'caption',
  text: string,
  given: readonly MessageEntity[] = [],
): MessageContent {
  if (text === '') return {};
  const entities = detectEntities(text, given);
  const found = entities.length > 0 ? entities : undefined;
  return omitUndefined<MessageContent>(
    field === 'text' ? { text, entities: found } : { caption: text, caption_entities: found },
  );
}
