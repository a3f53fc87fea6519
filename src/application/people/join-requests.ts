// Someone whose account is unknown asks to be let in, and whoever knows them says who they are.
import { isAllowed, mayLink } from '../../domain/authority.ts';
import type { JoinRequest } from '../../domain/joining.ts';
import type { Member } from '../../domain/member.ts';
import type { Account } from './accounts.ts';
import { linkAccount } from './accounts.ts';
import type { ApplicationContext, Origin } from '../context.ts';
import { auditEvent, owe, whenOffice } from '../context.ts';
import { decideAndCommit, decideAs } from '../decide.ts';
import type { Decision } from '../decide.ts';
import { chatsOfRole } from '../chats/unit-chat.ts';

const DAY_MS = 86_400_000;
/** Whoever was turned down may ask again after a while: posts change. */
const SILENT_AFTER_REFUSAL_MS = 7 * DAY_MS;
/** More than an agency hires in a day: somebody plays. The administrators are not to be flooded. */
const MOST_A_DAY = 20;

export interface JoinCommand {
  readonly account: Account;
  readonly origin: Origin;
}

export interface JoinOutcome {
  /** `nobody_hears`: no administrator or secretary can be written to. */
  readonly kind: 'asked' | 'asked_before' | 'member_already' | 'turned_down' | 'too_many' | 'nobody_hears';
}

/** Asks the administrators, else the secretaries, to say who an account belongs to. */
export const askToJoin = (app: ApplicationContext, { account, origin }: JoinCommand): Promise<JoinOutcome> =>
  decideAndCommit(app, async (): Promise<Decision<JoinOutcome>> => {
    const outcome = (kind: JoinOutcome['kind']): Decision<JoinOutcome> => ({ plan: null, outcome: { kind } });
    const { store, agencyId } = app;
    const now = app.clock.now();
    if ((await store.memberByTelegramId(agencyId, account.telegramId)) !== null)
      return outcome('member_already');
    const earlier = await store.newestJoinRequest(agencyId, account.telegramId);
    if (earlier?.state === 'pending') return outcome('asked_before');
    const turnedDownAt = earlier?.state === 'refused' ? (earlier.decidedAt ?? 0) : 0;
    if (now < turnedDownAt + SILENT_AFTER_REFUSAL_MS) return outcome('turned_down');
    if ((await store.countJoinRequests(agencyId, now - DAY_MS)) >= MOST_A_DAY) return outcome('too_many');
    const deciders = await chatsOfDeciders(app);
    if (deciders.length === 0) return outcome('nobody_hears');
    const request: JoinRequest = {
      ...account,
      id: app.ids.next(),
      agencyId,
      askedAt: now,
      state: 'pending',
      memberId: null,
      decidedBy: null,
      decidedAt: null,
      version: 1,
    };
    const news = { about: 'join_requested', requestId: request.id } as const;
    return {
      plan: {
        changes: [{ op: 'insert', entity: 'joinRequest', row: request }],
        outbox: deciders.map((chat) =>
          owe(app, chat, { kind: 'people', news }, `join:${request.id}:${chat.chatId}`, whenOffice(app)),
        ),
        audit: [
          auditEvent(app, {
            action: 'join_requested',
            source: origin.source,
            after: { requestId: request.id, telegramId: account.telegramId },
          }),
        ],
        updateId: origin.updateId,
      },
      outcome: { kind: 'asked' },
    };
  });

const chatsOfDeciders = async (app: ApplicationContext): ReturnType<typeof chatsOfRole> => {
  const admins = await chatsOfRole(app, 'admin');
  return admins.length > 0 ? admins : chatsOfRole(app, 'secretary');
};

/**
 * Whom a stranger may turn out to be: whoever has no account yet and may be given one.
 * @param decider by whom; null: by those who are asked
 */
export const joinCandidates = async (
  app: ApplicationContext,
  decider: Member | null,
): Promise<readonly Member[]> => {
  const members = await app.store.members(app.agencyId);
  const asked = decider ?? (await firstOfDeciders(app, members));
  return members.filter((member) => member.telegramId === null && asked !== null && mayLink(asked, member));
};

/** One of those who are asked: they may all do the same. */
const firstOfDeciders = async (
  app: ApplicationContext,
  members: readonly Member[],
): Promise<Member | null> => {
  const [first] = await chatsOfDeciders(app);
  return members.find(({ telegramId }) => telegramId !== null && telegramId === first?.chatId) ?? null;
};

export interface JoinDecision {
  readonly member: Member;
  readonly requestId: string;
  /** Who it is; null where it is nobody of the agency. */
  readonly memberId: string | null;
  readonly origin: Origin;
}

export type JoinDecisionOutcome =
  /** `joined`: null where the asker was turned down. */
  | { readonly kind: 'decided'; readonly request: JoinRequest; readonly joined: Member | null }
  | { readonly kind: 'already_decided'; readonly request: JoinRequest }
  /** The member has got an account in the meantime. */
  | { readonly kind: 'taken'; readonly invitee: Member }
  | { readonly kind: 'not_allowed' | 'not_found' };

/** Says who a stranger is, or that they are nobody of the agency. The asker is told. */
export const decideJoin = (
  app: ApplicationContext,
  { member, requestId, memberId, origin }: JoinDecision,
): Promise<JoinDecisionOutcome> =>
  decideAs(app, member, async (actor): Promise<Decision<JoinDecisionOutcome>> => {
    const settled = (outcome: JoinDecisionOutcome): Decision<JoinDecisionOutcome> => ({
      plan: null,
      outcome,
    });
    if (!isAllowed(actor, 'link_members')) return settled({ kind: 'not_allowed' });
    const request = await app.store.joinRequest(requestId);
    if (request?.agencyId !== app.agencyId) return settled({ kind: 'not_found' });
    if (request.state !== 'pending') return settled({ kind: 'already_decided', request });
    const news = { about: 'join_decided', requestId } as const;
    const asker = { chatId: request.telegramId, threadId: null };
    const told = owe(app, asker, { kind: 'people', news }, `join_decided:${requestId}`, whenOffice(app));
    if (memberId === null) {
      const set = { state: 'refused', decidedBy: member.id, decidedAt: app.clock.now() } as const;
      return {
        plan: {
          changes: [
            { op: 'update', entity: 'joinRequest', id: requestId, expectedVersion: request.version, set },
          ],
          outbox: [told],
          audit: [
            auditEvent(app, {
              action: 'join_refused',
              actorId: member.id,
              source: origin.source,
              after: { requestId, telegramId: request.telegramId },
            }),
          ],
          updateId: origin.updateId,
        },
        outcome: { kind: 'decided', request: { ...request, ...set }, joined: null },
      };
    }
    const invitee = await app.store.memberRecord(memberId);
    if (invitee?.agencyId !== app.agencyId || !invitee.isListed) return settled({ kind: 'not_found' });
    if (!mayLink(actor, invitee)) return settled({ kind: 'not_allowed' });
    if (invitee.telegramId !== null) return settled({ kind: 'taken', invitee });
    const by = { actorId: member.id, source: origin.source, isInformed: true };
    const { changes, outbox, audit, member: joined } = await linkAccount(app, invitee, request, by);
    return {
      plan: { changes, outbox: [told, ...outbox], audit, updateId: origin.updateId },
      outcome: { kind: 'decided', request: { ...request, state: 'approved', memberId }, joined },
    };
  });
