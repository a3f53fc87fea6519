import { SECRETARY } from './office.ts';
import type { Office } from './office.ts';

/** As long as Telegram lets a message be, with room to spare. */
const PART_LENGTH = 4_000;

/** Gives tasks in one notice, cut as Telegram cuts what is long, and saves them all. */
export const giveTasks = async (office: Office, tasks: readonly string[]): Promise<void> => {
  const lines = [
    'SỞ KHOA HỌC VÀ CÔNG NGHỆ',
    'Số: 99/TB-SKHCN',
    'Hoa Giang, ngày 10 tháng 4 năm 2025',
    'THÔNG BÁO',
    'Kết luận của Giám đốc Sở',
    ...tasks.map((task, index) => `${index + 1}. ${task}`),
  ];
  const parts = [''];
  for (const line of lines) {
    const last = parts.at(-1) ?? '';
    if (last.length + line.length < PART_LENGTH)
      parts[parts.length - 1] = last === '' ? line : `${last}\n${line}`;
    else parts.push(line);
  }
  const author = office.sandbox.person(SECRETARY);
  for (const part of parts) author.write(part);
  await office.sandbox.settle();
  const summary = office.last({ person: SECRETARY }, `Có ${tasks.length} việc`);
  await office.press(SECRETARY, summary, 'Lưu tất cả');
};
