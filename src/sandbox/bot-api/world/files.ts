import type { Document, PhotoSize } from 'grammy/types';
import type { Realm } from './realm.ts';
import type { FileRecord } from './records.ts';

export interface NewFile {
  readonly content: Uint8Array;
  readonly fileName: string;
  readonly mimeType: string;
}

/** Photos of the sandbox are never looked into; all are said to be of this size. */
const PHOTO_SIZE = { width: 1280, height: 960 };

const MIME_TYPES: ReadonlyMap<string, string> = new Map([
  ['pdf', 'application/pdf'],
  ['doc', 'application/msword'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['txt', 'text/plain'],
  ['csv', 'text/csv'],
  ['ics', 'text/calendar'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['png', 'image/png'],
  ['zip', 'application/zip'],
]);

/** The type Telegram derives from a file's name. */
export function mimeTypeOf(fileName: string): string {
  return MIME_TYPES.get(extensionOf(fileName)) ?? 'application/octet-stream';
}

function extensionOf(fileName: string): string {
  return /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

/** Keeps a file under the identifiers and the path it can be fetched by. */
export function storeFile(realm: Realm, kind: 'document' | 'photo', file: NewFile): FileRecord {
  const { number, fileId, uniqueId } = realm.ids.file(kind === 'document' ? 'BQAC' : 'AgAC');
  const extension = kind === 'photo' ? 'jpg' : extensionOf(file.fileName);
  const record: FileRecord = {
    ...file,
    kind,
    fileId,
    uniqueId,
    path: `${kind}s/file_${number}${extension === '' ? '' : `.${extension}`}`,
  };
  realm.files.set(fileId, record);
  return record;
}

export function documentObject({ fileId, uniqueId, fileName, mimeType, content }: FileRecord): Document {
  return {
    file_id: fileId,
    file_unique_id: uniqueId,
    file_name: fileName,
    mime_type: mimeType,
    file_size: content.byteLength,
  };
}

/** A photo's sizes, the largest last; the sandbox keeps one. */
export function photoSizes({ fileId, uniqueId, content }: FileRecord): PhotoSize[] {
  return [{ file_id: fileId, file_unique_id: uniqueId, ...PHOTO_SIZE, file_size: content.byteLength }];
}
