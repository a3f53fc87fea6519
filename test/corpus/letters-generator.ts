// Makes messages and documents that give out several tasks, each with its own answer, out of units, verbs, deadlines and
// look-alikes drawn by a seeded sequence. Unlike generator.ts, nothing but exactly these tasks may be read in them.
import type { UnitNames } from '../../src/domain/unit.ts';
import { addDays, dateParts } from '../../src/domain/local-time.ts';
import type { Draw, Due, Named } from './generator-parts.ts';
import { capitalized, drawing, dueFrom, joined, nameOf, OUTSIDERS, WORK } from './generator-parts.ts';

interface MadeTask {
  readonly lead: readonly string[];
  readonly coordinating: readonly string[];
  readonly due: string | null;
}

/** A text with the tasks it gives out, in order. */
export interface MadeLetter {
  readonly shape: string;
  readonly day: string;
  readonly text: string;
  readonly tasks: readonly MadeTask[];
}

interface Setting {
  readonly draw: Draw;
  readonly units: readonly UnitNames[];
  readonly today: string;
}

interface Piece {
  readonly lead: Named;
  readonly work: string;
  readonly due: Due | null;
}

const PREFACES = [
  '',
  'Kính gửi các đồng chí,\n\n',
  'Tại cuộc họp giao ban ngày 03/02/2025, sau khi nghe các phòng báo cáo, Giám đốc Sở kết luận như sau:\n',
  'Thực hiện Kế hoạch số 51/KH-UBND ngày 07/3/2025 của UBND tỉnh về Tháng cao điểm cải cách hành chính (từ ngày 01/3/2025 đến ngày 31/3/2025), Giám đốc Sở giao nhiệm vụ như sau:\n',
];

const CLOSINGS = [
  '',
  '\nTrong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Văn phòng Sở để tổng hợp.',
  '\nTrên đây là kết luận của Giám đốc Sở, Văn phòng Sở thông báo để các phòng, đơn vị biết, thực hiện./.',
  '\nMọi chi tiết xin liên hệ Văn phòng Sở (điện thoại 0905.123.456).',
  '\nĐề nghị các phòng, đơn vị nghiêm túc triển khai thực hiện./.',
];

/** Draws `count` letters for the units of an agency. The same seed gives the same letters. */
export function madeLetters(units: readonly UnitNames[], count: number, seed: number): MadeLetter[] {
  const { draw, next } = drawing(seed);
  const clear = units.filter(({ isAmbiguous, isGroup }) => isAmbiguous !== true && isGroup !== true);
  return Array.from({ length: count }, (_, index) => {
    const today = addDays('2025-03-03', Math.floor(next() * 500));
    const shape = SHAPES[index % SHAPES.length];
    if (shape === undefined) throw new RangeError('No such shape');
    return { day: today, ...shape({ draw, units: clear, today }) };
  });
}

/** Work for `count` different units; one in three has no date unless `isDated`. */
function pieces({ draw, units, today }: Setting, count: number, isDated = false): Piece[] {
  const chosen: UnitNames[] = [];
  while (chosen.length < count) {
    const unit = draw(units);
    if (!chosen.includes(unit)) chosen.push(unit);
  }
  return chosen.map((unit) => ({
    lead: nameOf(draw, unit),
    work: draw(WORK),
    due: isDated || draw([true, true, false]) ? dueFrom(draw, today) : null,
  }));
}

const taskOf = ({ lead, due }: Piece): MadeTask => ({
  lead: [lead.code],
  coordinating: [],
  due: due?.due ?? null,
});

const withDate = ({ work, due }: Piece): string => (due === null ? work : `${work} ${due.words}`);

const withClause = ({ work, due }: Piece): string =>
  due === null ? work : `${work}, ${due.clause} ${due.words}`;

const lines = (draw: Draw, body: readonly string[]): string =>
  `${draw(PREFACES)}${body.join('\n')}${draw(CLOSINGS)}`;

