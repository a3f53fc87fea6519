import { createHash } from 'node:crypto';

/** What stands in callback data for a unit, a person or a document that one is chosen from: a digest of its id. */
export const choiceKey = (id: string): string =>
  createHash('sha256').update(id).digest('base64url').slice(0, 16);
