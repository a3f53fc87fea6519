import type { Member } from '../../domain/member.ts';
import type { Notification } from '../../domain/notification.ts';
import { message } from '../transport/message.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { lines, numberList } from './compose.ts';

type What = Extract<Notification, { kind: 'delivery_failed' }>['what'];

const NAMES: Readonly<Record<What, string>> = {
  draft_summary: 'bản tóm tắt việc vừa nhập',
  draft_card: 'phiếu giao việc',
  task_assigned: 'tin giao việc',
  deadline_set: 'tin đặt hạn',
  series_ended: 'tin báo việc định kỳ dừng',
  reminder: 'tin nhắc hạn',
  reminder_asked_for: 'tin đề nghị báo tình hình',
  escalation: 'tin báo việc quá hạn',
  completion_reported: 'tin báo hoàn thành',
  completion_decided: 'tin xác nhận hoàn thành',
  blocked_reported: 'tin báo vướng',
  transfer_requested: 'đề nghị chuyển việc',
  transfer_refused: 'ý kiến về chuyển việc',
  handed_over: 'tin chuyển việc',
  coordination_news: 'tin cho đơn vị phối hợp',
  save_undone: 'tin giao nhầm',
  task_cancelled: 'tin thôi thực hiện',
  task_restored: 'tin tiếp tục thực hiện',
  waited_for: 'tin chờ phối hợp',
  extension_requested: 'đề nghị gia hạn',
  extension_stranded: 'đề nghị gia hạn nhờ xin ý kiến',
  extension_decided: 'ý kiến về gia hạn',
  extension_noted: 'tin về gia hạn',
  digest: 'tin tổng hợp',
  delivery_failed: 'tin báo lỗi gửi',
  chat_lost: 'tin báo mất nhóm',
  people: 'tin về danh sách người dùng',
  clock_wrong: 'tin báo đồng hồ sai',
  backup_failed: 'tin báo lỗi sao lưu',
};

/** What a message is called: "tin nhắc hạn". */
export const messageName = (what: What): string => NAMES[what];

/** What Telegram answers, as the sender passes it on, and what that means for an office. */
interface Cause {
  readonly sign: RegExp;
  readonly why: string;
  readonly help: (gan: string) => string;
}

const CAUSES: readonly Cause[] = [
  {
    sign: /blocked by the user|can't initiate conversation/iu,
    why: 'người nhận đã chặn hoặc chưa mở trò chuyện với bot',
    help: () => 'Đề nghị người nhận mở trò chuyện riêng với bot và bấm Bắt đầu (Start).',
  },
  {
    sign: /deactivated/iu,
    why: 'tài khoản Telegram của người nhận không còn',
    help: (gan) => `Nếu đơn vị có nhóm, mời bot vào nhóm rồi gõ ${gan} trong nhóm đó.`,
  },
  {
    sign: /not enough rights|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|have no rights|CHAT_SEND_|need administrator rights/iu,
    why: 'bot chưa được quyền gửi tin trong nhóm',
    help: () => 'Đề nghị quản trị nhóm cho bot quyền gửi tin nhắn.',
  },
  {
    sign: /TOPIC_CLOSED/iu,
    why: 'chủ đề của đơn vị trong nhóm đã đóng',
    help: (gan) => `Mở lại chủ đề, hoặc gõ ${gan} ở chủ đề khác.`,
  },
  {
    sign: /kicked|not a member|chat not found|chat was deleted|PEER_ID_INVALID|group chat was deactivated/iu,
    why: 'bot không còn trong nhóm',
    help: (gan) => `Mời bot vào lại nhóm rồi gõ ${gan} trong nhóm đó.`,
  },
  {
    // A name of an error, as the program's own begin; Telegram's begin with a number.
    sign: /^[A-Z]\w*Error: /u,
    why: 'bot gặp lỗi khi soạn tin',
    help: () => 'Đề nghị báo quản trị viên xem nhật ký của bot.',
  },
];

/** The same where it was for one person, whom no group helps. */
const PERSONAL_CAUSES: readonly Cause[] = [
  {
    sign: /deactivated/iu,
    why: 'tài khoản Telegram của người nhận không còn',
    help: () => 'Người nhận có tài khoản mới thì gõ /moi để tạo liên kết kết nối.',
  },
  {
    sign: /chat not found|PEER_ID_INVALID/iu,
    why: 'người nhận chưa mở trò chuyện với bot',
    help: () => 'Đề nghị người nhận mở trò chuyện riêng với bot và bấm Bắt đầu (Start).',
  },
];

const OTHER_CAUSE = 'Telegram không nhận tin';

/** Why something was not sent, for an office. `reason`: the sender's, in English. */
export const whyNotSent = (reason: string): string =>
  CAUSES.find(({ sign }) => sign.test(reason))?.why ?? OTHER_CAUSE;

