import { v7 as uuidv7 } from 'uuid';

/** Ids of new rows: UUIDs of version 7, unique for ever, each sorting after the one before it also where the clock steps back. */
export const uuidSource = { next: (): string => uuidv7() };
