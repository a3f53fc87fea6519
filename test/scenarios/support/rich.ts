import type { RichBlock, RichText } from 'grammy/types';
import type { HistoryEntry } from '../../../src/sandbox/bot-api/world/history.ts';

/** What a message says, tables too: a row of a table as "a | b". */
export const wordsOf = ({ text, message }: HistoryEntry): string =>
  text === '' ? (message.rich_message?.blocks ?? []).map(blockWords).join('\n') : text;

const blockWords = (block: RichBlock): string => {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return plain(block.text);
    case 'table':
      return block.cells.map((row) => row.map(({ text = '' }) => plain(text)).join(' | ')).join('\n');
    default:
      throw new Error(`The bot sends no ${block.type}`);
  }
};

const plain = (text: RichText): string => {
  if (typeof text !== 'string') throw new Error('The bot sends plain words in tables');
  return text;
};
