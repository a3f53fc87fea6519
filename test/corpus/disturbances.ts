// What happens to texts on their way: none of it may change what is read in them.

/** A way of mangling a text, by the name that a failing test shows. */
export interface Disturbance {
  readonly name: string;
  readonly apply: (text: string) => string;
}

const WRAP_AT = 78;

/** As a PDF gives it: a line end wherever the page ended. */
const wrapped = (text: string): string =>
  text
    .split('\n')
    .map((line) => {
      if (/\t| \| /u.test(line)) return line;
      let length = 0;
      return line
        .split(' ')
        .map((word) => {
          length += word.length + 1;
          const isOver = length > WRAP_AT;
          if (isOver) length = word.length + 1;
          return (isOver ? '\n' : ' ') + word;
        })
        .join('')
        .slice(1);
    })
    .join('\n');

/** One letter of the long words that scanners confuse, in every third of them. */
const scanned = (text: string): string => {
  let count = 0;
  return text.replace(/(?<=\p{Lu}\p{Ll}+ )(?:tính|chính|nghệ|truyền)(?!\p{L})/gu, (word) =>
    ++count % 3 === 0 ? word.replace('í', 'i').replace('ệ', 'ẹ').replace('ề', 'ê') : word,
  );
};

export const DISTURBANCES: readonly Disturbance[] = [
  { name: 'as written', apply: (text) => text },
  { name: 'decomposed', apply: (text) => text.normalize('NFD') },
  { name: 'spaces that do not break', apply: (text) => text.replaceAll(' ', '\u00a0') },
  { name: 'soft hyphens', apply: (text) => text.replace(/(?<=\p{L}\p{L})(?=\p{L}\p{L})/gu, '\u00ad') },
  { name: 'other line ends', apply: (text) => text.replaceAll('\n', '\r\n') },
  { name: 'blank lines', apply: (text) => text.replaceAll('\n', '\n\n') },
  { name: 'wrapped lines', apply: wrapped },
  { name: 'scanned', apply: scanned },
];

/** Line breaks lost; only a text whose items are numbered or lettered can still be told apart. */
export const withoutLines = (text: string): string => text.replace(/\s*\n\s*/gu, ' ');
