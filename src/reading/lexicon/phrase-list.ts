/** The phrases of a text that parts them with commas: easier to look over than one a line. No phrase holds a comma. */
export const phraseList = (text: string): readonly string[] =>
  text.split(',').map((phrase) => phrase.trim().replace(/\s+/gu, ' '));
