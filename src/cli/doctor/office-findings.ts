import type { Config } from '../../config/load-config.ts';
import { missingYears } from '../../config/holidays-file.ts';
import type { ChatBinding } from '../../domain/chat.ts';
import type { LocalDate } from '../../domain/local-time.ts';
import { dateParts } from '../../domain/local-time.ts';
import type { Member } from '../../domain/member.ts';
import type { Unit } from '../../domain/unit.ts';
import { existsOn } from '../../domain/unit.ts';
import type { Finding } from './finding.ts';
import { fault, ok, warning } from './finding.ts';

/** The calendar: a year that it lacks is planned with weekends and an assumed Tết. */
export const calendarFindings = ({ calendar, warnings }: Config, today: LocalDate): Finding[] => {
  const { year } = dateParts(today);
  const missing = missingYears(calendar, today);
  const findings = missing.map((each) =>
    each === year
      ? fault(
          'calendar',
          `Thiếu lịch nghỉ năm ${each}: bot chỉ tính thứ Bảy, Chủ nhật và Tết Âm lịch (dự kiến). Ghi ngày nghỉ năm ${each} vào holidays.yaml.`,
        )
      : warning(
          'calendar',
          `Chưa có lịch nghỉ năm ${each}: ghi vào holidays.yaml khi có thông báo chính thức.`,
        ),
  );
  if (findings.length === 0) findings.push(ok('calendar', `Lịch nghỉ có đủ năm ${year} và ${year + 1}.`));
  return [...findings, ...warnings.map((text) => warning('config', text))];
};

/** Whether the people whom the bot writes to of its own accord can be reached. */
export const memberFindings = ({ members }: Config): Finding[] => {
  const findings: Finding[] = [];
  const isKnown = ({ telegramId }: Member): boolean => telegramId !== null;
  if (!members.some((member) => member.role === 'secretary' && isKnown(member))) {
    findings.push(
      fault(
        'members',
        'Chưa có văn thư nào kết nối Telegram: không ai nhập việc và nhận tin báo lỗi được. Quản trị viên gõ /moi cho bot để tạo liên kết; chưa có quản trị viên thì chạy lệnh setup.',
      ),
    );
  }
  const unknown = members.filter((member) => !isKnown(member));
  findings.push(
    unknown.length === 0
      ? ok('members', `Cả ${members.length} người trong danh sách đều đã kết nối Telegram.`)
      : warning(
          'members',
          `${unknown.length} người chưa kết nối Telegram: ${named(unknown)}. Văn thư hoặc quản trị viên gõ /moi cho bot để tạo liên kết riêng cho từng người.`,
        ),
  );
  return findings;
};

const MOST_NAMED = 10;

const named = (members: readonly Member[]): string => {
  const names = members.slice(0, MOST_NAMED).map(({ name }) => name);
  const more = members.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` và ${more} người khác` : ''}`;
};

/** Whether each unit hears from the bot somewhere. */
export const unitFindings = (
  { units, members }: Config,
  bindings: readonly ChatBinding[],
  today: LocalDate,
): Finding[] => {
  const byUnit = new Map(bindings.map((binding) => [binding.unitId, binding]));
  const heads = new Map(members.map((member) => [member.id, member]));
  const isReached = (unit: Unit): boolean => heads.get(unit.headId ?? '')?.telegramId != null;
  const hearing = units.filter((unit) => unit.isGroup !== true && existsOn(unit, today));
  const findings: Finding[] = [];
  const inPrivate: Unit[] = [];
  for (const unit of hearing) {
    if (byUnit.has(unit.id)) continue;
    if (isReached(unit)) inPrivate.push(unit);
    else
      findings.push(
        fault(
          'units',
          `${unit.shortName} chưa gắn nhóm và lãnh đạo đơn vị chưa kết nối Telegram: đơn vị không nhận được tin nào. Mời bot vào nhóm rồi gõ /gan ${unit.code} trong nhóm đó.`,
        ),
      );
  }
  if (inPrivate.length > 0) {
    const names = inPrivate.map(({ shortName }) => shortName).join(', ');
    findings.push(
      warning(
        'units',
        `Chưa gắn nhóm: ${names}. Bot nhắn riêng cho lãnh đạo đơn vị. Muốn nhắn vào nhóm thì mời bot vào nhóm rồi gõ /gan.`,
      ),
    );
  }
  if (findings.length === 0) findings.push(ok('units', `Cả ${hearing.length} đơn vị đều đã gắn nhóm.`));
  return findings;
};
