// Files that the onlooker attaches, sent as the clients send them.
import { z } from 'zod';
import type { UploadedFile } from '../bot-api/params.ts';
import { entryOf, refuseTokens } from './actions.ts';
import { PageError } from './page-error.ts';
import type { PageStage } from './page-stage.ts';

/** core.telegram.org/bots/api#sendmediagroup */
const MOST_IN_ALBUM = 10;
const MOST_CAPTION = 1_024;

const schema = z.strictObject({
  person: z.int(),
  chat: z.int(),
  caption: z.string().max(MOST_CAPTION),
  replyTo: z.int().min(0).nullable(),
  topic: z.int().nullable(),
});

/** Who sends them, where, and with which words. */
export type FilesTo = z.infer<typeof schema>;

/**
 * Reads what the form says beside the files.
 * @throws PageError where it makes no sense
 */
export const readFilesTo = (json: unknown): FilesTo => {
  const result = schema.safeParse(parsed(json));
  if (!result.success) throw new PageError(z.prettifyError(result.error));
  return result.data;
};

const parsed = (json: unknown): unknown => {
  try {
    return typeof json === 'string' ? JSON.parse(json) : null;
  } catch {
    throw new PageError('Expected JSON');
  }
};

/** Sends them: pictures as photos, everything else as documents, what is of one kind as albums; the caption comes first. */
export const sendFiles = (stage: PageStage, to: FilesTo, files: readonly UploadedFile[]): void => {
  refuseTokens(to.caption);
  const sender = stage.world.user(to.person);
  const replyTo = to.replyTo === null ? null : entryOf(stage, to.chat, to.replyTo).message;
  const where = {
    ...(replyTo === null ? {} : { replyTo }),
    ...(to.topic === null ? {} : { threadId: to.topic }),
  };
  const [photos, documents] = [files.filter(isPicture), files.filter((file) => !isPicture(file))];
  let { caption } = to;
  for (const album of [...albumsOf(photos), ...albumsOf(documents)]) {
    const [first] = album;
    if (first === undefined) continue;
    const kind = isPicture(first) ? 'photo' : 'document';
    if (album.length > 1) sender.sendAlbum(to.chat, album, { caption, kind, ...where });
    else if (kind === 'photo') sender.sendPhoto(to.chat, first, { caption, ...where });
    else sender.sendDocument(to.chat, first, { caption, ...where });
    caption = '';
  }
  stage.settle();
};

const isPicture = ({ fileName }: UploadedFile): boolean => /\.(?:jpe?g|png)$/iu.test(fileName);

const albumsOf = (files: readonly UploadedFile[]): UploadedFile[][] =>
  Array.from({ length: Math.ceil(files.length / MOST_IN_ALBUM) }, (_, index) =>
    files.slice(index * MOST_IN_ALBUM, (index + 1) * MOST_IN_ALBUM),
  );