/** Units named by their head would read "phòng Trưởng phòng" where a kind of unit stands before them. */
const headings = (index: number, name: string, draw: Draw): string =>
  draw([
    `${index}. ${capitalized(name)}`,
    `${index}. ${capitalized(name)}:`,
    `${index}. Nhiệm vụ của ${name}:`,
    `${index}. ${capitalized(name)} có trách nhiệm:`,
  ]);

const SHAPES: readonly ((setting: Setting) => Omit<MadeLetter, 'day'>)[] = [
  (setting) => {
    const parts = pieces(setting, 3);
    const text = parts.map((part) => `giao ${part.lead.words} ${withClause(part)}`).join('; ');
    return { shape: 'clauses', text: `${capitalized(text)}.`, tasks: parts.map(taskOf) };
  },
  (setting) => {
    const parts = pieces(setting, 4);
    const body = parts.map(
      (part, index) => `${index + 1}. ${capitalized(part.lead.words)} ${withClause(part)}.`,
    );
    return { shape: 'numbered lines', text: lines(setting.draw, body), tasks: parts.map(taskOf) };
  },
  (setting) => {
    const parts = pieces(setting, 4);
    const [mark, end] = setting.draw([
      ['-', ';'],
      ['+', '.'],
      ['•', ';'],
    ] as const);
    const body = parts.map((part) => `${mark} ${capitalized(part.lead.words)}: ${withDate(part)}${end}`);
    return { shape: 'dashes', text: lines(setting.draw, body), tasks: parts.map(taskOf) };
  },
  (setting) => {
    const [first, second] = pieces(setting, 2);
    if (first === undefined || second === undefined) throw new RangeError('Two pieces');
    const points = (lead: Named): Piece[] => pieces(setting, 3).map((part) => ({ ...part, lead }));
    const groups = [points(first.lead), points(second.lead)];
    const body = groups.flatMap((group, index) => [
      headings(index + 1, group[0]?.lead.words ?? '', setting.draw),
      ...group.map((part, at) => `${'abc'.charAt(at)}) ${capitalized(withClause(part))}.`),
    ]);
    return {
      shape: 'headings with points',
      text: lines(setting.draw, body),
      tasks: groups.flat().map(taskOf),
    };
  },
  (setting) => {
    const parts = pieces(setting, 3, true);
    const text = parts
      .map((part) => `${capitalized(part.due?.words ?? '')}, ${part.lead.words} ${part.work}.`)
      .join(' ');
    return { shape: 'dates in front', text, tasks: parts.map(taskOf) };
  },
  (setting) => {
    const parts = pieces(setting, 4);
    const rest = dueFrom(setting.draw, setting.today);
    const body = parts.map(
      (part, index) => `${index + 1}. ${capitalized(part.lead.words)} ${withClause(part)}.`,
    );
    const closing = setting.draw([
      'Các nhiệm vụ còn lại hoàn thành',
      'Các nhiệm vụ chưa nêu thời hạn hoàn thành',
      'Các nhiệm vụ trên hoàn thành',
      'Thời hạn hoàn thành các nhiệm vụ trên:',
    ]);
    return {
      shape: 'closing date',
      text: `${body.join('\n')}\n${closing} ${rest.words}.`,
      tasks: parts.map((part) => ({ ...taskOf(part), due: part.due?.due ?? rest.due })),
    };
  },
  (setting) => {
    const parts = pieces(setting, 4).map((part) => ({ ...part, due: null }));
    const [early, late] = [dueFrom(setting.draw, setting.today), dueFrom(setting.draw, setting.today)];
    const body = parts.map((part, index) => `${index + 1}. ${capitalized(part.lead.words)} ${part.work}.`);
    const closing = `Các nhiệm vụ tại mục 1 và mục 3 hoàn thành ${early.words}; các nhiệm vụ còn lại hoàn thành ${late.words}.`;
    return {
      shape: 'items named by their numbers',
      text: `${body.join('\n')}\n${closing}`,
      tasks: parts.map((part, index) => ({ ...taskOf(part), due: (index % 2 === 0 ? early : late).due })),
    };
  },
  (setting) => {
    const [part] = pieces(setting, 1);
    if (part === undefined) throw new RangeError('One piece');
    const [first, second, third] = [1, 2, 3].map(() => dueFrom(setting.draw, setting.today));
    const works = [setting.draw(WORK), setting.draw(WORK), setting.draw(WORK)];
    const text = `Giao ${part.lead.words} ${works[0] ?? ''} ${first?.words ?? ''}, ${works[1] ?? ''} ${second?.words ?? ''} và ${works[2] ?? ''} ${third?.words ?? ''}.`;
    const due = [first, second, third].map((one) => one?.due ?? null);
    return {
      shape: 'one lead, several dates',
      text,
      tasks: due.map((day) => ({ lead: [part.lead.code], coordinating: [], due: day })),
    };
  },
  (setting) => {
    const rows = pieces(setting, 3, true).map((part) => ({ part, helper: pieces(setting, 1)[0]?.lead }));
    const bar = setting.draw(['\t', ' | ']);
    const header = ['STT', 'Nội dung', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời hạn'].join(bar);
    const body = rows.map(({ part, helper }, index) =>
      [
        String(index + 1),
        capitalized(part.work),
        part.lead.words,
        helper?.code === part.lead.code ? '' : (helper?.words ?? ''),
        part.due?.words ?? '',
      ].join(bar),
    );
    return {
      shape: 'table',
      text: [header, ...body].join('\n'),
      tasks: rows.map(({ part, helper }) => ({
        ...taskOf(part),
        coordinating: helper === undefined || helper.code === part.lead.code ? [] : [helper.code],
      })),
    };
  },
  (setting) => {
    const [part] = pieces(setting, 1, true);
    if (part === undefined) throw new RangeError('One piece');
    const text = `${setting.draw(OUTSIDERS)} ${setting.draw(['đề nghị', 'có công văn đề nghị', 'yêu cầu'])} Sở ${setting.draw(WORK)}; giao ${part.lead.words} ${withClause(part)}.`;
    return { shape: 'asked by others', text, tasks: [taskOf(part)] };
  },
  (setting) => {
    const [part, helper, other] = pieces(setting, 3, true);
    if (part === undefined || helper === undefined || other === undefined)
      throw new RangeError('Three pieces');
    const help = [helper.lead, other.lead];
    const text = setting.draw([
      `Giao ${part.lead.words} (chủ trì), ${joined(help)} (phối hợp) ${withClause(part)}.`,
      `Giao ${part.lead.words} chủ trì; các đơn vị phối hợp: ${joined(help)}; ${part.due?.clause ?? ''} ${part.due?.words ?? ''}.`,
      `${capitalized(part.lead.words)} lấy ý kiến của ${joined(help)}, hoàn thiện dự thảo, trình ký ${part.due?.words ?? ''}.`,
      `${capitalized(part.work)}: ${part.lead.words} chủ trì; phối hợp: ${joined(help)}; thời hạn: ${part.due?.words ?? ''}.`,
    ]);
    return { shape: 'parts', text, tasks: [{ ...taskOf(part), coordinating: help.map(({ code }) => code) }] };
  },
  (setting) => {
    const parts = pieces(setting, 2);
    const told = dateParts(addDays(setting.today, -12));
    const text = `I. KẾT QUẢ THỰC HIỆN\n1. Các phòng đã hoàn thành báo cáo ngày ${told.day}/${told.month}/${told.year}.\n2. ${capitalized(parts[0]?.lead.words ?? '')} đã triển khai đúng tiến độ.\nII. NHIỆM VỤ TRỌNG TÂM\n${parts
      .map((part, index) => `${index + 1}. Giao ${part.lead.words} ${withClause(part)}.`)
      .join('\n')}`;
    return { shape: 'told before ordered', text, tasks: parts.map(taskOf) };
  },
];
