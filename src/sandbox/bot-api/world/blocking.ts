import { chatMemberObject, chatObject, privateChatOf } from './chats.ts';
import type { Realm } from './realm.ts';
import type { UserRecord } from './records.ts';
import { unixTime } from './realm.ts';

/** Blocks or unblocks the bot; it hears of a change (my_chat_member). */
export function blockBot(realm: Realm, person: UserRecord, blocked: boolean): void {
  if (person.blockedBot === blocked) return;
  person.blockedBot = blocked;
  const [before, after] = blocked ? (['member', 'kicked'] as const) : (['kicked', 'member'] as const);
  realm.updates.push({
    my_chat_member: {
      chat: chatObject(privateChatOf(realm, person)),
      from: person.user,
      date: unixTime(realm),
      old_chat_member: chatMemberObject(realm, { userId: realm.bot.id, status: before }),
      new_chat_member: chatMemberObject(realm, { userId: realm.bot.id, status: after }),
    },
  });
  realm.events.change({ kind: 'chat', chatId: person.user.id });
}
