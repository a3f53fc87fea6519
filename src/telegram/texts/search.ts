// What a search among the tasks has found.
import type { SearchAnswer } from '../../domain/answers.ts';
import { localDateOf } from '../../domain/local-time.ts';
import { searchKeyboard } from '../keyboards/list-keyboards.ts';
import { message } from '../transport/message.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { bold, lines, list, paragraphs, shorten } from './compose.ts';
import { openTaskLines } from './task.ts';

const LONGEST_QUERY = 60;

/** The tasks that hold the words: open ones first, the newest first. */
export const searchAnswer = ({ at, query, total, lines: shown }: SearchAnswer): FormattedMessage => {
  const words = `“${shorten(query, LONGEST_QUERY)}”`;
  if (total === 0)
    return message(
      lines(`Không thấy việc nào có ${words}.`, 'Thử ít chữ hơn, hoặc gõ /viec để xem việc đang mở.'),
    );
  const today = localDateOf(at);
  const more = total - shown.length;
  return message(
    paragraphs(
      bold(`📋 ${total} việc có ${words}`),
      list({
        heading: null,
        entries: shown.map((line) => openTaskLines(line, today, true)),
      }),
      more > 0 ? `Còn ${more} việc khác. Thêm chữ để tìm hẹp hơn.` : null,
    ),
    searchKeyboard(shown.map(({ view }) => view)),
  );
};
