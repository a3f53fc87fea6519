// The lines that "@bot quá hạn" offers, and what they say once they are sent.
import type { InlineQueryResultArticle } from 'grammy/types';
import type { Instant } from '../../domain/local-time.ts';
import { localDateOf } from '../../domain/local-time.ts';
import type { ReminderLine } from '../../domain/reminder-line.ts';
import type { Unit } from '../../domain/unit.ts';
import { contentLine } from './card.ts';
import { capitalize, clean, lines, shorten } from './compose.ts';
import { clockTime } from './dates.ts';
import { deadlineText } from './deadline.ts';
import { lastReportText, timeWords } from './status.ts';

const LONGEST_TITLE = 80;

/**
 * One task. How late it is stands in the description, which only the asker reads; what is sent names the task and its
 * deadline, and shows nobody up.
 */
export const inlineTask = (line: ReminderLine, now: Instant): InlineQueryResultArticle => {
  const { view } = line;
  const { task, unit, assignment, deadline } = view;
  const today = localDateOf(now);
  return {
    type: 'article',
    id: assignment.id,
    title: `Việc ${task.number} · ${shorten(capitalize(clean(task.content)), LONGEST_TITLE)}`,
    description: `${unit.shortName}, ${timeWords(line, today)}; ${lastReportText(view, today)}`,
    input_message_content: {
      message_text: lines(
        `📋 Việc ${task.number} · ${contentLine(view)}`,
        `${assignment.role === 'lead' ? 'Chủ trì' : 'Phối hợp'}: ${unit.shortName}`,
        `Hạn: ${deadlineText(deadline)}`,
      ).text,
      link_preview_options: { is_disabled: true },
    },
  };
};

const NOTHING = { overdue: 'không có việc quá hạn', due: 'không có việc đến hạn' } as const;

/** @param units whose tasks were looked for; `charge`: of those that the asker is in charge of; null: of the whole agency */
export const inlineNothing = (
  what: keyof typeof NOTHING,
  units: readonly Unit[] | 'charge' | null,
  now: Instant,
): InlineQueryResultArticle => {
  const whose =
    units === null
      ? 'toàn Sở'
      : units === 'charge'
        ? 'các đơn vị phụ trách'
        : units.map(({ shortName }) => shortName).join(', ');
  return {
    type: 'article',
    id: 'nothing',
    title: capitalize(NOTHING[what]),
    input_message_content: {
      message_text: `Đến ${clockTime(now)}: ${whose === '' ? '' : `${whose} `}${NOTHING[what]}.`,
    },
  };
};
