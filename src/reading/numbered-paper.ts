// Whether work is to end in a paper that has a number.

/** Verbs by which a paper comes into being. "Rà soát quy định" makes none. */
const MAKING =
  'tham mưu|xây dựng|ban hành|soạn thảo|soạn|dự thảo|trình|lập|hoàn thiện|hoàn chỉnh|đề xuất|phát hành';

/** Papers that get a number when they go out (Nghị định 30/2020/NĐ-CP, Điều 7). */
const PAPER =
  'nghị quyết|quyết định|chỉ thị|quy chế|quy định|thông báo|hướng dẫn|chương trình|kế hoạch|phương án|đề án|dự án|báo cáo|biên bản|tờ trình|công văn|văn bản|giấy mời|thông cáo';

/** Up to four words stand between: "trình Giám đốc Sở ban hành kế hoạch", "tham mưu dự thảo Quyết định". */
const MAKES_PAPER = new RegExp(
  String.raw`(?<!\p{L})(?:${MAKING})(?:\s+\p{L}+){0,4}?\s+(?:${PAPER})(?!\p{L})`,
  'iu',
);

/** True where the content of a task names a numbered paper as what it is to end in. */
export const namesNumberedPaper = (content: string): boolean => MAKES_PAPER.test(content.normalize('NFC'));
