import type { MessageSubject } from '../../domain/chat.ts';
import { isAllowed } from '../../domain/authority.ts';
import type { Unit } from '../../domain/unit.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import { answerPrivately } from '../transport/answer-privately.ts';
import { answer, answerAbout } from '../transport/answer.ts';
import type { MemberContext } from '../bot-context.ts';
import { isPrivate } from '../bot-context.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { taskNotFound, taskOfOthers } from '../texts/task.ts';

/** The units whose tasks are shown; null means the whole agency. */
export type Scope = readonly Unit[] | null;

/**
 * Whose tasks everyone gets to see here: in a group only the group's own, whoever asks; in private everything for those
 * who may, else the asker's own unit.
 */
export const scopeOf = async (ctx: MemberContext): Promise<Scope | 'unbound'> => {
  if (!isPrivate(ctx)) return ctx.boundUnits.length > 0 ? ctx.boundUnits : 'unbound';
  if (isAllowed(ctx.member, 'see_all_units')) return null;
  const units = await ctx.app.store.units(ctx.app.agencyId);
  return units.filter((unit) => unit.id === ctx.member.unitId);
};

/**
 * Whose tasks the answer to a command is about: a leader's is about all units wherever it is asked, and goes to the leader
 * alone. Only for what is answered by {@link answerAsker}.
 */
export const askerScopeOf = (ctx: MemberContext): Promise<Scope | 'unbound'> =>
  isForLeaderAlone(ctx) ? Promise.resolve(null) : scopeOf(ctx);

/** Answers whoever has asked: everyone in the chat reads it, but for what a leader asks in a group. */
export const answerAsker = (
  ctx: MemberContext,
  message: FormattedMessage,
  subject: MessageSubject | null,
): Promise<void> => {
  if (isForLeaderAlone(ctx)) return answerPrivately(ctx, message, subject);
  return subject === null ? answer(ctx, message) : answerAbout(ctx, message, subject);
};

/** Whether a command is answered to the asker alone: directors and their deputies ask about others' work, in front of others. */
export const isForLeaderAlone = (ctx: MemberContext): boolean =>
  !isPrivate(ctx) && isAllowed(ctx.member, 'decide_extension');

/** The task that a button names; null for what is gone, or another agency's: its number here is that of other work. */
export const viewOfButton = async (
  { app }: MemberContext,
  assignmentId: string,
): Promise<AssignmentView | null> => {
  const [view] = await app.store.assignmentViews([assignmentId]);
  return view?.task.agencyId === app.agencyId ? view : null;
};

/**
 * The parts of the task of a number, for a command that decides on it. In a group only the tasks of the group's own units
 * are spoken of, whoever asks. Null where there is none; the asker has been told.
 */
export const partsOfTask = async (
  ctx: MemberContext,
  number: number,
): Promise<readonly AssignmentView[] | null> => {
  const { store, agencyId } = ctx.app;
  const task = await store.taskByNumber(agencyId, number);
  const parts = task === null ? [] : await store.assignmentsOfTask(task.id);
  const views = await store.assignmentViews(parts.map(({ id }) => id));
  const isOfHere = views.some(({ unit }) => ctx.boundUnits.some(({ id }) => id === unit.id));
  if (views.length > 0 && (isPrivate(ctx) || isOfHere)) return views;
  await answer(ctx, views.length === 0 ? taskNotFound(number) : taskOfOthers(number));
  return null;
};
