import { expect, test } from 'vitest';
import { render } from '../../src/telegram/render.ts';
import { aUnit } from '../support/rows.ts';

const textOf = (notification: Parameters<typeof render>[0]): string => render(notification).text.rawText;

test('a lost chat is told with its units, the cause and what to do', () => {
  const units = [aUnit('KHTC'), aUnit('QLCN')];
  const why = '403: Forbidden: bot was kicked from the supergroup chat';
  expect(textOf({ kind: 'chat_lost', title: 'Nhóm KHTC', units, why })).toBe(
    [
      '⚠️ Không gửi được tin vào nhóm “Nhóm KHTC” (Phòng KHTC, Phòng QLCN) vì bot không còn trong nhóm.',
      'Mời bot vào lại nhóm rồi gõ /gan KHTC trong nhóm đó.',
      'Trong khi chờ, tin được gửi riêng cho lãnh đạo đơn vị nếu đã kết nối Telegram.',
    ].join('\n'),
  );
});

test('a lost chat that nobody knows anything of is told all the same', () => {
  expect(textOf({ kind: 'chat_lost', title: null, units: [], why: 'unknown' })).toContain(
    'Không gửi được tin vào một nhóm vì Telegram không nhận tin.',
  );
});

test('a backup that was not made is told with its cause', () => {
  const why = 'Không sao lưu được vào /mnt/usb: ổ đĩa đã đầy.';
  expect(textOf({ kind: 'backup_failed', why })).toBe(
    [
      '⚠️ Chưa sao lưu được dữ liệu hôm nay.',
      why,
      'Bot thử lại mỗi giờ. Kiểm tra bằng lệnh doctor, hoặc sao lưu ngay bằng lệnh backup trên máy chạy bot.',
    ].join('\n'),
  );
});
