// Dates, periods and numbers that set no deadline, made up: beside a deadline, and in sentences of their own.
import type { LocalDate } from '../../src/domain/local-time.ts';
import { addDays, dateParts } from '../../src/domain/local-time.ts';
import type { Draw } from './generator-parts.ts';
import { WORK } from './generator-parts.ts';

const written = (draw: Draw, date: LocalDate): string => {
  const { year, month, day } = dateParts(date);
  return draw([`${day}/${month}/${year}`, `${String(day).padStart(2, '0')}/${month}/${year}`]);
};

const past = (draw: Draw, today: LocalDate): string =>
  written(draw, addDays(today, -draw([3, 11, 26, 48, 130])));
const coming = (draw: Draw, today: LocalDate): string => written(draw, addDays(today, draw([100, 120, 150])));

const DOCUMENTS = [
  ['Công văn', '/UBND-NC', 'UBND tỉnh'],
  ['Kế hoạch', '/KH-UBND', 'UBND tỉnh'],
  ['Quyết định', '/QĐ-TTg', 'Thủ tướng Chính phủ'],
  ['Kết luận', '-KL/TU', 'Ban Thường vụ Tỉnh ủy'],
  ['Thông báo', '/TB-VP', 'Văn phòng UBND tỉnh'],
  ['Nghị quyết', '-NQ/TW', 'Bộ Chính trị'],
] as const;

function cited(draw: Draw, today: LocalDate): string {
  const [kind, symbol, body] = draw(DOCUMENTS);
  return `${kind} số ${draw([7, 57, 215, 1904])}${symbol} ngày ${past(draw, today)} của ${body}`;
}

/** Look-alikes for the places round an order's deadline. */
export function lookAlikesBeside(
  draw: Draw,
  today: LocalDate,
): { readonly before: string; readonly inside: string; readonly after: string } {
  const { year, month } = dateParts(today);
  return {
    before: draw([
      `Thực hiện ${cited(draw, today)}, `,
      `Căn cứ ${cited(draw, today)}, `,
      `Tại cuộc họp ngày ${past(draw, today)}, Giám đốc Sở giao `,
      `Qua kiểm tra, đến nay mới hoàn thành 4/12 nhiệm vụ, yêu cầu `,
      `Theo ${cited(draw, today)}, đề nghị `,
    ]),
    inside: draw([
      `quý ${draw(['I', 'II'])} năm ${year}`,
      `tháng ${month}`,
      `giai đoạn ${year} - ${year + 5}`,
      `theo ${cited(draw, today)}`,
      `năm ${year}`,
      `(theo mẫu kèm ${cited(draw, today)})`,
    ]),
    after: draw([
      `để phục vụ hội nghị ngày ${coming(draw, today)}`,
      `để kịp trình kỳ họp HĐND tỉnh khai mạc ngày ${coming(draw, today)}`,
      `(thay thế ${cited(draw, today)})`,
      `theo ${cited(draw, today)}`,
    ]),
  };
}

type Sentence = (draw: Draw, today: LocalDate) => string;

const SENTENCES: readonly (readonly [category: string, sentence: Sentence])[] = [
  ['citation', (draw, today) => `Thực hiện ${cited(draw, today)}, Văn phòng Sở ${draw(WORK)}.`],
  ['citation', (draw, today) => `Các phòng ${draw(WORK)} theo đúng tinh thần ${cited(draw, today)}.`],
  [
    'event',
    (draw, today) =>
      `Hội nghị tổng kết dự kiến tổ chức vào ngày ${coming(draw, today)} tại hội trường tầng 3.`,
  ],
  [
    'event',
    (draw, today) =>
      `Kính mời các đồng chí dự họp lúc ${draw(['14h00', '8 giờ', '15h30'])} ngày ${coming(draw, today)}.`,
  ],
  ['event', (draw, today) => `Đoàn công tác của Bộ làm việc với Sở ngày ${coming(draw, today)}.`],
  ['event', (draw) => `${draw(['sáng mai', 'chiều mai', 'thứ 6 này'])} họp giao ban nha cả nhà`],
  [
    'event',
    (draw) =>
      `${draw(['mai', 'T6', 'thứ 5 tuần sau'])} ${draw(['anh', 'chị', 'sếp'])} ${draw(['đi công tác', 'nghỉ phép', 'đi Hà Nội'])} rồi nhé`,
  ],
  [
    'period under report',
    (draw, today) => {
      const { month, year } = dateParts(today);
      return draw([
        `Báo cáo kết quả công tác tháng ${month}/${year}, phương hướng nhiệm vụ tháng ${(month % 12) + 1}.`,
        `Tổng hợp tình hình thực hiện dự toán quý I năm ${year}.`,
        `Xây dựng kế hoạch phát triển giai đoạn ${year + 1} - ${year + 5}.`,
        `Đánh giá việc thực hiện chương trình công tác 6 tháng đầu năm ${year}.`,
      ]);
    },
  ],
  ['cut-off', (draw, today) => `Số liệu tính đến hết ngày ${past(draw, today)}.`],
  ['cut-off', (draw, today) => `Lũy kế đến ngày ${past(draw, today)}: giải ngân đạt ${draw([31, 47, 62])}%.`],
  ['term', (draw, today) => `Quyết định này có hiệu lực kể từ ngày ${coming(draw, today)}.`],
  ['term', (draw, today) => `Giấy phép có giá trị đến ngày ${coming(draw, today)}.`],
  ['term', (draw, today) => `Hợp đồng bảo trì phần mềm có thời hạn đến ngày ${coming(draw, today)}.`],
  ['what has been', (draw, today) => `Văn phòng Sở đã ${draw(WORK)} ngày ${past(draw, today)}.`],
  [
    'what has been',
    (draw, today) =>
      `Ngày ${past(draw, today)}, Sở đã ban hành văn bản ${draw(['hướng dẫn', 'đôn đốc', 'chấn chỉnh'])} các đơn vị.`,
  ],
  ['what has been', (draw) => `báo cáo em gửi ${draw(['hôm qua', 'từ tuần trước', 'hôm thứ 6'])} rồi mà`],
  [
    'count',
    (draw) => `Đến nay các phòng đã hoàn thành ${draw(['4/12', '3/9', '05/10'])} nhiệm vụ được giao.`,
  ],
  ['count', (draw) => `Phòng đạt điểm ${draw(['9/10', '8/10'])}, xếp thứ ${draw([2, 3, 4])} toàn Sở.`],
  ['urgency', (draw) => `Đề nghị các phòng khẩn trương ${draw(WORK)}.`],
  [
    'condition',
    (draw) =>
      `Trong ${draw(['05', '10'])} ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, Văn phòng Sở ${draw(WORK)}.`,
  ],
  ['condition', (draw) => `Ngay sau khi có ý kiến của UBND tỉnh, các phòng ${draw(WORK)}.`],
  ['question', (draw) => `việc này ${draw(['bao giờ xong', 'khi nào phải nộp', 'hạn ngày nào'])} vậy anh?`],
];

/** A sentence that names times and sets no deadline. */
export function lookAlikeSentence(draw: Draw, today: LocalDate): { text: string; category: string } {
  const [category, sentence] = draw(SENTENCES);
  return { category, text: sentence(draw, today) };
}
