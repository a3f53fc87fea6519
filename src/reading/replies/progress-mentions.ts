import { reduce } from './reduce.ts';
import type { Found, Mention, Word } from './wording.ts';
import { either, expressions, pattern } from './wording.ts';

const COUNTED = either`
  nội dung|việc|nhiệm vụ|đầu việc|mục|ý|phần|bước|khâu|giai đoạn|công đoạn|hạng mục|gói|chỉ tiêu|chương|điểm
  đơn vị|xã|phường|huyện|thôn|phòng|sở|ngành|trường|cơ sở|doanh nghiệp|người|đồng chí
  hồ sơ|văn bản|báo cáo|tài liệu|biểu|bản|phiếu|bài|đề tài|sản phẩm|thủ tục|dịch vụ|hệ thống|máy|bộ|lớp|cuộc|tỷ|triệu
  cửa hàng|hộ|trạm|tổ|chi bộ|tổ chức|bệnh viện|học sinh|đại biểu|đảng viên|công trình|dự án|tuyến|tủ|đội|quầy|mẫu|vụ|nhà|khu|ca|cán bộ|thành viên|kiến nghị|câu hỏi|tiêu chí
`;
const IN_WORDS = pattern('(?<value>\\d{1,3}(?: [.,] \\d+)?) (?:phần trăm|phầm trăm|percent)');
const OUT_OF_HUNDRED = pattern('(?<value>\\d{1,3})/100');
const HALF = pattern(
  '(?<=(?:được|xong|hoàn thành|đạt|khoảng|tầm|cỡ|làm|mới|chừng|hơn|quá|gần|già) )(?:một|1)? ?(?:phân )?nửa(?: (?:rồi|chặng đường))?(?= (?!(?:buổi|ngày|tháng|năm|tiếng) ))',
);
const SPREAD = pattern('(?:từ )?(?<from>\\d{1,3}|<pct>)(?: (?:-|đến))+ <pct>');
/** A fraction is a ratio where it counts something, is said to be reached, or has no month below; else it may be a date. */
const RATIO = expressions`
  (?<part>\d{1,4})/(?<whole>\d{1,4})(?= (?:${COUNTED}|khối lượng|công việc|chặng|quãng) )
  (?<=(?:được|hoàn thành được|xong được|làm được|đạt|đạt được|tỷ lệ|mới xong|khoảng|tiến độ|hơn|tầm|chừng) )(?<part2>\d{1,4})/(?<whole2>\d{1,4})
  (?<! (?:số|nhà|ngõ|hẻm|kiệt|trực|tháng|quý|t|kỳ) )(?<part7>\d{1,4})/(?<whole7>(?!(?:24|20\d\d) )(?:1[3-9]|[2-9]\d|[1-9]\d{2,3}))(?= )
  (?<part3>\d{1,4})(?: ${COUNTED})? (?:trên|trong tổng số|trong số|/) (?:tổng số )?(?<whole3>\d{1,4})(?= ${COUNTED} )
  (?<=(?:được|xong|hoàn thành|đạt|nộp|gửi) )(?<part5>\d{1,4}) trên (?<whole5>\d{1,4})
  (?<=(?:xong|hoàn thành|nộp|gửi) )(?<part6>\d{1,2})/(?<whole6>\d{1,2})(?= (?:$|[,.]|rồi))
  (?<part4>\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy) phần (?<whole4>\d{1,2}|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)
`;
const HALF_DONE = '50';

/** Percentages in words and ratios: "60 phần trăm", "một nửa", "4/6 nội dung" (which is no date). */
export function reduceProgress(words: readonly Word[]): readonly Word[] {
  const steps: readonly (readonly [RegExp, (found: Found, all: readonly Word[]) => Mention | null])[] = [
    [IN_WORDS, percent],
    [OUT_OF_HUNDRED, percent],
    [HALF, percent],
    [SPREAD, lowerEnd],
    [RATIO, ratio],
  ];
  return steps.reduce((reduced, [expression, make]) => reduce(reduced, expression, make), words);
}

const percent = ({ groups }: Found): Mention => ({
  kind: 'pct',
  value: Math.round(Number.parseFloat((groups.value ?? HALF_DONE).replace(/ ?[.,] ?/u, '.'))),
});

/** "60-70%": what is certain is the lower figure. */
const lowerEnd = (found: Found, all: readonly Word[]): Mention => {
  const lower = all[found.first + (found.text.startsWith('từ') ? 1 : 0)]?.mention;
  return lower?.kind === 'pct' ? lower : { kind: 'pct', value: Number(found.groups.from ?? 0) };
};

const SPELLED = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];

const valueOf = (written: string | undefined): number =>
  written === 'tư'
    ? 4
    : written !== undefined && SPELLED.includes(written)
      ? SPELLED.indexOf(written) + 1
      : Number(written);

const ratio = ({ groups }: Found): Mention | null => {
  const part = valueOf(
    groups.part ??
      groups.part2 ??
      groups.part3 ??
      groups.part4 ??
      groups.part5 ??
      groups.part6 ??
      groups.part7,
  );
  const whole = valueOf(
    groups.whole ??
      groups.whole2 ??
      groups.whole3 ??
      groups.whole4 ??
      groups.whole5 ??
      groups.whole6 ??
      groups.whole7,
  );
  // "xong 3/4" had better be three of four than the third of April; "xong 5/5" is a day.
  if (part === whole && groups.part6 !== undefined) return null;
  if (part === whole) return { kind: 'pct', value: 100 };
  return part < whole ? { kind: 'ratio', part, whole } : null;
};
