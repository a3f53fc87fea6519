import type { BotCommand } from 'grammy/types';
import { isAllowed } from '../../domain/authority.ts';
import type { Member } from '../../domain/member.ts';
import type { Place } from './people.ts';

const TASKS: BotCommand = {
  command: 'viec',
  description: 'Việc đang mở; /viec 23 xem một việc, /viec quy chế tìm việc',
};
const TODAY: BotCommand = { command: 'homnay', description: 'Việc đến hạn hôm nay' };
const THIS_WEEK: BotCommand = { command: 'tuannay', description: 'Việc đến hạn trong tuần' };
const AHEAD: BotCommand = { command: 'sapden', description: 'Việc đến hạn trong hai tuần tới' };
const REPORT: BotCommand = { command: 'baocao', description: 'Số liệu theo đơn vị: tuần, tháng, quý' };
const LEDGER: BotCommand = { command: 'lichsu', description: 'Tin đã gửi của một việc, ví dụ /lichsu 23' };
const DEADLINE: BotCommand = { command: 'han', description: 'Việc chưa có hạn; /han 23 30/4 đặt hạn' };
const HAND_OVER: BotCommand = {
  command: 'chuyen',
  description: 'Chuyển một việc cho đơn vị khác, ví dụ /chuyen 23 QLCN',
};
const CANCEL: BotCommand = { command: 'huy', description: 'Thôi theo dõi một việc, ví dụ /huy 23' };
const REOPEN: BotCommand = {
  command: 'molai',
  description: 'Mở lại một việc đã hoàn thành, ví dụ /molai 23',
};
const HELP: BotCommand = { command: 'help', description: 'Cách dùng' };
const INVITE: BotCommand = { command: 'moi', description: 'Liên kết để một người kết nối tài khoản' };
const ROLE: BotCommand = { command: 'vaitro', description: 'Đổi vai trò của một người' };
const LEAVE: BotCommand = { command: 'roi', description: 'Một người thôi làm việc tại Sở' };
const BIND: BotCommand = { command: 'gan', description: 'Gắn nhóm này với một đơn vị' };
const ASSIGN: BotCommand = { command: 'giao', description: 'Giao việc, hoặc trả lời tin nhắn để giao' };
const OWN_OVERDUE: BotCommand = { command: 'quahan', description: 'Việc quá hạn của đơn vị' };
const ALL_OVERDUE: BotCommand = { command: 'quahan', description: 'Việc quá hạn toàn Sở' };
const OVERDUE: BotCommand = { command: 'overdue', description: 'Như /quahan' };

/** The command menu of a place: the one that everyone sees where `member` is null, else the one of that person. */
export const commandMenu = (member: Member | null, place: Place): readonly BotCommand[] => {
  if (member === null)
    return place === 'private'
      ? [HELP]
      : [
          TASKS,
          OWN_OVERDUE,
          TODAY,
          THIS_WEEK,
          AHEAD,
          REPORT,
          LEDGER,
          ASSIGN,
          DEADLINE,
          HAND_OVER,
          CANCEL,
          BIND,
          HELP,
        ];
  const isInGroup = place === 'group';
  const seesAll = !isInGroup && isAllowed(member, 'see_all_units');
  return [
    ...(isAllowed(member, 'enter_tasks') ? [ASSIGN, DEADLINE] : []),
    TASKS,
    ...(seesAll ? [ALL_OVERDUE, OVERDUE] : [OWN_OVERDUE]),
    TODAY,
    THIS_WEEK,
    AHEAD,
    REPORT,
    LEDGER,
    ...(isAllowed(member, 'hand_over') || isAllowed(member, 'request_transfer') ? [HAND_OVER] : []),
    ...(isAllowed(member, 'cancel_task') ? [CANCEL] : []),
    ...(isAllowed(member, 'decide_completion') ? [REOPEN] : []),
    ...(!isInGroup && isAllowed(member, 'link_members') ? [INVITE] : []),
    ...(!isInGroup && isAllowed(member, 'change_members') ? [ROLE, LEAVE] : []),
    ...(isInGroup && isAllowed(member, 'bind_chat') ? [BIND] : []),
    HELP,
  ];
};
