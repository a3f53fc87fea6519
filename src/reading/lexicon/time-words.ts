// Words that name times, as people write them; matched with and without diacritics.
import type { DayPart, PartOfDay, PeriodPart } from '../recognizers/expression.ts';
import { Phrases, phraseSet } from '../recognizers/phrases.ts';

export const DIGIT_WORDS = new Phrases<number>(
  [
    [1, 'một'],
    [2, 'hai'],
    [3, 'ba'],
    [4, 'bốn, tư'],
    [5, 'năm, lăm, nhăm'],
    [6, 'sáu'],
    [7, 'bảy, bẩy'],
    [8, 'tám'],
    [9, 'chín'],
  ],
  true,
);

/** Names of months beyond plain numbers. "một" alone is left out: "tháng một lần". */
export const MONTH_NAMES = new Phrases<{ readonly month: number; readonly isLunar: boolean }>([
  [{ month: 1, isLunar: true }, 'giêng'],
  [{ month: 12, isLunar: true }, 'chạp'],
  [{ month: 1, isLunar: false }, 'một'],
  [{ month: 2, isLunar: false }, 'hai'],
  [{ month: 3, isLunar: false }, 'ba'],
  [{ month: 4, isLunar: false }, 'tư, bốn'],
  [{ month: 5, isLunar: false }, 'năm'],
  [{ month: 6, isLunar: false }, 'sáu'],
  [{ month: 7, isLunar: false }, 'bảy, bẩy'],
  [{ month: 8, isLunar: false }, 'tám'],
  [{ month: 9, isLunar: false }, 'chín'],
  [{ month: 10, isLunar: false }, 'mười'],
  [{ month: 11, isLunar: false }, 'mười một'],
  [{ month: 12, isLunar: false }, 'mười hai'],
]);

export const WEEKDAY_NUMBERS = new Phrases<2 | 3 | 4 | 5 | 6 | 7>([
  [2, 'hai'],
  [3, 'ba'],
  [4, 'tư'],
  [5, 'năm'],
  [6, 'sáu'],
  [7, 'bảy, bẩy'],
]);

export const ROMAN_QUARTERS: ReadonlyMap<string, number> = new Map([
  ['i', 1],
  ['ii', 2],
  ['iii', 3],
  ['iv', 4],
]);

export const ROMAN_MONTHS: ReadonlyMap<string, number> = new Map(
  ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'].map((roman, index) => [
    roman,
    index + 1,
  ]),
);

const part = (name: DayPart, edge: PartOfDay['edge'] = 'whole'): PartOfDay => ({ part: name, edge });

export const PARTS_OF_DAY = new Phrases<PartOfDay>([
  [part('morning'), 'sáng, buổi sáng, giờ sáng, trong buổi sáng'],
  [part('morning', 'start'), 'đầu giờ sáng, đầu buổi sáng, sáng sớm, sớm sáng, đầu giờ, đầu ngày'],
  [
    part('morning', 'end'),
    `
    cuối giờ sáng, cuối buổi sáng, hết buổi sáng, hết sáng, giờ nghỉ trưa, hết giờ sáng, cuối sáng,
    nghỉ trưa`,
  ],
  [part('noon'), 'trưa, buổi trưa, giờ trưa, giữa trưa'],
  [part('afternoon'), 'chiều, buổi chiều, giờ chiều, xế chiều'],
  [part('afternoon', 'start'), 'đầu giờ chiều, đầu buổi chiều, đầu chiều, giờ làm việc buổi chiều'],
  [
    part('afternoon', 'end'),
    `
    cuối giờ chiều, cuối buổi chiều, cuối chiều, hết buổi chiều, hết chiều, hết giờ chiều, chiều tối,
    cuối giờ, cuối ngày, cuối ngày làm việc, cuối giờ làm việc, cuối giờ hành chính, hết giờ,
    hết giờ làm, hết giờ làm việc, hết giờ hành chính, hết ngày làm việc, giờ hành chính, giờ làm việc,
    giờ tan sở, giờ tan tầm, tan sở, tan tầm, tan làm, giờ về, giờ nghỉ chiều, eod, cob`,
  ],
  [part('evening'), 'tối, buổi tối'],
  [part('night'), 'đêm, khuya, nửa đêm, đêm khuya, ban đêm, nửa khuya'],
]);

/** Words that begin with the name of a part of the day but do not name one: "sáng kiến", "tối đa", "chiều dài". */
export const NOT_PARTS_OF_DAY = phraseSet(`
  sáng kiến, sáng tạo, sáng lập, sáng suốt, sáng tác, sáng chế, sáng tỏ, sáng giá, sáng rõ, sáng sủa,
  tối đa, tối thiểu, tối ưu, tối mật, tối cao, tối giản, tối hậu, tối tân, tối hảo, chiều dài, chiều cao,
  chiều rộng, chiều sâu, chiều hướng, chiều ngang, chiều dọc, chiều theo, chiều lòng
`);

