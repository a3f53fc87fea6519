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
