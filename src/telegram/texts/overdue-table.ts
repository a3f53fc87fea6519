// What is overdue as a table, for servers and apps that have them.
import type { InputRichBlock } from 'grammy/types';
import type { OverdueOverview } from '../../domain/answers.ts';
import { localDateOf } from '../../domain/local-time.ts';
import type { Unit } from '../../domain/unit.ts';
import type { RichContent } from '../transport/message.ts';
import { capitalize, clean, shorten } from './compose.ts';
import { shortMoment } from './dates.ts';

type Cell = Extract<InputRichBlock, { type: 'table' }>['cells'][number][number];

const LONGEST_CONTENT = 60;

const cell = (text: string, align: Cell['align'] = 'left'): Cell => ({ text, align, valign: 'top' });

const head = (text: string, colspan?: number): Cell => ({
  ...cell(text, colspan === undefined ? 'center' : 'left'),
  is_header: true,
  ...(colspan === undefined ? {} : { colspan }),
});

const COLUMNS = ['Việc', 'Nội dung', 'Hạn', 'Quá hạn (ngày làm việc)'] as const;

/** The lines of a page under the heading that the text has; where they stand unit by unit, each unit has a row of its own. */
export const overdueTable = (answer: OverdueOverview, heading: string): RichContent => {
  const today = localDateOf(answer.at);
  const isByUnit = answer.view.order === 'unit';
  let last: Unit['id'] | null = null;
  const rows = answer.lines.flatMap(({ view, workingDaysOverdue }) => {
    const { unit, task, deadline } = view;
    const isNew = isByUnit && unit.id !== last;
    last = unit.id;
    const content = shorten(capitalize(clean(task.content)), LONGEST_CONTENT);
    const due = deadline?.due ?? null;
    return [
      ...(isNew
        ? [[head(`${unit.shortName} (${answer.countByUnit.get(unit.id) ?? 0})`, COLUMNS.length)]]
        : []),
      [
        cell(String(task.number), 'right'),
        cell(isByUnit ? content : `${content} (${unit.shortName})`),
        cell(due === null ? '' : shortMoment(due, today), 'right'),
        cell(String(workingDaysOverdue), 'right'),
      ],
    ];
  });
  return [
    { type: 'heading', text: heading, size: 4 },
    {
      type: 'table',
      is_bordered: true,
      is_compact: true,
      cells: [COLUMNS.map((name) => head(name)), ...rows],
    },
  ];
};
