// Deadlines that someone names for tasks by their numbers: "23 hạn 30/4; 24 hạn 05/5".

/** A deadline that someone names for a task: its number, and the words behind it ("30/4"). */
export interface DeadlineWish {
  readonly number: number;
  readonly words: string;
}

/** "23 hạn 30/4", "việc 23: 30/4", "#23 - 30/4"; not "23/4" or "23.4", which are days. */
const WISH =
  /^(?:(?:việc|viec)\s*)?(?:(?:số|so)\s*)?#?(?<number>\d{1,7})(?:\s*:\s*|\.\s+|\s+[–-]\s+|\s+)(?:(?:hạn|han|đến|den|là|la)\s*:?\s+)*(?<words>.*\S)\s*$/iu;
const NEXT_WISH = /\s*(?:[\n;]|,(?=\s*(?:(?:việc|viec)\s*)?#?\d{1,7}\s+(?:hạn|han|đến|den)\s))\s*/iu;

/** Reads them one a line or behind a comma; null where any part of the text is something else. */
export const readDeadlineWishes = (text: string): readonly DeadlineWish[] | null => {
  const parts = text
    .normalize('NFC')
    .trim()
    .split(NEXT_WISH)
    .filter((part) => part !== '');
  const wishes = parts.flatMap((part) => {
    const { number, words } = WISH.exec(part)?.groups ?? {};
    return number === undefined || words === undefined ? [] : [{ number: Number(number), words }];
  });
  return wishes.length > 0 && wishes.length === parts.length ? wishes : null;
};

/** True for words that nobody asked for and that yet set a deadline: "23 hạn …", "việc 23 hạn …". */
export const opensWithDeadline = (text: string): boolean => OPENS_WISH.test(text.normalize('NFC'));

/** True where the word "hạn" itself is said: "23 hạn 31/4" means a deadline, though no day can be read; "23 xong" does not. */
export const namesDeadline = (text: string): boolean => NAMES_DEADLINE.test(text.normalize('NFC'));

const OPENS_WISH = /^\s*(?:(?:việc|viec)\s+)?#?\d{1,7}\s+(?:hạn|han)\s/iu;
const NAMES_DEADLINE = /(?<!\p{L})(?:hạn|han)(?!\p{L})/iu;
