import { reduce } from './reduce.ts';
import type { Found, Mention, Word } from './wording.ts';
import { pattern } from './wording.ts';

/** Kinds of documents, Nghị định 30/2020/NĐ-CP, Điều 7. */
const KIND =
  '(?:tờ trình|công văn|quyết định|kế hoạch|thông báo|văn bản|nghị quyết|chương trình|quy chế|quy định|hướng dẫn|biên bản|giấy mời|phương án|đề án|dự án|hợp đồng|chỉ thị|kết luận|phiếu trình|phiếu gửi|báo cáo)';

/** "Tờ trình số 54", "công văn 512": the number alone. A count ("báo cáo 3 việc") is none. */
const NUMBERED = pattern(
  `(?<=${KIND} )(?:số )?(?<number>\\d{1,5})(?= (?:[,.;:?!()]|ngày|chứ|gửi|rồi|đã|đang|chưa|vẫn|em|phòng em|này|về|trình|được|của|ký|xong) | $)`,
);
const SAID_TO_BE_ONE = pattern(`(?<=(?:${KIND}|trình) )số (?<number>\\d{1,5})`);
/** "số tờ trình là 119" */
const NUMBER_BEHIND = pattern(
  `(?<=số (?:hiệu )?${KIND} (?:(?:đúng |mới )?là |: )(?:số )?)(?<number>\\d{1,5})(?= (?:[,.;!)]|chứ|ngày|ạ) | $)`,
);
/** "Tờ trình số <doc>" is one document. */
const WITH_KIND = pattern(`${KIND}(?: số)? <doc>|số <doc>`);

export function reduceDocuments(words: readonly Word[]): readonly Word[] {
  const numbered = (found: Found): Mention => ({ kind: 'doc', number: found.groups.number ?? '' });
  const known = [NUMBERED, SAID_TO_BE_ONE, NUMBER_BEHIND].reduce(
    (reduced, expression) => reduce(reduced, expression, numbered),
    words,
  );
  return reduce(known, WITH_KIND, (found, all) => all[found.end - 1]?.mention ?? null);
}
