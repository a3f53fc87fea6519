// The four cells by unit, for a week, a month or a quarter: a table where Telegram has them, lines elsewhere.
import type { InputRichBlock } from 'grammy/types';
import type { PeriodReport } from '../../domain/answers.ts';
import type { FourCells } from '../../domain/four-cells.ts';
import { dateParts, localDateOf } from '../../domain/local-time.ts';
import { periodReportKeyboard } from '../keyboards/list-keyboards.ts';
import { message } from '../transport/message.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { bold, lines, list, paragraphs } from './compose.ts';
import { clockTime, shortDate, weekdayDate } from './dates.ts';
import { cellWords } from './digest.ts';

const FORMER = 'Đơn vị trước đây';

export const periodReport = (report: PeriodReport): FormattedMessage => {
  const { units, total } = report;
  const keyboard = periodReportKeyboard(report);
  if (units.length === 0) return message(`${headingOf(report)}: chưa có nhiệm vụ nào.`, keyboard);
  const plain = message(
    paragraphs(
      bold(headingOf(report)),
      lines(...explanation(report), `Tổng: ${cellWords(total)}`),
      list({
        heading: 'Theo đơn vị',
        entries: units.map(({ unit, cells }) => lines(`${unit?.shortName ?? FORMER}: ${cellWords(cells)}`)),
      }),
    ),
    keyboard,
  );
  return { ...plain, rich: blocksOf(report) };
};

const headingOf = (report: PeriodReport): string =>
  `Tình hình nhiệm vụ ${periodWords(report)}${whoseWords(report)}`;

/** Whose work it is, where the asker can switch. */
const whoseWords = ({ scope, canSwitch }: PeriodReport): string => {
  if (scope === 'charge') return ', các đơn vị phụ trách';
  return canSwitch ? ', toàn Sở' : '';
};

const periodWords = ({ period, isPrevious, from, lastDay, at }: PeriodReport): string => {
  const today = localDateOf(at);
  const { month, year } = dateParts(from);
  switch (period) {
    case 'week':
      return isPrevious
        ? `tuần trước, từ ${shortDate(from, today)} đến ${shortDate(lastDay ?? today, today)}`
        : `tuần này, từ ${weekdayDate(from, today)}`;
    case 'month':
      return `tháng ${month}/${year}`;
    case 'quarter':
      return `quý ${['I', 'II', 'III', 'IV'][Math.floor((month - 1) / 3)] ?? ''}/${year}`;
  }
};

/** What is counted when: finished work in the period, open work now, or at the end of a period that is over. */
const explanation = ({ at, lastDay, total }: PeriodReport): string[] => [
  lastDay === null
    ? `Số liệu đến ${clockTime(at)}.`
    : `Số liệu đến hết ${weekdayDate(lastDay, localDateOf(at))}; sau ngày đó có thay đổi thì tính vào kỳ sau.`,
  ...(total.submitted === 0 ? [] : [`Đã báo xong hoặc đã trình, chờ xác nhận: ${total.submitted}.`]),
  ...(total.undated === 0 ? [] : [`Đang thực hiện, không có hạn: ${total.undated}.`]),
];

const COLUMNS: readonly { readonly name: string; readonly of: (cells: FourCells) => number }[] = [
  { name: 'Đúng hạn', of: ({ doneInTime }) => doneInTime },
  { name: 'Quá hạn', of: ({ doneLate }) => doneLate },
  { name: 'Trong hạn', of: ({ openInTime }) => openInTime },
  { name: 'Quá hạn', of: ({ openLate }) => openLate },
];

type Cell = Extract<InputRichBlock, { type: 'table' }>['cells'][number][number];

const head = (text: string, span: Partial<Pick<Cell, 'colspan' | 'rowspan'>> = {}): Cell => ({
  text,
  is_header: true,
  align: 'center',
  valign: 'middle',
  ...span,
});

const row = (name: string, cells: FourCells): Cell[] => [
  { text: name, align: 'left', valign: 'middle' },
  ...COLUMNS.map(({ of }): Cell => ({ text: String(of(cells)), align: 'right', valign: 'middle' })),
];

const blocksOf = (report: PeriodReport): readonly InputRichBlock[] => [
  { type: 'heading', text: headingOf(report), size: 4 },
  {
    type: 'table',
    is_bordered: true,
    is_compact: true,
    cells: [
      [
        head('Đơn vị', { rowspan: 2 }),
        head('Hoàn thành', { colspan: 2 }),
        head('Đang thực hiện', { colspan: 2 }),
      ],
      COLUMNS.map(({ name }) => head(name)),
      ...report.units.map(({ unit, cells }) => row(unit?.shortName ?? FORMER, cells)),
      row('Tổng', report.total),
    ],
  },
  ...explanation(report).map((text) => ({ type: 'paragraph', text }) as const),
];

/** /baocao with something else behind it than a period. */
export const periodReportHowTo = (): FormattedMessage =>
  message(
    'Sau /baocao là tuần, tháng hoặc quý, ví dụ /baocao tháng. Thêm “trước” để xem kỳ trước: /baocao tháng trước.',
  );
