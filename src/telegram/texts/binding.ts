// Making a group or topic the place of a unit.
import type { Unit } from '../../domain/unit.ts';
import { unbindKeyboard, unitsKeyboard } from '../keyboards/binding-keyboard.ts';
import { message } from '../transport/message.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { lines, shorten } from './compose.ts';

/** /gan without a unit. @param here the units that hear in this chat or topic already */
export const bindAsk = (units: readonly Unit[], here: readonly Unit[] = [], offset = 0): FormattedMessage =>
  message(
    lines(
      here.length === 0 ? null : `Nhóm (hoặc chủ đề) này đang nhận việc của ${names(here)}.`,
      here.length === 0
        ? 'Nhóm (hoặc chủ đề) này nhận việc của đơn vị nào?'
        : 'Chọn thêm đơn vị, hoặc bấm đơn vị có dấu ✓ để thôi.',
    ),
    unitsKeyboard(units, new Set(here.map(({ id }) => id)), offset),
  );

const names = (units: readonly Unit[]): string => units.map(({ shortName }) => shortName).join(', ');

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

/**
 * The chat now serves the unit. `movedFrom`: the title of the chat that did before; `waiting`: open tasks of the unit;
 * `hearsReactions`: Telegram tells a bot of them only where it is an administrator.
 */
export const boundText = (
  unit: Unit,
  movedFrom: string | null,
  waiting: number,
  hearsReactions = true,
): FormattedMessage =>
  message(
    lines(
      `✅ Từ nay việc của ${unit.shortName} được gửi vào đây.`,
      movedFrom === null || movedFrom === '' ? null : `Trước đó gửi ở “${shorten(movedFrom, 60)}”.`,
      waiting === 0 ? null : `${unit.shortName} có ${waiting} việc đang mở; gõ /viec để xem.`,
      'Báo tình hình bằng cách trả lời tin của bot hoặc bấm nút.',
      hearsReactions
        ? null
        : 'Muốn thả 👍 là đã nhận: đặt bot làm quản trị viên của nhóm, không cần bật quyền nào.',
    ),
  );

export const alreadyBound = (unit: Unit): FormattedMessage =>
  message(`Việc của ${unit.shortName} vốn đã được gửi vào đây.`, unbindKeyboard(unit));

/** The chat no longer serves the unit. */
export const unboundText = (unit: Unit): FormattedMessage =>
  message(
    lines(
      `Việc của ${unit.shortName} thôi gửi vào đây.`,
      'Trong khi chưa gắn nhóm khác, tin được gửi riêng cho lãnh đạo đơn vị.',
    ),
  );

export const notBoundHere = (): FormattedMessage =>
  message('Đơn vị này không nhận việc tại đây. Gõ /gan để xem.');

/** When the bot is added to a group. @param units from which whoever added it may choose; empty where they may not */
export const introduction = (units: readonly Unit[] = []): FormattedMessage =>
  message(
    lines(
      'Đôn Đốc theo dõi việc được giao của Sở và nhắc hạn trong giờ làm việc.',
      'Trong nhóm, bot chỉ đọc lệnh và tin trả lời tin của bot.',
      units.length === 0
        ? 'Văn phòng hoặc quản trị viên gõ /gan để chọn đơn vị nhận việc tại nhóm này.'
        : 'Nhóm này nhận việc của đơn vị nào? Theo chủ đề thì gõ /gan trong từng chủ đề.',
    ),
    units.length === 0 ? null : unitsKeyboard(units),
  );
