// One-time links: a member is told apart from everyone else by a code that only they were given.
import { createHash, randomBytes } from 'node:crypto';
import { isAllowed, mayLink } from '../../domain/authority.ts';
import type { Invitation } from '../../domain/joining.ts';
import type { Instant } from '../../domain/local-time.ts';
import type { Member, MemberRecord } from '../../domain/member.ts';
import type { Account } from './accounts.ts';
import { linkAccount } from './accounts.ts';
import type { ApplicationContext, Origin } from '../context.ts';
import { auditEvent } from '../context.ts';
import { decideAndCommit, decideAs } from '../decide.ts';
import type { Decision } from '../decide.ts';
import type { Plan } from '../plan.ts';

const HOUR_MS = 3_600_000;
const VALID_FOR_MS = 48 * HOUR_MS;
/** As much as no amount of guessing finds. */
const CODE_BYTES = 16;

/** A code as it stands in a link: 22 letters, digits, "-" and "_". */
const newCode = (): string => randomBytes(CODE_BYTES).toString('base64url');

/** What is kept of a code. It is random and long, so that a plain digest of it cannot be undone. */
const hashOfCode = (code: string): string => createHash('sha256').update(code).digest('hex');

export interface InvitationCommand {
  readonly member: Member;
  /** Whom the link is for. */
  readonly memberId: string;
  readonly origin: Origin;
}

export type InvitationOutcome =
  | { readonly kind: 'made'; readonly code: string; readonly expiresAt: Instant; readonly invitee: Member }
  | { readonly kind: 'not_allowed' }
  | { readonly kind: 'unknown_member' };

/** Makes a link for one member; an earlier one that has not been used is worth nothing from then on. */
export const invite = (
  app: ApplicationContext,
  { member, memberId, origin }: InvitationCommand,
): Promise<InvitationOutcome> =>
  decideAs(app, member, async (actor): Promise<Decision<InvitationOutcome>> => {
    if (!isAllowed(actor, 'link_members')) return { plan: null, outcome: { kind: 'not_allowed' } };
    const invitee = await invitable(app, memberId);
    if (invitee === null) return { plan: null, outcome: { kind: 'unknown_member' } };
    if (!mayLink(actor, invitee)) return { plan: null, outcome: { kind: 'not_allowed' } };
    const code = newCode();
    return {
      plan: await planInvitation(app, invitee, member.id, code, origin),
      outcome: { kind: 'made', code, expiresAt: app.clock.now() + VALID_FOR_MS, invitee },
    };
  });

/** What making a link needs; the set-up has no more. */
type InvitationContext = Pick<ApplicationContext, 'agencyId' | 'store' | 'clock' | 'ids'>;

/** The link by which the first administrator becomes known, for whoever sets the bot up. Null where one is known already. */
export const inviteFirstAdministrator = async (
  app: InvitationContext,
): Promise<{ readonly code: string; readonly expiresAt: Instant; readonly invitee: Member } | null> => {
  const members = await app.store.members(app.agencyId);
  const administrators = members.filter(({ role }) => role === 'admin');
  // An office may do without: then its secretaries let people in.
  const able =
    administrators.length > 0 ? administrators : members.filter(({ role }) => role === 'secretary');
  const [invitee] = able;
  if (invitee === undefined || able.some(({ telegramId }) => telegramId !== null)) return null;
  const code = newCode();
  await app.store.commit(
    await planInvitation(app, invitee, null, code, { source: null, updateId: undefined }),
  );
  return { code, expiresAt: app.clock.now() + VALID_FOR_MS, invitee };
};

/** The rows of a link that is made now. @param createdBy null for the set-up */
const planInvitation = async (
  app: InvitationContext,
  invitee: Pick<Member, 'id' | 'agencyId'>,
  createdBy: string | null,
  code: string,
  { source, updateId }: Origin,
): Promise<Plan> => {
  const now = app.clock.now();
  const earlier = await app.store.openInvitation(invitee.id);
  const row: Invitation = {
    id: app.ids.next(),
    agencyId: invitee.agencyId,
    memberId: invitee.id,
    codeHash: hashOfCode(code),
    createdBy,
    createdAt: now,
    expiresAt: now + VALID_FOR_MS,
    state: 'open',
    usedAt: null,
    usedBy: null,
    version: 1,
  };
  return {
    changes: [
      ...(earlier === null
        ? []
        : [
            {
              op: 'update',
              entity: 'invitation',
              id: earlier.id,
              expectedVersion: earlier.version,
              set: { state: 'withdrawn' },
            } as const,
          ]),
      { op: 'insert', entity: 'invitation', row },
    ],
    outbox: [],
    audit: [
      auditEvent(app, {
        action: 'member_invited',
        actorId: createdBy,
        source,
        after: { memberId: invitee.id },
      }),
    ],
    updateId,
  };
};

/** Whoever the agency knows, and whoever has left and is wanted back. */
const invitable = async (app: ApplicationContext, memberId: string): Promise<MemberRecord | null> => {
  const record = await app.store.memberRecord(memberId);
  const isKnown = record?.agencyId === app.agencyId && (record.isListed || record.leftAt !== null);
  return isKnown ? record : null;
};

export interface Redemption {
  readonly code: string;
  readonly account: Account;
  readonly origin: Origin;
}

export type RedemptionOutcome =
  | { readonly kind: 'linked'; readonly member: Member }
  /** This account has used it before. */
  | { readonly kind: 'already_linked'; readonly member: Member }
  /** The account is another member's. */
  | { readonly kind: 'of_another'; readonly member: Member; readonly invitee: Member }
  | { readonly kind: 'used' | 'expired' | 'withdrawn' | 'other_agency' | 'unknown' };

/** Ties the account that opened a link to the member whom it was made for. */
export const redeem = (
  app: ApplicationContext,
  { code, account, origin }: Redemption,
): Promise<RedemptionOutcome> =>
  decideAndCommit(app, async (): Promise<Decision<RedemptionOutcome>> => {
    const settled = (outcome: RedemptionOutcome): Decision<RedemptionOutcome> => ({ plan: null, outcome });
    const invitation = await app.store.invitationByCode(hashOfCode(code));
    if (invitation === null) return settled({ kind: 'unknown' });
    if (invitation.agencyId !== app.agencyId) return settled({ kind: 'other_agency' });
    const invitee = await invitable(app, invitation.memberId);
    if (invitee === null) return settled({ kind: 'unknown' });
    const present = await app.store.memberByTelegramId(app.agencyId, account.telegramId);
    if (invitation.state === 'used') {
      const isTheirs = invitation.usedBy === account.telegramId && present?.id === invitee.id;
      return settled(isTheirs ? { kind: 'already_linked', member: present } : { kind: 'used' });
    }
    if (invitation.state === 'withdrawn') return settled({ kind: 'withdrawn' });
    if (app.clock.now() >= invitation.expiresAt) return settled({ kind: 'expired' });
    if (present !== null && present.id !== invitee.id) {
      return settled({ kind: 'of_another', member: present, invitee });
    }
    const { changes, outbox, audit, member } = await linkAccount(app, invitee, account, {
      actorId: invitation.createdBy,
      source: null,
      isInformed: false,
    });
    return {
      plan: {
        changes: [
          {
            op: 'update',
            entity: 'invitation',
            id: invitation.id,
            expectedVersion: invitation.version,
            set: { state: 'used', usedAt: app.clock.now(), usedBy: account.telegramId },
          },
          ...changes,
        ],
        outbox,
        audit,
        updateId: origin.updateId,
      },
      outcome: { kind: 'linked', member },
    };
  });
