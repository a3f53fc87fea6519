// Who leaves, and who does something else from now on. What config/agency.yaml says otherwise afterwards is newer.
import { isAllowed } from '../../domain/authority.ts';
import type { Member, MemberRecord, Role } from '../../domain/member.ts';
import type { LeftBehind } from '../../domain/people-news.ts';
import type { Unit } from '../../domain/unit.ts';
import type { ApplicationContext, Origin } from '../context.ts';
import { auditEvent, owe, whenOffice } from '../context.ts';
import { decideAs } from '../decide.ts';
import type { Decision } from '../decide.ts';
import type { Posts } from './left-behind.ts';
import { extensionsOf, leftBehind, postsOf } from './left-behind.ts';
import type { Plan, Update } from '../plan.ts';
import { chatsInCharge, chatsOfRole, privateChat } from '../chats/unit-chat.ts';

/** Roles without which nobody could enter tasks, or let people in. */
const NEVER_EMPTY: readonly Role[] = ['admin', 'secretary'];

export interface LeaveCommand {
  readonly member: Member;
  /** Who leaves. */
  readonly memberId: string;
  readonly origin: Origin;
}

type Refusal =
  | { readonly kind: 'not_allowed' | 'unknown_member' }
  /** Nobody else has the role, without which the agency cannot work. */
  | { readonly kind: 'last_of_role'; readonly target: Member };

export type LeaveOutcome =
  Refusal | { readonly kind: 'left'; readonly target: Member; readonly leftBehind: LeftBehind };

/**
 * Takes a person off the list: their account is a stranger's from this moment on. What waited for them goes to whoever is
 * next; the secretaries are told what is to be handed over.
 */
export const leave = (
  app: ApplicationContext,
  { member, memberId, origin }: LeaveCommand,
): Promise<LeaveOutcome> =>
  decideAs(app, member, async (actor): Promise<Decision<LeaveOutcome>> => {
    const found = await findTarget(app, actor, memberId);
    if ('kind' in found) return { plan: null, outcome: found };
    const { target } = found;
    if (await isLastOfRole(app, target)) {
      return { plan: null, outcome: { kind: 'last_of_role', target } };
    }
    const posts = await postsOf(app, memberId);
    const open = await app.store.openInvitation(memberId);
    const news = {
      about: 'left',
      memberId,
      headed: posts.headed.map(({ id }) => id),
      inCharge: posts.inCharge.map(({ id }) => id),
    } as const;
    const secretaries = (await chatsOfRole(app, 'secretary')).filter(
      ({ chatId }) => chatId !== target.telegramId && chatId !== member.telegramId,
    );
    // Whoever takes themselves off the list knows.
    const own = memberId === member.id ? null : privateChat(target);
    const farewell = { about: 'farewell', memberId } as const;
    return {
      plan: {
        changes: [
          {
            op: 'update',
            entity: 'member',
            id: memberId,
            expectedVersion: target.version,
            set: { isListed: false, leftAt: app.clock.now(), telegramId: null },
          },
          ...(open === null
            ? []
            : [
                {
                  op: 'update',
                  entity: 'invitation',
                  id: open.id,
                  expectedVersion: open.version,
                  set: { state: 'withdrawn' },
                } as const,
              ]),
          ...(await vacate(app, posts)),
        ],
        outbox: [
          ...secretaries.map((chat) =>
            owe(
              app,
              chat,
              { kind: 'people', news },
              `left:${memberId}:${target.version}:${chat.chatId}`,
              whenOffice(app),
            ),
          ),
          ...(own === null
            ? []
            : [
                owe(
                  app,
                  own,
                  { kind: 'people', news: farewell },
                  `farewell:${memberId}:${target.version}`,
                  whenOffice(app),
                ),
              ]),
          ...(await passOn(app, posts.inCharge)),
        ],
        audit: [
          auditEvent(app, {
            action: 'member_left',
            actorId: member.id,
            source: origin.source,
            before: { memberId, role: target.role, unitId: target.unitId, telegramId: target.telegramId },
            after: { memberId, headed: news.headed, inCharge: news.inCharge },
          }),
        ],
        updateId: origin.updateId,
      },
      outcome: { kind: 'left', target, leftBehind: await leftBehind(app, memberId, posts) },
    };
  });

export interface RoleCommand {
  readonly member: Member;
  readonly memberId: string;
  readonly role: Role;
  /** Needed for heads and staff; directors and deputies have none, others keep theirs. */
  readonly unitId: string | null;
  readonly origin: Origin;
}

export type RoleOutcome =
  | Refusal
  | { readonly kind: 'unchanged'; readonly target: Member }
  | { readonly kind: 'unit_needed'; readonly target: Member }
  | {
      readonly kind: 'changed';
      /** As they are now. */
      readonly target: Member;
      readonly unit: Unit | null;
      /** Who headed the unit until now. */
      readonly predecessor: Member | null;
      readonly leftBehind: LeftBehind;
    };

/**
 * Gives a person another role, or another unit. A new head takes the place of the old one, and the form of address that
 * goes with the post; whatever posts they held before are vacant.
 */
