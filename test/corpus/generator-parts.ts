// What generators of orders draw from: units in the ways people name them, work, look-alikes and deadlines.
import type { UnitNames } from '../../src/domain/unit.ts';
import { addDays, dateParts } from '../../src/domain/local-time.ts';
import { ALL_UNITS } from '../../src/domain/unit.ts';

export type Draw = <T>(from: readonly T[]) => T;

/** Numbers in [0, 1) and draws, the same for the same seed (mulberry32). */
export function drawing(seed: number): { readonly next: () => number; readonly draw: Draw } {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const draw: Draw = (from) => {
    const drawn = from[Math.floor(next() * from.length)];
    if (drawn === undefined) throw new RangeError('Nothing to draw from');
    return drawn;
  };
  return { next, draw };
}

export const WORK = [
  'rà soát các thủ tục hành chính còn vướng mắc',
  'xây dựng kế hoạch kiểm tra năm 2025',
  'tham mưu văn bản trả lời kiến nghị của cử tri',
  'tổng hợp số liệu phục vụ hội nghị sơ kết',
  'hoàn thiện dự thảo quy chế làm việc',
  'chuẩn bị hồ sơ thanh toán khối lượng đợt 2',
  'kiểm tra việc chấp hành giờ giấc làm việc',
  'lập danh sách cán bộ dự lớp bồi dưỡng',
  'thẩm định dự toán sửa chữa trụ sở',
  'cập nhật thông tin lên trang điện tử',
  'đề xuất phương án sắp xếp phòng làm việc',
  'triển khai phần mềm quản lý văn bản',
  'khảo sát nhu cầu đào tạo của đơn vị',
  'niêm yết công khai quy trình tiếp nhận hồ sơ',
  'bàn giao tài liệu lưu trữ',
  'báo cáo kết quả khắc phục tồn tại',
  'soạn giấy mời họp ban chỉ đạo',
  'đối chiếu công nợ với nhà cung cấp',
  'khắc phục các lỗi bảo mật của trang thông tin',
  'lắp đặt máy chiếu tại phòng họp số 2',
  'in ấn tài liệu phục vụ kỳ họp',
  'kê khai tài sản cố định',
  'lấy số liệu giải ngân từng dự án',
  'liên hệ nhà thầu xử lý sự cố mạng',
  'sao lưu dữ liệu của các hệ thống',
  'thanh lý tài sản hư hỏng',
  'cử cán bộ tham gia tổ giúp việc',
  'tuyên truyền dịch vụ công trực tuyến',
  'đề xuất khen thưởng chuyên đề',
  'trả lời phản ánh trên hệ thống một cửa',
  'tập huấn kỹ năng số cho cán bộ cấp xã',
  'xử lý dứt điểm hồ sơ quá hạn',
  'ban hành quy trình nội bộ',
  'nghiệm thu phần mềm một cửa',
  'sơ kết phong trào thi đua',
  'hướng dẫn kê khai hồ sơ điện tử',
];

export const OUTSIDERS = [
  'Sở Tài chính',
  'Công an tỉnh',
  'VNPT tỉnh',
  'UBND xã Phú Lâm',
  'Văn phòng Tỉnh ủy',
  'Hội Nông dân tỉnh',
];

export interface Due {
  readonly words: string;
  readonly due: string;
  readonly bound: string;
  /** What leads into it in a clause of its own. */
  readonly clause: string;
}

const padded = (part: number): string => String(part).padStart(2, '0');

export function dueFrom(draw: Draw, today: string): Due {
  const due = addDays(today, draw([3, 6, 8, 13, 17, 24, 31, 45]));
  const { year, month, day } = dateParts(due);
  const written = draw([
    `${padded(day)}/${month}/${year}`,
    `${day}/${month}/${year}`,
    `${day}-${month}-${year}`,
    `${padded(day)}/${padded(month)}/${year}`,
  ]);
  const clause = draw(['hoàn thành', 'xong', 'báo cáo Giám đốc Sở', 'thời gian hoàn thành']);
  const form = draw([
    'before',
    'before',
    'latest',
    'at_latest',
    'spelled',
    'within',
    'month',
    'hour',
  ] as const);
  if (form === 'before') return { words: `trước ngày ${written}`, due, bound: 'before', clause };
  if (form === 'latest') return { words: `chậm nhất ngày ${written}`, due, bound: 'by', clause };
  if (form === 'at_latest') return { words: `muộn nhất là ngày ${written}`, due, bound: 'by', clause };
  if (form === 'within') return { words: `trong ngày ${written}`, due, bound: 'on', clause };
  if (form === 'spelled')
    return { words: `trước ngày ${padded(day)} tháng ${month} năm ${year}`, due, bound: 'before', clause };
  if (form === 'month') {
    const end = addDays(`${month === 12 ? year + 1 : year}-${padded((month % 12) + 1)}-01`, -1);
    return { words: `trong tháng ${month}/${year}`, due: end, bound: 'within', clause };
  }
  const hour = draw([10, 15, 17]);
  return {
    words: `trước ${hour}h00 ngày ${written}`,
    due: `${due}T${padded(hour)}:00:00+07:00`,
    bound: 'before',
    clause,
  };
}

export interface Named {
  readonly code: string;
  readonly words: string;
}

export function nameOf(draw: Draw, unit: UnitNames): Named {
  if (unit.isGroup === true) {
    return {
      code: ALL_UNITS,
      words: draw([
        'các phòng, đơn vị',
        'các phòng, đơn vị thuộc Sở',
        'các phòng chuyên môn, đơn vị trực thuộc Sở',
      ]),
    };
  }
  const kind = /^(?:Phòng|Trung tâm|Chi cục)(?= )/u.exec(unit.name)?.[0];
  const bare = kind === undefined ? unit.name : unit.name.slice(kind.length + 1);
  const forms = [
    unit.name,
    unit.name,
    ...(kind === 'Phòng' ? [`Phòng ${unit.code}`, `P. ${unit.code}`, `phòng ${unit.code}`] : []),
    ...headsOf(kind, bare),
    ...unit.aliases.filter((alias) => SURE_ALIAS.test(alias)),
  ];
  return { code: unit.code, words: draw(forms) };
}

/** Aliases that name a unit wherever they stand; "cải cách hành chính" in small letters would be a field of work. */
const SURE_ALIAS = /^(?:phòng |TT |CC |Chi cục |Trung tâm |Ban |Văn phòng|Thanh tra|Đoàn |Công đoàn )/u;

/** Heads, who stand for their unit. */
function headsOf(kind: string | undefined, bare: string): string[] {
  if (bare.startsWith('Văn phòng')) return [`Chánh ${bare}`, `đồng chí Chánh ${bare}`];
  if (bare.startsWith('Thanh tra')) return [`Chánh ${bare}`];
  if (kind === 'Phòng')
    return [
      `Trưởng phòng ${bare}`,
      `đồng chí Trưởng phòng ${bare}`,
      `đồng chí Lê Thị Hạnh, Phó Trưởng phòng ${bare}`,
    ];
  if (kind === 'Trung tâm') return [`Giám đốc Trung tâm ${bare}`];
  return kind === 'Chi cục' ? [`Chi cục trưởng Chi cục ${bare}`] : [];
}

export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const joined = (units: readonly Named[]): string =>
  units.length < 2
    ? (units[0]?.words ?? '')
    : `${units
        .slice(0, -1)
        .map(({ words }) => words)
        .join(', ')} và ${units.at(-1)?.words ?? ''}`;
