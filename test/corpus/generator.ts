// Makes orders that no one wrote, with their answers: units, verbs, objects, deadlines, look-alikes and sentence shapes
// recombined by a seeded sequence, so that a run can be repeated.
import type { UnitNames } from '../../src/domain/unit.ts';
import { addDays } from '../../src/domain/local-time.ts';
import { ALL_UNITS } from '../../src/domain/unit.ts';
import type { Draw, Named } from './generator-parts.ts';
import { capitalized, drawing, dueFrom, joined, nameOf, OUTSIDERS, WORK } from './generator-parts.ts';

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

/** Draws `count` orders for the units of `registry`. The same seed gives the same orders. */
export function madeOrders(
  registry: string,
  units: readonly UnitNames[],
  count: number,
  seed: number,
): MadeOrder[] {
  const { next, draw } = drawing(seed);
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
