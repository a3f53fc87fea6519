// What the bot says of its own accord about who joins and who leaves.
import type { LeftBehind, PeopleNews } from '../../domain/people-news.ts';
import { accountName } from '../../application/people/accounts.ts';
import { joinRequestKeyboard } from '../keyboards/people-keyboards.ts';
import { message } from '../transport/message.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { bold, lines, numberList, paragraphs, shorten } from './compose.ts';
import type { Piece } from './compose.ts';

const LONGEST_NAME = 80;

export const peopleNews = (news: PeopleNews): FormattedMessage => {
  switch (news.about) {
    case 'join_requested':
      return message(
        lines(
          `Tài khoản “${shorten(accountName(news.request), LONGEST_NAME)}”, mã số ${news.request.telegramId}, đề nghị được dùng bot.`,
          news.candidates.length === 0
            ? 'Mọi người trong danh sách đều đã kết nối. Người mới thì khai trong agency.yaml trước.'
            : 'Đây là ai? Chỉ chọn khi biết chắc.',
        ),
        joinRequestKeyboard(news.request.id, news.candidates, news.offset),
      );
    case 'join_decided':
      return message(
        news.member === null
          ? 'Chưa xác nhận được tài khoản này là của ai trong Sở. Cần hỗ trợ thì liên hệ Văn phòng.'
          : `✅ Tài khoản này đã được kết nối. Chào ${news.member.title}. Gõ /help để xem cách dùng.`,
      );
    case 'linked':
      return message(
        lines(
          `${news.member.name} đã kết nối, bằng tài khoản “${shorten(news.account, LONGEST_NAME)}”${news.isAnother ? ', thay cho tài khoản trước đó' : ''}.`,
          `Không đúng người thì gõ /moi ${news.member.name} để tạo liên kết mới, hoặc báo quản trị viên.`,
        ),
      );
    case 'farewell':
      return message(
        `Tài khoản này không còn trong danh sách của Sở nên sẽ không nhận tin nhắc việc nữa. Cảm ơn ${news.member.title} đã phối hợp; nếu có nhầm lẫn thì liên hệ Văn phòng.`,
      );
    case 'left':
      return message(
        paragraphs(`${news.member.name} không còn trong danh sách của Sở.`, handover(news.leftBehind)),
      );
  }
};

/** What is to be handed over; null where there is nothing. */
export const handover = ({ headless, uncharged, extensions, openDrafts }: LeftBehind): Piece | null => {
  const left = [
    ...headless.map(({ unit, taskNumbers }) =>
      taskNumbers.length === 0
        ? `• ${unit.shortName} chưa có lãnh đạo đơn vị.`
        : `• ${unit.shortName} chưa có lãnh đạo đơn vị, có ${taskNumbers.length} việc đang mở: ${shorten(numberList(taskNumbers), 120)}.`,
    ),
    uncharged.length === 0
      ? null
      : `• Chưa có Phó Giám đốc phụ trách: ${uncharged.map(({ shortName }) => shortName).join(', ')}. Trong khi chờ, Giám đốc cho ý kiến.`,
    extensions.length === 0
      ? null
      : `• Đề nghị gia hạn đang chờ ý kiến: việc ${numberList(extensions)}. Đã gửi người cho ý kiến thay.`,
    openDrafts === 0 ? null : `• ${openDrafts} văn bản, tin giao việc đã nhập còn phiếu chưa lưu.`,
  ];
  if (left.every((line) => line === null)) return null;
  const hasTasks = headless.some(({ taskNumbers }) => taskNumbers.length > 0);
  return lines(
    bold('Cần bàn giao'),
    ...left,
    hasTasks ? 'Việc cần chuyển đơn vị khác: /chuyen, số việc và đơn vị nhận.' : null,
  );
};
