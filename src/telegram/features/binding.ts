import { Composer } from 'grammy';
import { bindChat, unbindChat } from '../../application/chats/bind-chat.ts';
import type { BindOutcome, UnbindOutcome } from '../../application/chats/bind-chat.ts';
import { loseChat, moveChat, regainChat, renameChat } from '../../application/chats/chat-changes.ts';
import { findUnit } from '../../application/entering/find-unit.ts';
import { isAllowed } from '../../domain/authority.ts';
import type { Member } from '../../domain/member.ts';
import { answer, replaceMessage, toast } from '../transport/answer.ts';
import type { BotContext, MemberContext } from '../bot-context.ts';
import { addressOf, argumentOf, isPrivate, originOf } from '../bot-context.ts';
import { onButton } from '../buttons/buttons.ts';
import { unitOfButton } from '../buttons/binding-buttons.ts';
import type { FormattedMessage } from '../transport/message.ts';
import {
  alreadyBound,
  bindAsk,
  bindInGroup,
  bindUnknownUnit,
  boundText,
  introduction,
  notBoundHere,
  unboundText,
} from '../texts/binding.ts';
import { notAllowed } from '../texts/people.ts';
import { toastNotAllowed } from '../texts/toasts.ts';

/** Makes a group or topic the place of a unit. */
export const binding = new Composer<MemberContext>();

binding.command('gan', async (ctx) => {
  if (!isAllowed(ctx.member, 'bind_chat')) return answer(ctx, notAllowed());
  if (isPrivate(ctx)) return answer(ctx, bindInGroup());
  const units = (await ctx.app.store.units(ctx.app.agencyId)).filter((unit) => unit.isGroup !== true);
  const wanted = argumentOf(ctx);
  if (wanted === '') return answer(ctx, bindAsk(units, ctx.boundUnits));
  const unit = findUnit(wanted, units);
  if (unit === null) return answer(ctx, bindUnknownUnit(wanted, []));
  return answer(ctx, await bindAnswer(ctx, await bind(ctx, ctx.member, unit.id)));
});

onButton(binding, ['bind_page'], async (ctx, { offset }) => {
  if (!isAllowed(ctx.member, 'bind_chat')) return toast(ctx, toastNotAllowed());
  await toast(ctx);
  const units = await ctx.app.store.units(ctx.app.agencyId);
  await replaceMessage(ctx, ctx.msg?.message_id, bindAsk(units, ctx.boundUnits, offset));
});

onButton(binding, ['unbind_unit'], async (ctx, action) => {
  if (!isAllowed(ctx.member, 'bind_chat')) return toast(ctx, toastNotAllowed());
  const unit = unitOfButton(action, await ctx.app.store.units(ctx.app.agencyId));
  const outcome: UnbindOutcome =
    unit === undefined
      ? { kind: 'not_bound_here' }
      : await unbindChat(ctx.app, {
          ...addressOf(ctx),
          member: ctx.member,
          unitId: unit.id,
          origin: originOf(ctx),
        });
  await toast(ctx);
  await replaceMessage(ctx, ctx.msg?.message_id, unbindAnswer(outcome));
});

const unbindAnswer = (outcome: UnbindOutcome): FormattedMessage => {
  switch (outcome.kind) {
    case 'unbound':
      return unboundText(outcome.unit);
    case 'not_bound_here':
      return notBoundHere();
    case 'not_allowed':
      return notAllowed();
  }
};

onButton(binding, ['bind_unit'], async (ctx, action) => {
  if (!isAllowed(ctx.member, 'bind_chat')) return toast(ctx, toastNotAllowed());
  const unit = unitOfButton(action, await ctx.app.store.units(ctx.app.agencyId));
  const outcome: BindOutcome =
    unit && !isPrivate(ctx) ? await bind(ctx, ctx.member, unit.id) : { kind: 'unknown_unit' };
  await toast(ctx);
  await replaceMessage(ctx, ctx.msg?.message_id, await bindAnswer(ctx, outcome));
});

const bind = (
  ctx: BotContext,
  member: Member,
  unitId: string,
  origin = originOf(ctx),
): Promise<BindOutcome> =>
  bindChat(ctx.app, {
    ...addressOf(ctx),
    member,
    unitId,
    title: ctx.chat?.title ?? '',
    origin,
  });

const bindAnswer = async (ctx: BotContext, outcome: BindOutcome): Promise<FormattedMessage> => {
  switch (outcome.kind) {
    case 'bound':
      return boundText(outcome.unit, outcome.movedFrom, outcome.waiting, await hearsReactions(ctx));
    case 'already_bound':
      return alreadyBound(outcome.unit);
    case 'not_allowed':
      return notAllowed();
    case 'unknown_unit':
      return bindUnknownUnit('', []);
  }
};

/** Telegram tells a bot of reactions only where it is an administrator. Where it does not say, nothing is said of it. */
const hearsReactions = async (ctx: BotContext): Promise<boolean> => {
  try {
    const { status } = await ctx.api.getChatMember(ctx.chat?.id ?? 0, ctx.me.id);
    return status === 'administrator' || status === 'creator';
  } catch (error) {
    ctx.log.debug({ err: error }, 'The rights of the bot in a chat are not known');
    return true;
  }
};

/** What Telegram tells about the chats themselves; no member needs to act. */
export const chatEvents = new Composer<BotContext>();

// Both chats tell of the change; the old one knows the new id.
chatEvents.on('message:migrate_to_chat_id', (ctx) =>
  moveChat(ctx.app, ctx.chat.id, ctx.msg.migrate_to_chat_id),
);

chatEvents.on('message:new_chat_title', (ctx) => renameChat(ctx.app, ctx.chat.id, ctx.msg.new_chat_title));

/** What Telegram answers to whoever writes there. */
const BLOCKED = 'Forbidden: bot was blocked by the user';
const REMOVED = 'Forbidden: bot is not a member of the chat';
const MUTED = 'Bad Request: not enough rights to send text messages to the chat';

chatEvents.on('my_chat_member', async (ctx) => {
  const { new_chat_member: now, old_chat_member: before } = ctx.myChatMember;
  const isOut = now.status === 'left' || now.status === 'kicked';
  if (isOut) {
    await loseChat(ctx.app, ctx.chat.id, ctx.chat.type === 'private' ? BLOCKED : REMOVED);
    return;
  }
  // A person who unblocks the bot; a group that gives it its rights back.
  const isMuted = now.status === 'restricted' && !now.can_send_messages;
  const wasOut = before.status === 'left' || before.status === 'kicked';
  if (isMuted) {
    await loseChat(ctx.app, ctx.chat.id, MUTED);
    return;
  }
  if (ctx.chat.type === 'private' || !wasOut) return regainChat(ctx.app, ctx.chat.id);
  if (ctx.member === null) return;
  const mayBind = isAllowed(ctx.member, 'bind_chat');
  if (ctx.boundUnits.length === 0 || !mayBind) {
    return answer(ctx, introduction(mayBind ? await ctx.app.store.units(ctx.app.agencyId) : []));
  }
  await comeBack(ctx, ctx.member);
});

/** Whoever may bind the chat has let the bot in again: it is the place of its units as before. */
const comeBack = async (ctx: BotContext, member: Member): Promise<void> => {
  for (const unit of ctx.boundUnits) {
    // Only one commit can carry the update's id; binding again changes nothing.
    const outcome = await bind(ctx, member, unit.id, { updateId: undefined, source: null });
    const told: BindOutcome = outcome.kind === 'bound' ? { ...outcome, movedFrom: null } : outcome;
    await answer(ctx, await bindAnswer(ctx, told));
  }
};
