// Work that was finished, and is so no longer.
import type { Act } from './act.ts';
import { SUPERIOR } from './people-words.ts';
import type { Saying } from './wording.ts';
import { expressions, findAll, upTo } from './wording.ts';

/** What undoes a finished piece of work: "xong rồi bị trả lại", "gửi rồi mà sếp bảo làm lại". */
const SETBACK = expressions`
  bị (?:trả|từ chối|bác|yêu cầu|bắt|chê|gạch|sửa|loại|lỗi|hỏng|mất|sai|hủy)|đổi ý|phát sinh|(?:làm|viết|sửa) lại(?! (?:rồi|xong))
  (?:anh|chị|sếp|văn thư|<unit>|bộ|sở|tỉnh|${SUPERIOR}) ${upTo(2)}(?:trả (?:lại|về)|(?:bảo|bắt|kêu|đòi)|yêu cầu (?:làm|sửa|viết|bổ sung|chỉnh)|chê|từ chối|không (?:ký|nhận|duyệt|đồng ý))
  (?:file|máy|bản|dữ liệu|số liệu) ${upTo(1)}(?:bị |lại |đã )?(?:hỏng|lỗi|mất|sai)|mất (?:hết|file|dữ liệu|số liệu)
  lại (?:phải|bị|có thêm|phát sinh|thiếu|sai|hỏng)|không được (?:duyệt|ký|chấp nhận|thông qua)
`;

/** Acts before a setback are `undone`, unless something was finished since. */
export function takenBack<A extends Act>(saying: Saying, acts: readonly A[]): A[] {
  const setback = findAll(saying, SETBACK).at(-1);
  if (setback === undefined) return [...acts];
  const isMended = acts.some(({ found, standing }) => standing === 'affirmed' && found.first >= setback.end);
  if (isMended) return [...acts];
  return acts.map((act) =>
    act.standing === 'affirmed' && act.found.end <= setback.first ? { ...act, standing: 'undone' } : act,
  );
}
