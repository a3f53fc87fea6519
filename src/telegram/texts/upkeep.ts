import { message } from '../transport/message.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { lines } from './compose.ts';

/** To the administrator: the daily backup was not made. `why`: one sentence. */
export const backupFailed = ({ why }: { readonly why: string }): FormattedMessage =>
  message(
    lines(
      '⚠️ Chưa sao lưu được dữ liệu hôm nay.',
      why,
      'Bot thử lại mỗi giờ. Kiểm tra bằng lệnh doctor, hoặc sao lưu ngay bằng lệnh backup trên máy chạy bot.',
    ),
  );

/** To the administrator: the machine's clock is ahead of Telegram's, or behind where `aheadMs` is negative. */
export const clockWrong = ({
  aheadMs,
  isHolding,
}: {
  readonly aheadMs: number;
  readonly isHolding: boolean;
}): FormattedMessage =>
  message(
    lines(
      `⚠️ Đồng hồ của máy chạy bot ${aheadMs > 0 ? 'nhanh' : 'chậm'} ${length(Math.abs(aheadMs))} so với Telegram.`,
      isHolding ? 'Bot tạm giữ tin nhắc cho tới khi đồng hồ đúng.' : 'Tin nhắc vì thế không đúng giờ.',
      'Đề nghị bật đồng bộ giờ (NTP) trên máy chạy bot, rồi kiểm tra bằng lệnh doctor.',
    ),
  );

const MINUTES_OF_HOUR = 60;
const MINUTES_OF_DAY = 24 * MINUTES_OF_HOUR;

/** "5 phút", "3 giờ", "7 ngày": as near as an administrator needs it. */
const length = (milliseconds: number): string => {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < MINUTES_OF_HOUR) return `${minutes} phút`;
  if (minutes < 2 * MINUTES_OF_DAY) return `${Math.round(minutes / MINUTES_OF_HOUR)} giờ`;
  return `${Math.round(minutes / MINUTES_OF_DAY)} ngày`;
};
