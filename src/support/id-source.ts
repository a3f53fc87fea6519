import { v7 as uuidv7 } from 'uuid';
import { systemClock } from './system-clock.ts';

/** Random bytes are drawn for so many ids at once: a draw takes longer than all else about an id. */
const POOL_SIZE = 128;
const BYTES_OF_ID = 16;

let pool = new Uint8Array(0);
let drawn = 0;

const randomBytes = (): Uint8Array => {
  if (drawn === pool.length) {
    pool = crypto.getRandomValues(new Uint8Array(POOL_SIZE * BYTES_OF_ID));
    drawn = 0;
  }
  drawn += BYTES_OF_ID;
  return pool.subarray(drawn - BYTES_OF_ID, drawn);
};

let msecs = 0;
/** Counts the ids of a millisecond from a random number on (RFC 9562, 6.2, method 1): of 32 bits the first is left for counting. */
let seq = 0;

/** Ids of new rows: UUIDs of version 7, unique for ever, each sorting after the one before it also where the clock steps back. */
export const uuidSource = {
  next: (): string => {
    const random = randomBytes();
    const now = systemClock.now();
    if (now > msecs) {
      msecs = now;
      seq = new DataView(random.buffer, random.byteOffset).getUint32(0) >>> 1;
    } else seq++;
    return uuidv7({ random, msecs, seq });
  },
};
