// What is due today, this week, in the next two weeks.
import type { WorkListAnswer } from '../../domain/answers.ts';
import { localDateOf } from '../../domain/local-time.ts';
import type { OverdueScope } from '../../domain/overdue-view.ts';
import { workListKeyboard } from '../keyboards/list-keyboards.ts';
import { message } from '../transport/message.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { bold, capitalize, lines, list, paragraphs } from './compose.ts';
import { weekdayDate } from './dates.ts';
import { openTaskLines } from './task.ts';

/** Whose tasks are listed, and whether the asker can switch between those in their charge and all. */
export interface ListScope {
  readonly scope: OverdueScope;
  readonly canSwitch: boolean;
}

/** A page of the list; what is late already is counted below it, and listed by /quahan. */
export const workList = (answer: WorkListAnswer, { scope, canSwitch }: ListScope): FormattedMessage => {
  const { at, total, lines: shown, offset, pageSize, overdueCount } = answer;
  const today = localDateOf(at);
  const units = new Set(shown.map(({ view }) => view.unit.shortName));
  const namesUnits = units.size > 1 || total > shown.length;
  const pages = total > pageSize ? ` (${offset + 1}–${offset + shown.length})` : '';
  const whose = !canSwitch ? null : scope === 'charge' ? 'các đơn vị phụ trách' : 'toàn Sở';
  const what = `việc ${dueWhen(answer)}`;
  return message(
    paragraphs(
      total === 0
        ? capitalize(`${whose === null ? '' : `${whose} `}không có ${what}.`)
        : bold(`📋 ${opening(namesUnits ? whose : [...units].join())}${total} ${what}${pages}`),
      list({ heading: null, entries: shown.map((line) => openTaskLines(line, today, namesUnits)) }),
      lines(
        overdueCount === 0 ? null : `Ngoài ra có ${overdueCount} việc quá hạn: /quahan.`,
        total === 0 ? null : 'Bấm số để xem từng việc.',
      ),
    ),
    workListKeyboard(answer, scope, canSwitch),
  );
};

const opening = (whose: string | null): string => (whose === null ? '' : `${capitalize(whose)}: `);

/** "đến hạn trong tuần, đến hết thứ Sáu, 18/4" */
const dueWhen = ({ at, period, lastWorkingDay }: WorkListAnswer): string => {
  const today = localDateOf(at);
  switch (period) {
    case 'today':
      return `đến hạn hôm nay, ${weekdayDate(today, today)}`;
    case 'week':
      return `đến hạn trong tuần, đến hết ${weekdayDate(lastWorkingDay, today)}`;
    case 'ahead':
      return `sắp đến hạn, từ nay đến hết ${weekdayDate(lastWorkingDay, today)}`;
  }
};
