// Links, requests to be let in, roles and leaving: answers to whoever looks after the list of people.
import type { InvitationOutcome, RedemptionOutcome } from '../../application/people/invitations.ts';
import type { JoinDecisionOutcome, JoinOutcome } from '../../application/people/join-requests.ts';
import type { LeaveOutcome, RoleOutcome } from '../../application/people/change-member.ts';
import { accountName } from '../../application/people/accounts.ts';
import type { Member, Role } from '../../domain/member.ts';
import type { Unit } from '../../domain/unit.ts';
import { message } from '../transport/message.ts';
import type { FormattedMessage } from '../transport/message.ts';
import type { PeoplePurpose } from '../buttons/people-buttons.ts';
import {
  leaveKeyboard,
  peopleKeyboard,
  roleUnitsKeyboard,
  rolesKeyboard,
} from '../keyboards/people-keyboards.ts';
import { lines, paragraphs, shorten } from './compose.ts';
import { clockTime } from './dates.ts';
import { handover } from './people-news.ts';
import { notAllowed } from './people.ts';
import { ROLE_NAMES } from './roles.ts';

const LONGEST_NAME = 60;

const QUESTIONS: Readonly<Record<PeoplePurpose, string>> = {
  invite: 'Tạo liên kết cho ai? Dấu ✓ là người đã kết nối; tạo lại khi người đó đổi tài khoản.',
  leave: 'Ai thôi làm việc tại Sở?',
  role: 'Đổi vai trò của ai?',
};

/** People to choose from. @param former those of them who have left */
export const choosePerson = (
  purpose: PeoplePurpose,
  people: readonly Member[],
  former: readonly Member[],
  offset = 0,
): FormattedMessage => {
  const hasLeft = new Set(former.map(({ id }) => id));
  const mark = ({ id, telegramId }: Member): string =>
    hasLeft.has(id) ? ' (đã rời)' : purpose === 'invite' && telegramId !== null ? ' ✓' : '';
  return message(QUESTIONS[purpose], peopleKeyboard(people, purpose, offset, mark));
};

export const nobodyCalled = (typed: string): FormattedMessage =>
  message(
    `Trong danh sách không có ai tên “${shorten(typed, LONGEST_NAME)}”. Người mới thì khai trong agency.yaml rồi khởi động lại bot.`,
  );

export const onlyInPrivate = (): FormattedMessage =>
  message('Lệnh này chỉ dùng trong trò chuyện riêng với bot.');

/** @param username the bot's */
export const invitationAnswer = (outcome: InvitationOutcome, username: string): FormattedMessage => {
  switch (outcome.kind) {
    case 'made':
      return message(
        lines(
          `Liên kết riêng của ${outcome.invitee.name}, dùng được một lần, đến ${clockTime(outcome.expiresAt)}:`,
          `https://t.me/${username}?start=${outcome.code}`,
          'Chỉ gửi cho đúng người. Liên kết tạo trước đó cho người này, nếu có, không dùng được nữa.',
        ),
      );
    case 'not_allowed':
      return message('Liên kết của quản trị viên do một quản trị viên tạo.');
    case 'unknown_member':
      return message('Người này không còn trong danh sách. Gõ /moi để chọn lại.');
  }
};

/** To whoever opened a link; null where the greeting says it all. */
export const redemptionRefused = (
  outcome: Exclude<RedemptionOutcome, { kind: 'linked' | 'already_linked' }>,
): FormattedMessage => {
  switch (outcome.kind) {
    case 'of_another':
      return message(
        `Liên kết này dành cho ${outcome.invitee.name}; tài khoản này đã là của ${outcome.member.name}. Chuyển liên kết cho đúng người giúp.`,
      );
    case 'used':
      return message('Liên kết này đã được dùng. Cần liên kết mới thì nhắn Văn phòng hoặc quản trị viên.');
    case 'expired':
      return message('Liên kết này đã hết hạn. Nhắn Văn phòng hoặc quản trị viên để nhận liên kết mới.');
    case 'withdrawn':
      return message('Đã có liên kết mới hơn thay cho liên kết này. Mở liên kết mới nhất đã nhận.');
    case 'other_agency':
      return message('Liên kết này của một cơ quan khác. Nhắn Văn phòng để nhận liên kết của cơ quan mình.');
    case 'unknown':
      return message('Liên kết này không dùng được. Nhắn Văn phòng hoặc quản trị viên để nhận liên kết mới.');
  }
};

export const alreadyLinked = (member: Member): FormattedMessage =>
  message(`Tài khoản này đã kết nối từ trước. Chào ${member.title}. Gõ /help để xem cách dùng.`);