export const changeRole = (app: ApplicationContext, command: RoleCommand): Promise<RoleOutcome> =>
  decideAs(app, command.member, async (actor): Promise<Decision<RoleOutcome>> => {
    const { member, memberId, role, origin } = command;
    const found = await findTarget(app, actor, memberId);
    if ('kind' in found) return { plan: null, outcome: found };
    const { target } = found;
    const units = await app.store.units(app.agencyId);
    const isOfUnit = role === 'unit_head' || role === 'staff';
    const unit = units.find(({ id, isGroup }) => id === command.unitId && isGroup !== true) ?? null;
    if (isOfUnit && unit === null) return { plan: null, outcome: { kind: 'unit_needed', target } };
    const isLeader = role === 'director' || role === 'deputy';
    const unitId = isOfUnit ? (unit?.id ?? null) : isLeader ? null : target.unitId;
    const heads = role === 'unit_head' ? unit : null;
    if (target.role === role && target.unitId === unitId && (heads === null || heads.headId === memberId)) {
      return { plan: null, outcome: { kind: 'unchanged', target } };
    }
    if (role !== target.role && (await isLastOfRole(app, target))) {
      return { plan: null, outcome: { kind: 'last_of_role', target } };
    }
    const members = await app.store.members(app.agencyId);
    const predecessor =
      members.find(({ id }) => heads !== null && id === heads.headId && id !== memberId) ?? null;
    const held = await postsOf(app, memberId);
    const posts: Posts = {
      headed: held.headed.filter(({ id }) => id !== heads?.id),
      inCharge: role === 'deputy' ? [] : held.inCharge,
    };
    const title = titleAfter(target, predecessor);
    const set = { role, unitId, title };
    return {
      plan: {
        changes: [
          { op: 'update', entity: 'member', id: memberId, expectedVersion: target.version, set },
          ...(await vacate(app, posts)),
          ...(heads === null ? [] : await appoint(app, heads.id, memberId)),
        ],
        outbox: await passOn(app, posts.inCharge),
        audit: [
          auditEvent(app, {
            action: 'member_changed',
            actorId: member.id,
            source: origin.source,
            before: { memberId, role: target.role, unitId: target.unitId },
            after: { memberId, role, unitId },
          }),
        ],
        updateId: origin.updateId,
      },
      outcome: {
        kind: 'changed',
        target: { ...target, ...set },
        unit: units.find(({ id }) => id === unitId) ?? null,
        predecessor,
        leftBehind: await leftBehind(app, memberId, posts),
      },
    };
  });

/** A post has its form of address, unless that names its holder; else people are called by their name. */
const titleAfter = ({ name }: Member, predecessor: Member | null): string =>
  predecessor !== null && !predecessor.title.includes(predecessor.name)
    ? predecessor.title
    : `đồng chí ${name}`;

const findTarget = async (
  app: ApplicationContext,
  actor: Member,
  memberId: string,
): Promise<
  { readonly target: MemberRecord } | Extract<Refusal, { kind: 'not_allowed' | 'unknown_member' }>
> => {
  if (!isAllowed(actor, 'change_members')) return { kind: 'not_allowed' };
  const target = await app.store.memberRecord(memberId);
  return target?.agencyId === app.agencyId && target.isListed ? { target } : { kind: 'unknown_member' };
};

const isLastOfRole = async (app: ApplicationContext, target: Member): Promise<boolean> =>
  NEVER_EMPTY.includes(target.role) &&
  (await app.store.members(app.agencyId)).every(({ id, role }) => role !== target.role || id === target.id);

/** Leaves posts without a holder. */
const vacate = async (app: ApplicationContext, { headed, inCharge }: Posts): Promise<Update[]> => {
  const changes: Update[] = [];
  for (const unitId of new Set([...headed, ...inCharge].map(({ id }) => id))) {
    const post = await app.store.unitPost(unitId);
    if (post === null) continue;
    const set = {
      ...(headed.some(({ id }) => id === unitId) ? { headId: null } : {}),
      ...(inCharge.some(({ id }) => id === unitId) ? { deputyId: null } : {}),
    };
    changes.push({ op: 'update', entity: 'unit', id: unitId, expectedVersion: post.version, set });
  }
  return changes;
};

const appoint = async (app: ApplicationContext, unitId: string, headId: string): Promise<Update[]> => {
  const post = await app.store.unitPost(unitId);
  return post === null
    ? []
    : [{ op: 'update', entity: 'unit', id: unitId, expectedVersion: post.version, set: { headId } }];
};

/** Extensions that waited for a deputy director wait for whoever is in charge without them. */
const passOn = async (app: ApplicationContext, units: readonly Unit[]): Promise<Plan['outbox']> => {
  const owed = [];
  for (const { unit, pendingExtension } of units.length === 0 ? [] : await extensionsOf(app, units)) {
    if (pendingExtension === null) continue;
    const request = { kind: 'extension_requested', requestId: pendingExtension.id } as const;
    for (const chat of await chatsInCharge(app, { ...unit, deputyId: null })) {
      owed.push(owe(app, chat, request, `extension:${pendingExtension.id}:${chat.chatId}`, whenOffice(app)));
    }
  }
  return owed;
};
