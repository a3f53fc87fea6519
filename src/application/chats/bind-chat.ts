import { isAllowed } from '../../domain/authority.ts';
import type { ChatAddress, ChatBinding } from '../../domain/chat.ts';
import type { Member } from '../../domain/member.ts';
import type { Unit } from '../../domain/unit.ts';
import { announcementsOf } from './announcement.ts';
import { regainChat } from './chat-changes.ts';
import type { ApplicationContext, Origin } from '../context.ts';
import { auditEvent } from '../context.ts';
import { decideAs } from '../decide.ts';
import type { Decision } from '../decide.ts';

export interface BindCommand extends ChatAddress {
  readonly member: Member;
  readonly unitId: string;
  readonly title: string;
  readonly origin: Origin;
}

export type BindOutcome =
  | {
      readonly kind: 'bound';
      readonly unit: Unit;
      readonly movedFrom: string | null;
      readonly waiting: number;
    }
  | { readonly kind: 'already_bound'; readonly unit: Unit }
  | { readonly kind: 'not_allowed' }
  | { readonly kind: 'unknown_unit' };

/** Makes a chat or topic the place where a unit hears from the bot. Tasks the unit has not been told of are announced there. */
export const bindChat = async (app: ApplicationContext, command: BindCommand): Promise<BindOutcome> => {
  const outcome = await decideBinding(app, command);
  if (outcome.kind === 'bound') await regainChat(app, command.chatId);
  return outcome;
};

export interface UnbindCommand extends ChatAddress {
  readonly member: Member;
  readonly unitId: string;
  readonly origin: Origin;
}

export type UnbindOutcome =
  | { readonly kind: 'unbound'; readonly unit: Unit }
  /** The unit hears elsewhere, or nowhere, already. */
  | { readonly kind: 'not_bound_here' }
  | { readonly kind: 'not_allowed' };

/** Ends that a unit hears in a chat or topic. What waits to be said there is said to its head, or when it has a chat again. */
export const unbindChat = (app: ApplicationContext, command: UnbindCommand): Promise<UnbindOutcome> =>
  decideAs(app, command.member, async (actor): Promise<Decision<UnbindOutcome>> => {
    const { member, chatId, threadId, unitId, origin } = command;
    if (!isAllowed(actor, 'bind_chat')) return { plan: null, outcome: { kind: 'not_allowed' } };
    const unit = (await app.store.units(app.agencyId)).find(({ id }) => id === unitId);
    const bound = unit === undefined ? null : await app.store.bindingOfUnit(unit.id);
    if (unit === undefined || bound?.chatId !== chatId || bound.threadId !== threadId) {
      return { plan: null, outcome: { kind: 'not_bound_here' } };
    }
    return {
      plan: {
        changes: [{ op: 'delete', entity: 'chatBinding', id: bound.id, expectedVersion: bound.version }],
        outbox: [],
        audit: [
          auditEvent(app, {
            action: 'chat_unbound',
            actorId: member.id,
            source: origin.source,
            before: { unitId: unit.id, chatId, threadId },
          }),
        ],
        updateId: origin.updateId,
      },
      outcome: { kind: 'unbound', unit },
    };
  });

const decideBinding = (app: ApplicationContext, command: BindCommand): Promise<BindOutcome> =>
  decideAs(app, command.member, async (actor): Promise<Decision<BindOutcome>> => {
    const { member, chatId, threadId, title, origin } = command;
    if (!isAllowed(actor, 'bind_chat')) return { plan: null, outcome: { kind: 'not_allowed' } };
    const unit = (await app.store.units(app.agencyId)).find(({ id }) => id === command.unitId);
    if (unit === undefined || unit.isGroup) return { plan: null, outcome: { kind: 'unknown_unit' } };
    const old = await app.store.bindingOfUnit(unit.id);
    if (old?.chatId === chatId && old.threadId === threadId && old.state === 'active') {
      return { plan: null, outcome: { kind: 'already_bound', unit } };
    }
    const set = {
      chatId,
      threadId,
      title,
      boundBy: member.id,
      boundAt: app.clock.now(),
      state: 'active',
    } as const;
    const binding: ChatBinding = {
      id: app.ids.next(),
      agencyId: app.agencyId,
      unitId: unit.id,
      version: 1,
      ...set,
    };
    return {
      plan: {
        changes: [
          old
            ? { op: 'update', entity: 'chatBinding', id: old.id, expectedVersion: old.version, set }
            : { op: 'insert', entity: 'chatBinding', row: binding },
        ],
        // Tasks that have been announced before keep their dedupe key, so that only the others go out.
        outbox: await announcementsOf(app, unit.id, { chatId, threadId }),
        audit: [
          auditEvent(app, {
            action: 'chat_bound',
            actorId: member.id,
            source: origin.source,
            before: old && { chatId: old.chatId, threadId: old.threadId },
            after: { unitId: unit.id, chatId, threadId },
          }),
        ],
        updateId: origin.updateId,
      },
      outcome: {
        kind: 'bound',
        unit,
        movedFrom: old?.title ?? null,
        waiting: await app.store.countOpenAssignments({ agencyId: app.agencyId, unitIds: [unit.id] }),
      },
    };
  });
