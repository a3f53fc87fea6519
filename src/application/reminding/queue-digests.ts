import type { ChatAddress } from '../../domain/chat.ts';
import type { DigestKind } from '../../domain/digest.ts';
import { DIGEST_KINDS, digestDay, recipientsOf } from '../../domain/digest.ts';
import type { LocalDate } from '../../domain/local-time.ts';
import type { Member } from '../../domain/member.ts';
import type { OutboxMessage } from '../../domain/outbox-message.ts';
import { PRIORITY } from '../../domain/outbox-message.ts';
import type { ApplicationContext } from '../context.ts';
import { owe, whenOffice } from '../context.ts';
import { decideAndCommit } from '../decide.ts';
import type { Decision } from '../decide.ts';
import { digestKey, secretaryDay, standingOf } from './secretary-day.ts';
import { privateChat } from '../chats/unit-chat.ts';

/**
 * Owes everyone the lists it is time for. Asked every minute; a minute missed or asked twice changes nothing, and each
 * person is owed the list of a day once, whether or not it could be sent. What stands in it, and whether anything does,
 * is looked up when it is sent.
 * @returns how many lists were queued
 */
export const queueDigests = (app: ApplicationContext): Promise<number> =>
  decideAndCommit(app, async (): Promise<Decision<number>> => {
    const due = digestsDue(app);
    if (due.length === 0) return { plan: null, outcome: 0 };
    const members = await app.store.members(app.agencyId);
    const outbox: OutboxMessage[] = [];
    let standing: string | undefined;
    for (const { kind, day } of due) {
      for (const member of recipientsOf(kind, members)) {
        const chat = privateChat(member);
        if (chat === null || (await app.store.hasBeenOwed(digestKey(kind, day, member.id)))) continue;
        if (kind === 'secretary_day') standing ??= standingOf(await secretaryDay(app));
        outbox.push(digestFor(app, kind, day, member, chat, kind === 'secretary_day' ? standing : undefined));
      }
    }
    const plan = outbox.length === 0 ? null : { changes: [], outbox, audit: [] };
    return { plan, outcome: outbox.length };
  });

const digestsDue = (app: ApplicationContext): readonly { kind: DigestKind; day: LocalDate }[] => {
  const now = app.clock.now();
  if (whenOffice(app) > now) return [];
  return DIGEST_KINDS.flatMap((kind) => {
    const at = app.settings.digests[kind];
    const day = at === null ? null : digestDay(kind, at, app.calendar, now);
    return day === null ? [] : [{ kind, day }];
  });
};

const digestFor = (
  app: ApplicationContext,
  kind: DigestKind,
  day: LocalDate,
  member: Member,
  chat: ChatAddress,
  standing: string | undefined,
): OutboxMessage =>
  owe(
    app,
    chat,
    {
      kind: 'digest',
      digest: kind,
      memberId: member.id,
      day,
      ...(standing === undefined ? {} : { standing }),
    },
    digestKey(kind, day, member.id),
    app.clock.now(),
    PRIORITY.today,
  );