/** Words before "sáng", "chiều", "tối" that make them something else: "ánh sáng", "hai chiều", "một chiều". */
export const BEFORE_NOT_A_PART = phraseSet(`
  đối, ánh, chiếu, soi, thắp, tỏa, tươi, phát, ngời, rạng, điểm, bóng, tăm, nuông, một, hai, nhiều, đa,
  ngược, trái, xuôi, cùng
`);

export const DAY_WORDS = new Phrases<number>([
  [0, 'hôm nay, bữa nay, ngày hôm nay, trong hôm nay, hnay, h nay, hn'],
  [1, 'mai, ngày mai, hôm mai, bữa mai, sớm mai, ngày hôm sau, tmr'],
  [3, 'ngày kìa, bữa kìa, bữa kia'],
  [2, 'mốt, ngày mốt, bữa mốt, hôm mốt, ngày kia, ngày mơi'],
]);

/** Words about the past, and words too vague to be a date. */
export const PAST_OR_VAGUE = new Phrases<'past' | 'vague'>([
  [
    'vague',
    `
  mai mốt, nay mai, mai kia, mai sau, mai này, mai đây, một mai, ngày một ngày hai, sớm muộn, vài ngày nữa,
  ít ngày nữa, mấy ngày nữa, dăm bữa nữa, vài hôm nữa, mấy hôm nữa, ít hôm nữa, vài bữa nữa, mấy bữa nữa,
  vài tuần nữa, vài tháng nữa, lát nữa, tí nữa, chút nữa, lúc nữa, tý nữa, hôm nào, bữa nào, khi nào,
  ngày nào, thời gian tới, thời gian đến, sau này, từ nay, đến nay, hiện nay, ngày nay, trước nay, lâu nay,
  xưa nay, cho đến nay, tới nay, năm xưa
`,
  ],
  [
    'past',
    `
  hôm qua, hôm kia, hôm kìa, hôm trước, hôm nọ, hôm bữa, hôm rồi, bữa trước, bữa qua, bữa hôm, bữa rồi,
  bữa nọ, sáng qua, trưa qua, chiều qua, tối qua, đêm qua, ngày qua, tuần trước, tuần qua, tuần rồi,
  tuần vừa rồi, tuần vừa qua, tháng trước, tháng qua, tháng rồi, tháng vừa qua, tháng vừa rồi, quý trước,
  quý vừa qua, quý rồi, năm trước, năm ngoái, năm qua, năm rồi, năm vừa qua, năm kia, đầu tuần trước,
  giữa tuần trước, cuối tuần trước, cuối tháng trước, đầu tháng trước, giữa tháng trước, cuối năm ngoái,
  đầu năm ngoái, cuối năm trước, lần trước, đợt trước, kỳ trước, khóa trước, phiên trước, dạo trước,
  hồi trước, lúc trước, vừa qua, vừa rồi, mới đây, lúc nãy, hồi nãy, ban nãy, khi nãy, hồi sáng,
  thời gian qua, thời gian vừa qua, cùng kỳ, bấy lâu, tuần trc, tháng trc, hôm trc, bữa trc, tuần trk, tuần hồi,
  hổm rày, bữa hổm, hôm hổm, bữa giờ, hồi hôm, hồi chiều, hồi trưa, hồi tối
`,
  ],
]);

/** After a week, month, quarter or year: which one, from the current one. */
export const WHICH_ONE = new Phrases<number>([
  [0, 'này, nay, đang chạy'],
  [1, 'sau, tới, kế, kế tiếp, tiếp theo, đến, tới đây'],
  [2, 'sau nữa, tới nữa, kế nữa, sau sau'],
]);

/** After what looks like "this" or "next": it belongs to what follows ("tuần sau khi họp", "tháng đến hết quý"). */
export const NOT_WHICH_ONE = phraseSet(
  'sau khi, sau đó, sau ngày, kế hoạch, kế toán, đến ngày, đến hạn, tới hạn, đến hết, đến cuối, đến đầu, đến giữa, đến thứ, đến tháng, đến quý, đến năm, đến khi, đến nay, tới ngày, tới hết, tới cuối, tới thứ, tới tháng',
);

/** Before a week, month, quarter or year: where in it. */
export const WHERE_IN_PERIOD = new Phrases<PeriodPart>(
  [
    ['start', 'đầu, những ngày đầu, ngay đầu'],
    ['middle', 'giữa'],
    [
      'end',
      `
    cuối, những ngày cuối, ngày cuối, ngày cuối cùng của, ngày cuối cùng, ngày cuối của`,
    ],
    ['first_third', 'thượng tuần, 10 ngày đầu, mười ngày đầu'],
    ['second_third', 'trung tuần, 20 ngày đầu'],
    ['last_third', 'hạ tuần, 10 ngày cuối, mười ngày cuối'],
    ['middle', 'nửa đầu'],
    ['end', 'nửa cuối, nửa sau'],
  ],
  true,
);

