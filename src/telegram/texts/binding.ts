// Making a group or topic the place of a unit.
import type { Unit } from '../../domain/unit.ts';
import { unitsKeyboard } from '../keyboards.ts';
import { message } from '../message.ts';
import type { FormattedMessage } from '../message.ts';
import { lines, shorten } from './compose.ts';

/** /gan without a unit. */
export const bindAsk = (units: readonly Unit[]): FormattedMessage =>
  message('Nhóm (hoặc chủ đề) này nhận việc của đơn vị nào?', unitsKeyboard(units));

/** /gan with words that name no unit; `suggestions` may be empty. */
export const bindUnknownUnit = (mention: string, suggestions: readonly Unit[]): FormattedMessage =>
  mention.trim() === ''
    ? message('Đơn vị này không còn trong danh sách. Gõ /gan để chọn lại.')
    : suggestions.length === 0
      ? message(`Chưa có đơn vị “${shorten(mention, 60)}” trong danh sách. Gõ /gan để chọn từ danh sách.`)
      : message(
          `Chưa có đơn vị “${shorten(mention, 60)}” trong danh sách. Có phải một trong các đơn vị này:`,
          unitsKeyboard(suggestions),
        );

/** /gan in a private chat. */
export const bindInGroup = (): FormattedMessage =>
  message(
    'Lệnh /gan dùng trong nhóm của đơn vị: mời bot vào nhóm, rồi gõ /gan tại nhóm hoặc chủ đề nhận việc.',
  );

/** The chat now serves the unit. `movedFrom`: the title of the chat that did before; `waiting`: open tasks of the unit. */
export const boundText = (unit: Unit, movedFrom: string | null, waiting: number): FormattedMessage =>
  message(
    lines(
      `✅ Từ nay việc của ${unit.shortName} được gửi vào đây.`,
      movedFrom === null || movedFrom === '' ? null : `Trước đó gửi ở “${shorten(movedFrom, 60)}”.`,
      waiting === 0 ? null : `${unit.shortName} có ${waiting} việc đang mở; gõ /viec để xem.`,
      'Báo tình hình bằng cách trả lời tin của bot hoặc bấm nút.',
    ),
  );

export const alreadyBound = (unit: Unit): FormattedMessage =>
  message(`Việc của ${unit.shortName} vốn đã được gửi vào đây.`);

/** When the bot is added to a group. */
export const introduction = (): FormattedMessage =>
  message(
    lines(
      'Đôn Đốc theo dõi việc được giao của Sở và nhắc hạn trong giờ làm việc.',
      'Văn phòng hoặc quản trị viên gõ /gan để chọn đơn vị nhận việc tại nhóm này.',
    ),
  );