/** Why something that was owed was dropped, by the reason that the bot noted in English. */
const DROPS: Readonly<Record<string, string>> = {
  'a leader can be asked now': 'đã có lãnh đạo để xin ý kiến',
  'it has been taken back': 'đã được rút lại',
  'it was tried again since': 'đã gửi lại bằng tin khác',
  'said in a later message': 'đã nói trong tin khác',
  'its day is over': 'đã qua ngày của tin',
  'nobody waits for the unit any more': 'không còn ai chờ đơn vị',
  'nothing has changed since the last list': 'không có gì mới so với lần trước',
  'nothing in it is due any more': 'không còn việc nào cần nhắc',
  'the chat can be written to again': 'đã gửi được vào nhóm trở lại',
  'the draft has been read again': 'văn bản đã được đọc lại',
  'the item has been decided': 'phiếu đã được xử lý',
  'the member does not get this list any more': 'người nhận đã đổi vai trò',
  'the report was corrected': 'báo cáo đã được sửa',
  'the request has been decided': 'đề nghị đã có ý kiến',
  'the status has changed since': 'tình hình đã khác',
  'the task is closed': 'việc không còn mở',
  'the task is followed again': 'việc lại được theo dõi',
  'the unit has done its part': 'đơn vị đã xong phần của mình',
  'the unit has not been given the task': 'đơn vị chưa nhận việc này',
  'the unit has reported since': 'đơn vị đã báo cáo',
  'the unit has the task again': 'việc đã trở lại đơn vị này',
  'the unit never heard that it was called off': 'đơn vị chưa nghe là thôi thực hiện',
  'there is nothing to say': 'không có gì để nói',
  'they have come back': 'người này đã trở lại',
  'they have left since': 'người này không còn trong danh sách',
  'this list has been turned off': 'tin tổng hợp này đã tắt',
};

/** The same for an office; what has no words of its own was simply not true any more. */
export const whyDropped = (reason: string): string => DROPS[reason] ?? 'không còn đúng';

/** To the secretary: something did not reach a unit or a person. `why`: the sender's reason, in English. */
export const deliveryFailed = ({
  what,
  unit,
  taskNumbers,
  why,
  recipient,
  toldInstead,
}: Omit<Extract<Notification, { kind: 'delivery_failed' }>, 'kind'>): FormattedMessage => {
  const causes = recipient === null ? CAUSES : [...PERSONAL_CAUSES, ...CAUSES];
  const cause = causes.find(({ sign }) => sign.test(why));
  const tasks = taskNumbers.length === 0 ? '' : ` (việc ${numberList(taskNumbers)})`;
  const to = recipient?.title ?? unit?.shortName ?? null;
  const bind = unit === null ? '/gan' : `/gan ${unit.code}`;
  return message(
    lines(
      `⚠️ Không gửi được ${NAMES[what]}${tasks}${to === null ? '' : ` cho ${to}`} vì ${cause?.why ?? OTHER_CAUSE}.`,
      cause?.help(bind) ?? 'Đề nghị báo quản trị viên xem nhật ký của bot.',
      meanwhile(taskNumbers, recipient, toldInstead),
    ),
  );
};

const meanwhile = (
  taskNumbers: readonly number[],
  recipient: Member | null,
  toldInstead: Member | null,
): string | null => {
  if (toldInstead !== null) return `Trong khi chờ, tin được gửi riêng cho ${toldInstead.title}.`;
  if (taskNumbers.length === 0) return null;
  return `Trong khi chờ, đề nghị báo trực tiếp cho ${recipient === null ? 'đơn vị' : 'người nhận'}.`;
};

/** To the secretary: units can no longer be written to in their group. `why`: the sender's reason, in English. */
export const chatLost = ({
  title,
  units,
  why,
}: Omit<Extract<Notification, { kind: 'chat_lost' }>, 'kind'>): FormattedMessage => {
  const cause = CAUSES.find(({ sign }) => sign.test(why));
  const where = title === null ? 'một nhóm' : `nhóm “${title}”`;
  const names = units.map(({ shortName }) => shortName).join(', ');
  const bind = units[0] === undefined ? '/gan' : `/gan ${units[0].code}`;
  return message(
    lines(
      `⚠️ Không gửi được tin vào ${where}${names === '' ? '' : ` (${names})`} vì ${cause?.why ?? OTHER_CAUSE}.`,
      cause?.help(bind) ?? `Kiểm tra bot còn trong nhóm và được quyền gửi tin, rồi gõ ${bind} trong nhóm đó.`,
      'Trong khi chờ, tin được gửi riêng cho lãnh đạo đơn vị nếu đã kết nối Telegram.',
    ),
  );
};
