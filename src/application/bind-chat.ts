import { isAllowed } from '../domain/authority.ts';
import type { ChatAddress, ChatBinding } from '../domain/chat.ts';
import type { Member } from '../domain/member.ts';
import type { Unit } from '../domain/unit.ts';
import { announcement } from './announcement.ts';
import type { ApplicationContext, Origin } from './context.ts';
import { auditEvent, whenOffice } from './context.ts';
import { decideAndCommit } from './decide.ts';
import type { Decision } from './decide.ts';

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
export const bindChat = (app: ApplicationContext, command: BindCommand): Promise<BindOutcome> =>
  decideAndCommit(app, async (): Promise<Decision<BindOutcome>> => {
    const { member, chatId, threadId, title, origin } = command;
    if (!isAllowed(member, 'bind_chat')) return { plan: null, outcome: { kind: 'not_allowed' } };
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
    const open = await app.store.openAssignmentIds(
      { agencyId: app.agencyId, unitIds: [unit.id] },
      { limit: MOST_ANNOUNCED, offset: 0 },
    );
    return {
      plan: {
        changes: [
          old
            ? { op: 'update', entity: 'chatBinding', id: old.id, expectedVersion: old.version, set }
            : { op: 'insert', entity: 'chatBinding', row: binding },
        ],
        // Tasks that have been announced before keep their dedupe key, so that only the others go out.
        outbox: open.map((id) => announcement(app, id, { chatId, threadId }, whenOffice(app))),
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

/** More than one unit ever has open. */
const MOST_ANNOUNCED = 2_000;

/** Follows a group that became a supergroup, whose chat has a new id from then on. */
export const moveChat = (app: ApplicationContext, from: number, to: number): Promise<void> =>
  decideAndCommit(app, async (): Promise<Decision<void>> => {
    const bindings = (await app.store.bindings(app.agencyId)).filter(({ chatId }) => chatId === from);
    const changes = bindings.map((binding) => ({
      op: 'update' as const,
      entity: 'chatBinding' as const,
      id: binding.id,
      expectedVersion: binding.version,
      set: { chatId: to },
    }));
    if (changes.length === 0) return { plan: null, outcome: undefined };
    const audit = [
      auditEvent(app, { action: 'chat_bound', before: { chatId: from }, after: { chatId: to } }),
    ];
    return { plan: { changes, outbox: [], audit }, outcome: undefined };
  });

/** Stops writing to a chat that the bot was removed from, until it is bound again. */
export const loseChat = (app: ApplicationContext, chatId: number): Promise<void> =>
  decideAndCommit(app, async (): Promise<Decision<void>> => {
    const bindings = (await app.store.bindings(app.agencyId)).filter(
      (binding) => binding.chatId === chatId && binding.state === 'active',
    );
    if (bindings.length === 0) return { plan: null, outcome: undefined };
    return {
      plan: {
        changes: bindings.map((binding) => ({
          op: 'update',
          entity: 'chatBinding',
          id: binding.id,
          expectedVersion: binding.version,
          set: { state: 'unreachable' },
        })),
        outbox: [],
        audit: bindings.map((binding) =>
          auditEvent(app, { action: 'chat_unreachable', after: { chatId, unitId: binding.unitId } }),
        ),
      },
      outcome: undefined,
    };
  });
