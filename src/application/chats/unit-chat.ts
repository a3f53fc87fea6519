import type { ChatAddress, ChatBinding } from '../../domain/chat.ts';
import type { Member } from '../../domain/member.ts';
import type { Unit } from '../../domain/unit.ts';
import type { ApplicationContext } from '../context.ts';

/** The private chat with a member; null until their Telegram account is known. */
export const privateChat = (member: Member | null | undefined): ChatAddress | null =>
  member?.telegramId == null ? null : { chatId: member.telegramId, threadId: null };

/** Where a unit hears from the bot: its bound chat, else its head in private; null where neither is there. */
export const chatOfUnit = async (app: ApplicationContext, unit: Unit): Promise<ChatAddress | null> => {
  const binding = await app.store.bindingOfUnit(unit.id);
  if (binding?.state === 'active') return { chatId: binding.chatId, threadId: binding.threadId };
  const members = await app.store.members(app.agencyId);
  return privateChat(members.find((member) => member.id === unit.headId));
};

/** Who can be written to, read once for many units. */
export interface Roster {
  readonly members: readonly Member[];
  readonly bindings: readonly ChatBinding[];
}

export const readRoster = async (app: Pick<ApplicationContext, 'agencyId' | 'store'>): Promise<Roster> => ({
  members: await app.store.members(app.agencyId),
  bindings: await app.store.bindings(app.agencyId),
});

/** The same as {@link chatOfUnit}, for units without number: each is looked up once. */
export const chatsOfUnits = ({ members, bindings }: Roster): ((unit: Unit) => ChatAddress | null) => {
  const boundTo = new Map(
    bindings
      .filter(({ state }) => state === 'active')
      .map(({ unitId, chatId, threadId }) => [unitId, { chatId, threadId }]),
  );
  const memberById = new Map(members.map((member) => [member.id, member]));
  return (unit) => boundTo.get(unit.id) ?? privateChat(memberById.get(unit.headId ?? ''));
};

/** The private chats of everyone in a role. */
export const chatsOfRole = async (
  app: ApplicationContext,
  role: Member['role'],
): Promise<readonly ChatAddress[]> =>
  (await app.store.members(app.agencyId))
    .filter((member) => member.role === role)
    .flatMap((member) => privateChat(member) ?? []);

/** The leaders who decide about a unit, as far as they have Telegram: the deputy in charge, else the directors. */
export const leadersInCharge = async (
  app: ApplicationContext,
  unit: Unit,
): Promise<readonly ChatAddress[]> => {
  const members = await app.store.members(app.agencyId);
  const deputy = privateChat(members.find((member) => member.id === unit.deputyId));
  return deputy ? [deputy] : chatsOfRole(app, 'director');
};

/**
 * Who decides about a unit: the deputy director in charge of it, else the director, else the secretaries; only people
 * whose Telegram account is known.
 */
export const chatsInCharge = async (app: ApplicationContext, unit: Unit): Promise<readonly ChatAddress[]> => {
  const leaders = await leadersInCharge(app, unit);
  return leaders.length > 0 ? leaders : chatsOfRole(app, 'secretary');
};