/** To a stranger who has asked to be let in. */
export const joinAnswer = ({ kind }: JoinOutcome, telegramId: number): FormattedMessage => {
  switch (kind) {
    case 'asked':
      return message('Đã chuyển đề nghị đến quản trị viên. Có kết quả thì bot báo tại đây.');
    case 'asked_before':
      return message('Đề nghị trước vẫn đang chờ quản trị viên. Có kết quả thì bot báo tại đây.');
    case 'member_already':
      return message('Tài khoản này đã có trong danh sách. Gõ /help để xem cách dùng.');
    case 'turned_down':
      return message('Đề nghị trước chưa được chấp nhận. Cần hỗ trợ thì liên hệ Văn phòng.');
    case 'too_many':
    case 'nobody_hears':
      return message(
        `Hiện chưa chuyển được đề nghị. Gửi mã số ${telegramId} cho quản trị viên hoặc Văn phòng giúp.`,
      );
  }
};

/** What stands in the place of the question once it is decided. */
export const joinDecided = (
  outcome: Extract<JoinDecisionOutcome, { kind: 'decided' | 'already_decided' }>,
): FormattedMessage => {
  const account = `“${shorten(accountName(outcome.request), LONGEST_NAME)}”`;
  if (outcome.kind === 'already_decided') return message(`Đề nghị của tài khoản ${account} đã được xử lý.`);
  return message(
    outcome.joined === null
      ? `Đã trả lời tài khoản ${account}: chưa xác nhận được là ai trong Sở.`
      : `✅ Tài khoản ${account} nay là của ${outcome.joined.name}.`,
  );
};

export const confirmLeaving = (member: Member): FormattedMessage =>
  message(
    lines(
      `${member.name} (${ROLE_NAMES[member.role]}) thôi làm việc tại Sở?`,
      'Tài khoản này sẽ không dùng được bot nữa; việc và báo cáo đã ghi vẫn giữ nguyên. Nhận lại: /moi.',
    ),
    leaveKeyboard(member),
  );

export const leaveAnswer = (outcome: LeaveOutcome): FormattedMessage =>
  outcome.kind === 'left'
    ? message(
        paragraphs(
          `${outcome.target.name} không còn trong danh sách của Sở.`,
          handover(outcome.leftBehind),
          outcome.leftBehind.headless.length === 0 ? null : 'Chọn lãnh đạo mới: /vaitro.',
        ),
      )
    : refusal(outcome);

export const chooseRole = (member: Member): FormattedMessage =>
  message(`${member.name} hiện là: ${ROLE_NAMES[member.role]}. Vai trò mới?`, rolesKeyboard(member));

export const chooseRoleUnit = (
  member: Member,
  role: Role,
  units: readonly Unit[],
  offset: number,
): FormattedMessage =>
  message(
    `${member.name}, ${ROLE_NAMES[role]}: ở đơn vị nào?`,
    roleUnitsKeyboard(member, role, units, offset),
  );

export const roleAnswer = (outcome: Exclude<RoleOutcome, { kind: 'unit_needed' }>): FormattedMessage => {
  switch (outcome.kind) {
    case 'unchanged':
      return message(`${outcome.target.name} vốn đã là: ${ROLE_NAMES[outcome.target.role]}.`);
    case 'changed': {
      const { target, unit, predecessor } = outcome;
      return message(
        paragraphs(
          lines(
            `✅ ${target.name} nay là: ${ROLE_NAMES[target.role]}${unit === null ? '' : `, ${unit.shortName}`}.`,
            `Bot gọi: ${target.title}. Muốn gọi khác thì sửa title trong agency.yaml.`,
            predecessor === null
              ? null
              : `${predecessor.name} không còn đứng đầu ${unit?.shortName ?? 'đơn vị'}; đổi vai trò bằng /vaitro hoặc /roi.`,
            target.role === 'deputy'
              ? 'Đơn vị phụ trách khai ở mục deputy của từng đơn vị trong agency.yaml.'
              : null,
          ),
          handover(outcome.leftBehind),
        ),
      );
    }
    default:
      return refusal(outcome);
  }
};

const refusal = (
  outcome: Extract<LeaveOutcome, { kind: 'not_allowed' | 'unknown_member' | 'last_of_role' }>,
): FormattedMessage => {
  switch (outcome.kind) {
    case 'not_allowed':
      return notAllowed();
    case 'unknown_member':
      return message('Người này không còn trong danh sách. Gõ lại lệnh để chọn lại.');
    case 'last_of_role':
      return message(
        `${outcome.target.name} là ${ROLE_NAMES[outcome.target.role].toLocaleLowerCase('vi')} duy nhất. Giao vai trò này cho người khác trước, bằng /vaitro.`,
      );
  }
};
