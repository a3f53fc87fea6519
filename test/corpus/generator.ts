// Makes orders that no one wrote, with their answers: units, verbs, objects, deadlines, look-alikes and sentence shapes
// recombined by a seeded sequence, so that a run can be repeated.
import type { UnitNames } from '../../src/domain/unit.ts';
import { addDays, dateParts } from '../../src/domain/local-time.ts';
import { ALL_UNITS } from '../../src/domain/unit.ts';

/** An order with its answer, in the form that scoring.ts takes. */
export interface MadeOrder {
  readonly id: string;
  readonly shape: string;
  readonly registry: string;
  readonly ref_date: string;
  readonly text: string;
  readonly lead: readonly string[];
  readonly coordinating: readonly string[];
  readonly due: string | null;
  readonly bound: string;
  readonly external?: readonly string[];
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const WORK = [
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
];

/** Look-alikes of deadlines and units that stand before the order or inside its work. */
const BACKGROUNDS = [
  '',
  'Thực hiện Kế hoạch số 51/KH-UBND ngày 07/3/2025 của UBND tỉnh, ',
  'Theo Công văn số 215/STC-HCSN ngày 27/3/2025 của Sở Tài chính, ',
  'Căn cứ Kết luận số 12-KL/TU ngày 20/02/2025 của Ban Thường vụ Tỉnh ủy, ',
  'Về kiến nghị tại Tờ trình số 45/TTr-VP ngày 18/3/2025: ',
];

const INSIDE = [
  '',
  ' giai đoạn 2025-2030',
  ' theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020',
  ' (kèm Phụ lục 2)',
  ' tại 03/10 đơn vị',
];

const OUTSIDERS = ['Sở Tài chính', 'Công an tỉnh', 'VNPT tỉnh', 'UBND xã Phú Lâm'];

interface Due {
  readonly words: string;
  readonly due: string;
  readonly bound: string;
  /** What leads into it in a clause of its own. */
  readonly clause: string;
}

type Draw = <T>(from: readonly T[]) => T;

const padded = (part: number): string => String(part).padStart(2, '0');

function dueFrom(draw: Draw, today: string): Due {
  const due = addDays(today, draw([3, 6, 8, 13, 17, 24, 31, 45]));
  const { year, month, day } = dateParts(due);
  const written = draw([
    `${padded(day)}/${month}/${year}`,
    `${day}/${month}/${year}`,
    `${day}-${month}-${year}`,
    `${padded(day)}/${padded(month)}/${year}`,
  ]);
  const clause = draw(['hoàn thành', 'xong', 'báo cáo Giám đốc Sở', 'thời gian hoàn thành']);
  const form = draw(['before', 'before', 'latest', 'within', 'hour']);
  if (form === 'before') return { words: `trước ngày ${written}`, due, bound: 'before', clause };
  if (form === 'latest') return { words: `chậm nhất ngày ${written}`, due, bound: 'by', clause };
  if (form === 'within') return { words: `trong ngày ${written}`, due, bound: 'on', clause };
  const hour = draw([10, 15, 17]);
  return {
    words: `trước ${hour}h00 ngày ${written}`,
    due: `${due}T${padded(hour)}:00:00+07:00`,
    bound: 'before',
    clause,
  };
}

interface Named {
  readonly code: string;
  readonly words: string;
}

function nameOf(draw: Draw, unit: UnitNames): Named {
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
  const prefix = /^(?:Phòng|Trung tâm|Chi cục)(?= )/u.exec(unit.name)?.[0];
  const short = prefix === undefined ? unit.name : `${prefix} ${unit.code}`;
  const isKnownShort = prefix === 'Phòng';
  const forms = [
    unit.name,
    unit.name,
    ...(isKnownShort
      ? [
          short,
          `P. ${unit.code}`,
          `Trưởng ${short.toLowerCase().startsWith('phòng') ? `phòng ${unit.code}` : short}`,
        ]
      : []),
  ];
  return { code: unit.code, words: draw(forms) };
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Draws `count` orders for the units of `registry`. The same seed gives the same orders. */
export function madeOrders(
  registry: string,
  units: readonly UnitNames[],
  count: number,
  seed: number,
): MadeOrder[] {
  const next = sequence(seed);
  const draw: Draw = (from) => {
    const drawn = from[Math.floor(next() * from.length)];
    if (drawn === undefined) throw new RangeError('Nothing to draw from');
    return drawn;
  };
  const clear = units.filter(({ isAmbiguous }) => isAmbiguous !== true);
  return Array.from({ length: count }, (_, index) => {
    const today = addDays('2025-03-03', Math.floor(next() * 500));
    const order = shapes[index % shapes.length]?.({ draw, units: clear, today });
    if (order === undefined) throw new RangeError('No such shape');
    return { id: `${registry}-${seed}-${index}`, registry, ref_date: today, ...order };
  });
}

interface Setting {
  readonly draw: Draw;
  readonly units: readonly UnitNames[];
  readonly today: string;
}

type Shape = (setting: Setting) => Omit<MadeOrder, 'id' | 'registry' | 'ref_date'>;

const several = ({ draw, units }: Setting, count: number): Named[] => {
  const chosen: UnitNames[] = [];
  const own = units.filter(({ isGroup }) => isGroup !== true);
  while (chosen.length < count) {
    const unit = draw(own);
    if (!chosen.includes(unit)) chosen.push(unit);
  }
  return chosen.map((unit) => nameOf(draw, unit));
};

const work = ({ draw }: Setting): string => draw(WORK) + draw(INSIDE);

const none = { due: null, bound: 'none' } as const;

const codes = (units: readonly Named[]): string[] => units.map(({ code }) => code);

const joined = (units: readonly Named[]): string =>
  units.length < 2
    ? (units[0]?.words ?? '')
    : `${units
        .slice(0, -1)
        .map(({ words }) => words)
        .join(', ')} và ${units.at(-1)?.words ?? ''}`;

/** Each shape of sentence with its answer. */
const shapes: readonly Shape[] = [
  (setting) => {
    const [lead, ...others] = several(setting, 1 + setting.draw([1, 2]));
    const { words, due, bound, clause } = dueFrom(setting.draw, setting.today);
    const text = `${setting.draw(BACKGROUNDS)}giao ${lead?.words ?? ''} chủ trì, phối hợp với ${joined(others)} ${work(setting)}, ${clause} ${words}.`;
    return {
      shape: 'giao … chủ trì, phối hợp với …',
      text: capitalized(text),
      lead: codes(lead ? [lead] : []),
      coordinating: codes(others),
      due,
      bound,
    };
  },
  (setting) => {
    const [lead] = several(setting, 1);
    const { words, due, bound } = dueFrom(setting.draw, setting.today);
    const verb = setting.draw(['', 'khẩn trương ', 'chủ động ', 'có trách nhiệm ', 'cần ', 'tiếp tục ']);
    return {
      shape: 'subject first',
      text: capitalized(`${lead?.words ?? ''} ${verb}${work(setting)} ${words}.`),
      lead: codes(lead ? [lead] : []),
      coordinating: [],
      due,
      bound,
    };
  },
  (setting) => {
    const [lead] = several(setting, 1);
    const { words, due, bound } = dueFrom(setting.draw, setting.today);
    return {
      shape: 'deadline first',
      text: `${capitalized(words)}, ${lead?.words ?? ''} ${work(setting)}.`,
      lead: codes(lead ? [lead] : []),
      coordinating: [],
      due,
      bound,
    };
  },
  (setting) => {
    const everyone = setting.units.find(({ isGroup }) => isGroup === true);
    const [receiver] = several(setting, 1);
    const { words, due, bound } = dueFrom(setting.draw, setting.today);
    const lead = everyone === undefined ? 'các phòng, đơn vị' : nameOf(setting.draw, everyone).words;
    const text = `${setting.draw(['', 'Đề nghị ', 'Yêu cầu ', 'Giám đốc Sở yêu cầu '])}${lead} ${work(setting)}, gửi ${receiver?.words ?? ''} ${words} để tổng hợp.`;
    return { shape: 'everyone', text: capitalized(text), lead: [ALL_UNITS], coordinating: [], due, bound };
  },
  (setting) => {
    const [lead, helper] = several(setting, 2);
    const { words, due, bound, clause } = dueFrom(setting.draw, setting.today);
    const text = `${lead?.words ?? ''} chủ trì, ${helper?.words ?? ''} ${setting.draw(['phối hợp', 'hỗ trợ'])}; ${clause} ${words}.`;
    return {
      shape: 'A chủ trì, B phối hợp',
      text: capitalized(text),
      lead: codes(lead ? [lead] : []),
      coordinating: codes(helper ? [helper] : []),
      due,
      bound,
    };
  },
  (setting) => {
    const leads = several(setting, 2);
    const { words, due, bound } = dueFrom(setting.draw, setting.today);
    const text = `Giao ${joined(leads)} đồng chủ trì ${work(setting)} ${words}.`;
    return { shape: 'đồng chủ trì', text, lead: codes(leads), coordinating: [], due, bound };
  },
  (setting) => {
    const [first, second] = several(setting, 2);
    const { words, due, bound } = dueFrom(setting.draw, setting.today);
    const text = `Giao ${first?.words ?? ''} ${work(setting)}; giao ${second?.words ?? ''} ${work(setting)}. Các nhiệm vụ trên hoàn thành ${words}.`;
    return {
      shape: 'closing date for all',
      text,
      lead: codes([first, second].filter((unit) => unit !== undefined)),
      coordinating: [],
      due,
      bound,
    };
  },
  (setting) => {
    const [lead] = several(setting, 1);
    const outsider = setting.draw(OUTSIDERS);
    const { words, due, bound } = dueFrom(setting.draw, setting.today);
    const text = `Đề nghị ${lead?.words ?? ''} phối hợp với ${outsider} ${work(setting)}, hoàn thành ${words}.`;
    return {
      shape: 'partner outside',
      text,
      lead: codes(lead ? [lead] : []),
      coordinating: [outsider],
      due,
      bound,
    };
  },
  (setting) => {
    const [lead] = several(setting, 1);
    const outsider = setting.draw(OUTSIDERS);
    const text = `Về Quy chế phối hợp với ${outsider}: giao ${lead?.words ?? ''} ${work(setting)}.`;
    return {
      shape: 'partner in a name',
      text,
      lead: codes(lead ? [lead] : []),
      coordinating: [],
      external: [outsider],
      ...none,
    };
  },
  (setting) => {
    const [lead, watcher] = several(setting, 2);
    const { words, due, bound } = dueFrom(setting.draw, setting.today);
    const text = `Giao ${lead?.words ?? ''} ${work(setting)}, xong ${words}; ${watcher?.words ?? ''} theo dõi, đôn đốc.`;
    return { shape: 'watcher', text, lead: codes(lead ? [lead] : []), coordinating: [], due, bound };
  },
  (setting) => {
    const [lead] = several(setting, 1);
    const text = `${capitalized(lead?.words ?? '')} đã ${setting.draw(WORK)} ngày ${setting.draw(['12/02/2025', '28/02/2025'])}.`;
    return { shape: 'told, not ordered', text, lead: [], coordinating: [], ...none };
  },
  (setting) => {
    const [lead, helper] = several(setting, 2);
    const { words, due, bound } = dueFrom(setting.draw, setting.today);
    const text = `Nội dung: ${capitalized(setting.draw(WORK))}\nĐơn vị chủ trì: ${lead?.words ?? ''}\nĐơn vị phối hợp: ${helper?.words ?? ''}\nThời hạn: ${words}`;
    return {
      shape: 'form',
      text,
      lead: codes(lead ? [lead] : []),
      coordinating: codes(helper ? [helper] : []),
      due,
      bound,
    };
  },
  (setting) => {
    const [lead] = several(setting, 1);
    const { words, due, bound } = dueFrom(setting.draw, setting.today);
    const text = `${capitalized(lead?.words ?? '')} có trách nhiệm:\na) ${capitalized(setting.draw(WORK))};\nb) ${capitalized(setting.draw(WORK))}, hoàn thành ${words}.`;
    return {
      shape: 'heading with points',
      text,
      lead: codes(lead ? [lead] : []),
      coordinating: [],
      due,
      bound,
    };
  },
  (setting) => {
    const leads = several(setting, 3);
    const { words, due, bound } = dueFrom(setting.draw, setting.today);
    const lines = leads.map(
      ({ words: unit }, index) => `${index + 1}. ${unit}: ${work(setting)}${index === 0 ? ` ${words}` : ''}.`,
    );
    return {
      shape: 'numbered list',
      text: `Giao việc như sau:\n${lines.join('\n')}`,
      lead: codes(leads),
      coordinating: [],
      due,
      bound,
    };
  },
];
