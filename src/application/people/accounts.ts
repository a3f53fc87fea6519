import type { MessageSource } from '../../domain/chat.ts';
import type { Member, MemberRecord } from '../../domain/member.ts';
import { toldTo } from '../chats/announcement-to-head.ts';
import type { ApplicationContext } from '../context.ts';
import { auditEvent, owe, whenOffice } from '../context.ts';
import type { Plan, Update } from '../plan.ts';
import { chatsOfRole } from '../chats/unit-chat.ts';

/** A person's account, as Telegram shows it. */
export interface Account {
  readonly telegramId: number;
  readonly name: string;
  /** Without "@". */
  readonly username: string | null;
}

/** "Hứa Ngọc Trâm (@tram)": how an account calls itself. */
export const accountName = ({ name, username }: Pick<Account, 'name' | 'username'>): string =>
  username === null ? name : `${name} (@${username})`;

interface Linked extends Pick<Plan, 'changes' | 'outbox' | 'audit'> {
  readonly member: Member;
}

/**
 * Makes an account that of a member: a request of its own is answered by it, the administrators and whoever brought it
 * about are told, and a head hears of the tasks that nobody could be told of.
 * @param by who brought it about; `isInformed` where they need not be told
 */
export const linkAccount = async (
  app: ApplicationContext,
  invitee: MemberRecord,
  account: Account,
  by: {
    readonly actorId: string | null;
    readonly source: MessageSource | null;
    readonly isInformed: boolean;
  },
): Promise<Linked> => {
  const now = app.clock.now();
  const { isListed, declared: _declared, leftAt, version, ...member } = invitee;
  const linked: Member = { ...member, telegramId: account.telegramId };
  const asked = await app.store.newestJoinRequest(app.agencyId, account.telegramId);
  const answered: readonly Update[] =
    asked?.state === 'pending'
      ? [
          {
            op: 'update',
            entity: 'joinRequest',
            id: asked.id,
            expectedVersion: asked.version,
            set: { state: 'approved', memberId: invitee.id, decidedBy: by.actorId, decidedAt: now },
          },
        ]
      : [];
  const news = {
    about: 'linked',
    memberId: invitee.id,
    account: accountName(account),
    isAnother: invitee.telegramId !== null && invitee.telegramId !== account.telegramId,
  } as const;
  const concerned = new Set((await chatsOfRole(app, 'admin')).map(({ chatId }) => chatId));
  const actor = (await app.store.members(app.agencyId)).find(({ id }) => id === by.actorId);
  if (actor?.telegramId != null) {
    if (by.isInformed) concerned.delete(actor.telegramId);
    else concerned.add(actor.telegramId);
  }
  concerned.delete(account.telegramId);
  return {
    member: linked,
    changes: [
      {
        op: 'update',
        entity: 'member',
        id: invitee.id,
        expectedVersion: version,
        set: { telegramId: account.telegramId, isListed: true, leftAt: null },
      },
      ...answered,
    ],
    outbox: [
      ...[...concerned].map((chatId) =>
        owe(
          app,
          { chatId, threadId: null },
          { kind: 'people', news },
          `linked:${invitee.id}:${version}:${chatId}`,
          whenOffice(app),
        ),
      ),
      ...(await toldTo(app, linked)),
    ],
    audit: [
      auditEvent(app, {
        action: 'member_linked',
        actorId: by.actorId,
        source: by.source,
        before: { memberId: invitee.id, telegramId: invitee.telegramId, hadLeft: leftAt !== null, isListed },
        after: { memberId: invitee.id, telegramId: account.telegramId },
      }),
    ],
  };
};
