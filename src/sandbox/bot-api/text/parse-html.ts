import { BotApiError } from '../errors.ts';
import type { FormattedText } from './formatted-text.ts';

export function parseHtml(_source: string): FormattedText {
  throw new BotApiError(501, 'parse_mode HTML comes next');
}
