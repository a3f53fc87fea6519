import { BotApiError } from '../errors.ts';
import type { FormattedText } from './formatted-text.ts';

export function parseMarkdownV2(_source: string): FormattedText {
  throw new BotApiError(501, 'parse_mode MarkdownV2 comes next');
}
