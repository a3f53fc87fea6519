// Greetings, help and the answers to people and chats that the bot does not know.
import { FormattedString } from '@grammyjs/parse-mode';
import { isAllowed } from '../../domain/authority.ts';
import type { Member } from '../../domain/member.ts';
import { message } from '../transport/message.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { askToJoinKeyboard } from '../keyboards/people-keyboards.ts';
import { bold, folded, lines, paragraphs } from './compose.ts';

/** Where a message was written. */
export type Place = 'private' | 'group';

/** /start. `telegramId`: the asker's, which a stranger hands to the administrator; it is not shown in groups. */
export const startText = (member: Member | null, place: Place, telegramId: number): FormattedMessage => {
  if (member === null) return place === 'private' ? stranger(telegramId) : strangerInGroup();
  if (place === 'group') {
    return message('Đôn Đốc theo dõi việc được giao và nhắc hạn trong nhóm này. Gõ /help để xem cách dùng.');
  }
  return message(
    paragraphs(
      `Chào ${member.title}. Đôn Đốc theo dõi việc được giao của Sở: ghi việc, nhắc hạn, nhận báo cáo.`,
      ...howTo(member, place),
    ),
  );
};

/** /help, by role and place. */
export const helpText = (member: Member, place: Place): FormattedMessage =>
  message(paragraphs(bold('Cách dùng'), ...howTo(member, place)));

const howTo = (member: Member, place: Place): (FormattedString | string)[] => {
  return [
    ...(isAllowed(member, 'enter_tasks')
      ? [
          lines(
            place === 'private'
              ? 'Giao việc: dán thông báo kết luận, gửi tệp Word, chuyển tiếp tin nhắn, hoặc viết một việc.'
              : 'Giao việc: gõ /giao và việc cần giao, hoặc trả lời một tin nhắn bằng /giao.',
            'Kiểm tra từng phiếu rồi bấm Lưu; chưa bấm thì chưa gửi cho ai. Sửa tin gốc thì được đọc lại.',
            ...(place === 'private' && member.role === 'secretary'
              ? ['Việc đơn vị báo xong được gửi vào đây để xác nhận hoàn thành.']
              : []),
          ),
        ]
      : []),
    ...(isAllowed(member, 'report_status') && !isAllowed(member, 'enter_tasks')
      ? [
          lines(
            'Báo tình hình: trả lời tin giao việc hoặc tin nhắc, ví dụ “đang làm 60%”, “đã trình, Tờ trình số 45/TTr-SKHCN”, hoặc bấm nút.',
            'Nhiều việc: ghi số việc, ví dụ “23 xong, 24 đang làm”. Thả 👍 là đã nhận.',
            'Kết quả: gửi kèm ảnh hoặc tệp khi trả lời; báo nhầm thì bấm Sửa trong 10 phút.',
            'Cần thêm thời gian: bấm Xin gia hạn, ghi ngày và lý do. Hạn chỉ đổi khi lãnh đạo phụ trách đồng ý.',
          ),
        ]
      : []),
    ...(isAllowed(member, 'decide_extension')
      ? [
          place === 'private'
            ? 'Đề nghị gia hạn và việc vướng của các đơn vị được gửi vào đây để xin ý kiến.'
            : 'Đề nghị gia hạn và việc vướng của các đơn vị được gửi riêng để xin ý kiến.',
        ]
      : []),
    commands(member, place),
  ];
};

/** More commands than a phone shows under the rest are folded; Telegram's own menu has them too. */
const MOST_COMMANDS_IN_SIGHT = 6;

const commands = (member: Member, place: Place): FormattedString => {
  const all = commandLines(member, place);
  return all.length > MOST_COMMANDS_IN_SIGHT ? folded(lines(...all)) : lines(...all);
};

const commandLines = (member: Member, place: Place): string[] => [
  ...(place === 'private' && isAllowed(member, 'see_all_units')
    ? [
        member.role === 'deputy'
          ? '/quahan: việc quá hạn của đơn vị phụ trách, toàn Sở'
          : '/quahan: việc quá hạn toàn Sở',
        '/viec: việc đang mở toàn Sở',
      ]
    : ['/quahan: việc quá hạn của đơn vị', '/viec: việc đang mở của đơn vị']),
  '/homnay, /tuannay, /sapden: việc đến hạn hôm nay, trong tuần, hai tuần tới',
  '/baocao tuần, tháng, quý: số liệu theo đơn vị',
  '/viec 23: một việc và quá trình thực hiện; /viec quy chế: tìm việc theo chữ',
  '/lichsu 23: tin của việc đã gửi cho ai, ai đã phản hồi',
  ...(isAllowed(member, 'hand_over')
    ? ['/chuyen 23 QLCN: chuyển việc cho đơn vị khác; /huy 23: thôi theo dõi']
    : []),
  ...(isAllowed(member, 'decide_completion') ? ['/molai 23: mở lại việc đã hoàn thành để làm tiếp'] : []),
  ...(isAllowed(member, 'request_transfer')
    ? ['/chuyen 23 QLCN: đề nghị chuyển việc không thuộc đơn vị mình']
    : []),
  ...(isAllowed(member, 'enter_tasks')
    ? [
        place === 'private'
          ? '/han: việc chưa có hạn; /han 23 30/4: đặt hạn'
          : '/han 23 30/4: đặt hạn cho việc chưa có hạn',
      ]
    : []),
  ...(place === 'private' && isAllowed(member, 'link_members')
    ? ['/moi: liên kết để một người kết nối tài khoản']
    : []),
  ...(place === 'private' && isAllowed(member, 'change_members')
    ? ['/vaitro: đổi vai trò của một người; /roi: một người thôi làm việc tại Sở']
    : []),
  ...(isAllowed(member, 'bind_chat') && place === 'group'
    ? ['/gan QLCN: gắn nhóm (hoặc chủ đề) này với một đơn vị']
    : []),
];

const stranger = (telegramId: number): FormattedMessage =>
  message(
    lines(
      'Đôn Đốc chỉ dùng trong nội bộ Sở, và tài khoản này chưa có trong danh sách.',
      'Nếu công tác tại Sở: mở liên kết riêng do Văn phòng gửi, hoặc bấm nút dưới đây để quản trị viên xác nhận.',
      FormattedString.join(['Mã số của tài khoản này: ', FormattedString.code(String(telegramId)), '.']),
    ),
    askToJoinKeyboard(),
  );

const strangerInGroup = (): FormattedMessage =>
  message(
    'Tài khoản này chưa có trong danh sách của Sở. Công tác tại Sở thì nhắn riêng cho bot để đề nghị được dùng.',
  );

/** A group that is bound to no unit, to someone who may bind it or not. */
export const unboundChat = (member: Member): FormattedMessage =>
  message(
    isAllowed(member, 'bind_chat')
      ? 'Nhóm này chưa gắn với đơn vị nào. Gõ /gan rồi chọn đơn vị.'
      : 'Nhóm này chưa gắn với đơn vị nào. Văn phòng hoặc quản trị viên gõ /gan trong nhóm để chọn đơn vị.',
  );

export const notAllowed = (): FormattedMessage =>
  message('Phần này thuộc người khác phụ trách. Cần hỗ trợ thì liên hệ Văn phòng.');
