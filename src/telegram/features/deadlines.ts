import { Composer } from 'grammy';
import { undatedWeek } from '../../application/composing/compose-digest.ts';
import { setDeadlines, understandWishes } from '../../application/deciding/set-deadlines.ts';
import type { SetDeadlinesCommand } from '../../application/deciding/set-deadlines.ts';
import { isAllowed } from '../../domain/authority.ts';
import { localDateOf } from '../../domain/local-time.ts';
import type { LocalDate } from '../../domain/local-time.ts';
import { answer, answerAbout, toast } from '../transport/answer.ts';
import { askForDay } from '../ask-for-day.ts';
import type { MemberContext } from '../bot-context.ts';
import { argumentOf, isPrivate, originOf } from '../bot-context.ts';
import { onButton } from '../buttons/buttons.ts';
import {
  deadlineHowTo,
  deadlinePrompt,
  deadlinesSet,
  noneUndated,
  undatedOnlyInPrivate,
} from '../texts/deadline-answers.ts';
import { digestText } from '../texts/digest.ts';
import { notAllowed } from '../texts/people.ts';
import { taskGone } from '../texts/task.ts';
import { toastNotAllowed, toastStale } from '../texts/toasts.ts';
import { partsOfTask } from './scope.ts';

/** Gives tasks the deadlines that are missing: /han 23 30/4, a button, or a reply to a list of them. */
export const deadlines = new Composer<MemberContext>();

deadlines.command('han', async (ctx) => {
  if (!isAllowed(ctx.member, 'enter_tasks')) return answer(ctx, notAllowed());
  const words = argumentOf(ctx);
  if (words === '') return showUndated(ctx);
  const written = understandWishes(words);
  if (written === null) return answer(ctx, deadlineHowTo(todayOf(ctx)));
  for (const { number } of written.wishes) {
    if (!isPrivate(ctx) && (await partsOfTask(ctx, number)) === null) return;
  }
  return take(ctx, written.wishes);
});

/**
 * In private the secretary writes it without replying, as people do: "23 hạn 30/4", and nothing else in the message. An
 * edit sets it right.
 */
export const typedDeadlines = new Composer<MemberContext>();

typedDeadlines.on(['message:text', 'edited_message:text'], async (ctx, next) => {
  if (!isPrivate(ctx) || ctx.msg.reply_to_message !== undefined) return next();
  const written = understandWishes(ctx.msg.text);
  if (written?.isPlain !== true || !isAllowed(ctx.member, 'enter_tasks')) return next();
  return take(ctx, written.wishes);
});

onButton(deadlines, ['set_deadline'], async (ctx, { assignmentId }) => {
  const [view] = await ctx.app.store.assignmentViews([assignmentId]);
  if (!isAllowed(ctx.member, 'enter_tasks', view?.unit)) return toast(ctx, toastNotAllowed());
  if (view === undefined) return toast(ctx, toastStale());
  await toast(ctx);
  return askForDay(ctx, deadlinePrompt(view, todayOf(ctx)), { ask: 'task_deadline', assignmentId });
});

/** The answer to "cần xong khi nào?". */
export const takeTaskDeadline = async (
  ctx: MemberContext,
  assignmentId: string,
  words: string,
): Promise<void> => {
  const [view] = await ctx.app.store.assignmentViews([assignmentId]);
  if (view === undefined) return answer(ctx, taskGone());
  if (!isAllowed(ctx.member, 'enter_tasks', view.unit)) return answer(ctx, notAllowed());
  return take(ctx, [{ number: view.task.number, words }]);
};

/** A reply to a list that asks for deadlines: "23 hạn 30/4". False where it is something else ("23 xong"). */
export const takeDeadlines = async (ctx: MemberContext, text: string): Promise<boolean> => {
  const written = understandWishes(text);
  if (written === null || !isAllowed(ctx.member, 'enter_tasks')) return false;
  const outcomes = await set(ctx, written.wishes);
  // "23 xong hôm qua" reports.
  const isSomethingElse =
    !written.namesDeadline && outcomes.every(({ kind }) => kind === 'unclear' || kind === 'past');
  if (isSomethingElse) return false;
  await tell(ctx, outcomes);
  return true;
};

type Wishes = SetDeadlinesCommand['wishes'];

const take = async (ctx: MemberContext, wishes: Wishes): Promise<void> => tell(ctx, await set(ctx, wishes));

const set = (ctx: MemberContext, wishes: Wishes): ReturnType<typeof setDeadlines> =>
  setDeadlines(ctx.app, {
    member: ctx.member,
    wishes,
    writtenAt: (ctx.msg?.edit_date ?? ctx.msg?.date ?? 0) * 1_000,
    origin: originOf(ctx),
  });

const tell = (ctx: MemberContext, outcomes: Awaited<ReturnType<typeof setDeadlines>>): Promise<void> =>
  answer(ctx, deadlinesSet(outcomes, todayOf(ctx)));

const showUndated = async (ctx: MemberContext): Promise<void> => {
  if (!isPrivate(ctx)) return answer(ctx, undatedOnlyInPrivate());
  const undated = await undatedWeek(ctx.app);
  if (undated === null) return answer(ctx, noneUndated());
  return answerAbout(ctx, digestText(undated), { kind: 'prompt', prompt: { ask: 'task_deadlines' } });
};

const todayOf = (ctx: MemberContext): LocalDate => localDateOf(ctx.app.clock.now());
