// A request for more time is put before whoever decides, and does not lie there: after some working days they are reminded,
// after as many more it goes to the director.
import type { ChatAddress } from '../../domain/chat.ts';
import type { ExtensionRequest } from '../../domain/extension-request.ts';
import type { Instant } from '../../domain/local-time.ts';
import { instantOf, localDateOf } from '../../domain/local-time.ts';
import type { NotificationRequest } from '../../domain/notification-request.ts';
import type { OutboxMessage } from '../../domain/outbox-message.ts';
import { nextSendingMoment } from '../../domain/sending-hours.ts';
import type { Unit } from '../../domain/unit.ts';
import type { ApplicationContext } from '../context.ts';
import { auditEvent, owe, whenOffice } from '../context.ts';
import { decideAndCommit } from '../decide.ts';
import type { Decision } from '../decide.ts';
import type { Plan } from '../plan.ts';
import { chatsOfRole, leadersInCharge } from '../chats/unit-chat.ts';

/** The messages that put a request before whoever decides; where none of them has Telegram, the secretaries hear whom to ask. */
export const extensionAskedOf = async (
  app: ApplicationContext,
  unit: Unit,
  requestId: string,
): Promise<{ readonly outbox: readonly OutboxMessage[]; readonly isLeaderReached: boolean }> => {
  const leaders = await leadersInCharge(app, unit);
  if (leaders.length > 0) return { outbox: asked(app, requestId, leaders, 'first'), isLeaderReached: true };
  const secretaries = await chatsOfRole(app, 'secretary');
  const stranded = { kind: 'extension_stranded', requestId } as const;
  return {
    outbox: secretaries.map((chat) =>
      owe(app, chat, stranded, `extension_stranded:${requestId}:${chat.chatId}`, whenOffice(app)),
    ),
    isLeaderReached: false,
  };
};

type Turn = NonNullable<Extract<NotificationRequest, { kind: 'extension_requested' }>['turn']> | 'first';

const PREFIX: Readonly<Record<Turn, string>> = {
  first: 'extension',
  again: 'extension_again',
  director: 'extension_director',
};

const keyOf = (turn: Turn, requestId: string, { chatId }: ChatAddress): string =>
  `${PREFIX[turn]}:${requestId}:${chatId}`;

const asked = (
  app: ApplicationContext,
  requestId: string,
  chats: readonly ChatAddress[],
  turn: Turn,
): readonly OutboxMessage[] =>
  chats.map((chat) =>
    owe(
      app,
      chat,
      { kind: 'extension_requested', requestId, ...(turn === 'first' ? {} : { turn }) },
      keyOf(turn, requestId, chat),
      whenOffice(app),
    ),
  );

/**
 * Asks again for the answers that are missing. Asked every minute; a minute missed or asked twice changes nothing. Who
 * decides is looked up anew: a deputy who has Telegram only now, or has just taken over the unit, gets the request first.
 * @returns how many messages were queued
 */
export const pressExtensions = async (app: ApplicationContext): Promise<number> => {
  if (whenOffice(app) > app.clock.now()) return 0;
  let queued = 0;
  for (const { id } of await app.store.pendingExtensionsOf(app.agencyId)) queued += await press(app, id);
  return queued;
};

const press = (app: ApplicationContext, requestId: string): Promise<number> =>
  decideAndCommit(app, async (): Promise<Decision<number>> => {
    const request = await app.store.extensionRequest(requestId);
    const [view] = request ? await app.store.assignmentViews([request.assignmentId]) : [];
    if (request?.state !== 'pending' || view === undefined) return { plan: null, outcome: 0 };
    const outbox = await dueOf(app, request, view.unit);
    if (outbox.length === 0) return { plan: null, outcome: 0 };
    const isPassedOn = outbox.some((message) => turnOf(message) === 'director');
    const plan: Plan = {
      changes: [],
      outbox,
      audit: isPassedOn
        ? [
            auditEvent(app, {
              action: 'extension_passed_on',
              taskId: view.task.id,
              assignmentId: view.assignment.id,
              after: { requestId },
            }),
          ]
        : [],
      // Decided a moment ago, it is asked of nobody.
      expectations: [{ entity: 'extensionRequest', id: request.id, version: request.version }],
    };
    return { plan, outcome: outbox.length };
  });

const turnOf = ({ request }: OutboxMessage): Turn =>
  request.kind === 'extension_requested' ? (request.turn ?? 'first') : 'first';

/** What is to be sent about a request now. */
const dueOf = async (
  app: ApplicationContext,
  request: ExtensionRequest,
  unit: Unit,
): Promise<readonly OutboxMessage[]> => {
  const leaders = await leadersInCharge(app, unit);
  const isNew = async (turn: Turn, chat: ChatAddress): Promise<boolean> =>
    !(await app.store.hasBeenOwed(keyOf(turn, request.id, chat)));
  const notAsked = await filterAsync(leaders, (chat) => isNew('first', chat));
  if (notAsked.length > 0) return asked(app, request.id, notAsked, 'first');

  const now = app.clock.now();
  const again = patienceAfter(app, request.requestedAt);
  const [leader] = leaders;
  if (now < again || leader === undefined) return [];
  const notReminded = await filterAsync(leaders, (chat) => isNew('again', chat));
  if (notReminded.length > 0) return asked(app, request.id, notReminded, 'again');

  const reminded = await app.store.outboxMessageByKey(keyOf('again', request.id, leader));
  if (now < patienceAfter(app, reminded?.createdAt ?? again)) return [];
  const directors = (await chatsOfRole(app, 'director')).filter(
    ({ chatId }) => !leaders.some((each) => each.chatId === chatId),
  );
  const notPassedOn = await filterAsync(directors, (chat) => isNew('director', chat));
  return asked(app, request.id, notPassedOn, 'director');
};

/** The moment at which an answer that was asked for then is missed. */
const patienceAfter = ({ calendar, settings }: ApplicationContext, askedAt: Instant): Instant => {
  const heardOn = localDateOf(nextSendingMoment(askedAt, calendar, settings.workingHours));
  return instantOf(calendar.addWorkingDays(heardOn, settings.extensionPatience), settings.escalation.at);
};

const filterAsync = async <T>(
  all: readonly T[],
  isWanted: (each: T) => Promise<boolean>,
): Promise<readonly T[]> => {
  const wanted = await Promise.all(all.map(isWanted));
  return all.filter((_, index) => wanted[index]);
};
