// Files that come with what people say. They stay with Telegram; the bot keeps only what they are called there.
import type { Message } from 'grammy/types';
import type { EvidenceFile } from '../domain/evidence-file.ts';

/** The file or picture of a message; pictures come in several sizes, of which the last is the largest. */
export const evidenceOf = (message: Message | undefined): readonly EvidenceFile[] => {
  const { document, photo } = message ?? {};
  if (document !== undefined)
    return [{ kind: 'document', fileId: document.file_id, name: document.file_name ?? null }];
  const largest = photo?.at(-1);
  return largest === undefined ? [] : [{ kind: 'photo', fileId: largest.file_id, name: null }];
};
