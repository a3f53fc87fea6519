// What a group reads of an answer that is for one person.
import { message } from '../transport/message.ts';
import type { FormattedMessage } from '../transport/message.ts';

/** The asker has not opened the chat with the bot. */
export const openPrivateChat = (username: string): FormattedMessage =>
  message(
    `Câu hỏi này được trả lời riêng. Đề nghị mở trò chuyện với @${username}, bấm Bắt đầu (Start) rồi hỏi lại ở đó.`,
  );
