import { badRequest } from './errors.ts';
import type { Params, UploadedFile } from './params.ts';
import { mimeTypeOf, storeFile } from './world/files.ts';
import type { Realm } from './world/realm.ts';
import type { FileRecord } from './world/records.ts';

/**
 * The file a call sends: uploaded under the parameter's name or under `attach://…`, or one the server already has.
 * @param value the parameter's text, which for an element of an album is not a parameter of its own
 */
export function readInputFile(
  realm: Realm,
  params: Params,
  kind: 'document' | 'photo',
  value = params.text(kind),
): FileRecord {
  const attached = /^attach:\/\/(.+)$/.exec(value)?.[1];
  const upload = params.files.get(attached ?? kind);
  if (upload && (attached !== undefined || value === '')) return storeUpload(realm, kind, upload);
  if (value === '' || attached !== undefined) throw badRequest(`there is no ${kind} in the request`);
  const known = realm.files.get(value);
  if (known) return known;
  // Telegram would fetch an address from the web; the sandbox never leaves the machine.
  if (/^https?:/i.test(value)) throw badRequest('failed to get HTTP URL content');
  throw badRequest('wrong file identifier/HTTP URL specified');
}

function storeUpload(
  realm: Realm,
  kind: 'document' | 'photo',
  { fileName, content }: UploadedFile,
): FileRecord {
  if (content.byteLength === 0) throw badRequest('file must be non-empty');
  return storeFile(realm, kind, { content, fileName, mimeType: mimeTypeOf(fileName) });
}