const solar = (
  name: string,
  day: number,
  month: number,
): { name: string; kind: 'solar'; day: number; month: number } => ({ name, kind: 'solar', day, month });
const lunar = (
  name: string,
  day: number,
  month: number | null,
): { name: string; kind: 'lunar'; day: number; month: number | null } => ({
  name,
  kind: 'lunar',
  day,
  month,
});

/** Day 30 of a lunar month stands for its last day. */
export const NAMED_DAYS = new Phrases<
  ReturnType<typeof solar> | ReturnType<typeof lunar> | { readonly name: string; readonly kind: 'break' }
>([
  [solar('Tết Dương lịch', 1, 1), 'tết dương lịch, tết dương, tết tây, năm mới dương lịch'],
  [solar('Ngày thành lập Đảng', 3, 2), 'ngày thành lập đảng'],
  [solar('Quốc tế Phụ nữ', 8, 3), 'quốc tế phụ nữ'],
  [
    solar('Ngày Chiến thắng', 30, 4),
    `
    ngày chiến thắng, ngày giải phóng, ngày giải phóng miền nam, lễ 30 tháng 4`,
  ],
  [solar('Quốc tế Lao động', 1, 5), 'quốc tế lao động, ngày quốc tế lao động'],
  [
    solar('Ngày Khoa học và Công nghệ', 18, 5),
    `
    ngày khoa học và công nghệ việt nam, ngày khoa học công nghệ việt nam, ngày khcn việt nam,
    ngày kh & cn việt nam`,
  ],
  [solar('Quốc khánh', 2, 9), 'quốc khánh, ngày quốc khánh, lễ quốc khánh, tết độc lập'],
  [solar('Ngày Chuyển đổi số quốc gia', 10, 10), 'ngày chuyển đổi số quốc gia, ngày chuyển đổi số'],
  [solar('Ngày Phụ nữ Việt Nam', 20, 10), 'ngày phụ nữ việt nam'],
  [solar('Ngày Nhà giáo', 20, 11), 'ngày nhà giáo, ngày nhà giáo việt nam'],
  [solar('Ngày Văn hóa Việt Nam', 24, 11), 'ngày văn hóa việt nam'],
  [solar('Noel', 25, 12), 'noel, giáng sinh, lễ giáng sinh'],
  [lunar('Giỗ Tổ', 10, 3), 'giỗ tổ, ngày giỗ tổ, lễ giỗ tổ, giỗ tổ hùng vương, giỗ tổ vua hùng'],
  [
    lunar('ông Công ông Táo', 23, 12),
    `
    ông công ông táo, tết ông công, tết ông táo, đưa ông táo, cúng ông táo`,
  ],
  [lunar('giao thừa', 30, 12), 'giao thừa, 30 tết, ba mươi tết, tất niên'],
  [
    lunar('Tết Nguyên đán', 1, 1),
    `
    tết, tết nguyên đán, tết âm lịch, tết ta, tết cổ truyền, tết nguyên đán cổ truyền, tết này, nghỉ tết,
    kỳ nghỉ tết, dịp tết, ngày tết`,
  ],
  [lunar('rằm tháng Giêng', 15, 1), 'rằm tháng giêng, tết nguyên tiêu'],
  [lunar('rằm tháng Bảy', 15, 7), 'rằm tháng bảy, rằm tháng 7, vu lan'],
  [lunar('Trung thu', 15, 8), 'trung thu, tết trung thu, rằm tháng tám, rằm tháng 8'],
  [lunar('rằm tháng Chạp', 15, 12), 'rằm tháng chạp'],
  [lunar('rằm', 15, null), 'rằm, rằm này, ngày rằm, rằm tới, hôm rằm, rằm tháng này'],
  [
    { name: 'kỳ nghỉ lễ', kind: 'break' },
    `
    lễ, nghỉ lễ, kỳ nghỉ lễ, kỳ nghỉ, đợt nghỉ lễ, dịp lễ, dịp nghỉ lễ, lễ này`,
  ],
]);

export const CYCLE_WORDS = phraseSet(
  'hằng, hàng, mỗi, định kỳ, định kỳ hằng, định kỳ hàng, định kỳ mỗi, từng',
);

/** Can and chi of a lunar year ("năm Ất Tỵ"), skipped after a lunar date. */
export const CAN = phraseSet('giáp, ất, bính, đinh, mậu, kỷ, canh, tân, nhâm, quý');
export const CHI = phraseSet('tý, sửu, dần, mão, mẹo, thìn, tỵ, tị, ngọ, mùi, thân, dậu, tuất, hợi, tí');
