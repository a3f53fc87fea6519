// What the onlooker does in the page: as a person in Telegram, or as the one who has the clock and the network.
import type { ReactionTypeEmoji } from 'grammy/types';
import { z } from 'zod';
import type { HistoryEntry } from '../bot-api/world/history.ts';
import { PageError } from './page-error.ts';
import type { PageStage } from './page-stage.ts';

const id = z.int();
const position = z.int().min(0);
/** Telegram's clients split what is longer before they send it. */
const text = z.string().min(1).max(4_096);
const message = { person: id, chat: id, position } as const;

const actionSchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('send'),
    person: id,
    chat: id,
    text,
    replyTo: position.nullable(),
    topic: id.nullable(),
  }),
  z.strictObject({ do: z.literal('start'), person: id }),
  z.strictObject({ do: z.literal('edit'), ...message, text }),
  z.strictObject({ do: z.literal('delete'), ...message }),
  z.strictObject({ do: z.literal('react'), ...message, emoji: z.string().max(8).nullable() }),
  z.strictObject({
    do: z.literal('forward'),
    person: id,
    chat: id,
    positions: z.array(position).min(1).max(10),
    to: id,
  }),
  z.strictObject({ do: z.literal('pin'), ...message, isPinned: z.boolean() }),
  z.strictObject({ do: z.literal('press'), ...message, row: position, column: position }),
  z.strictObject({ do: z.literal('read'), person: id, chat: id }),
  z.strictObject({ do: z.literal('block'), person: id, isBlocked: z.boolean() }),
  z.strictObject({ do: z.literal('kick'), chat: id, isOut: z.boolean() }),
  z.strictObject({ do: z.literal('move'), to: z.int() }),
  z.strictObject({ do: z.literal('stop') }),
  z.strictObject({ do: z.literal('faults'), isNetworkDown: z.boolean(), isTooMany: z.boolean() }),
]);

export type PageAction = z.infer<typeof actionSchema>;

/** Looks like a token that @BotFather gives: it does not belong in a place where everyone may look on. */
const REAL_TOKEN = /\b\d{8,12}:[\w-]{34,}/u;

/** The clock is moved by a year at most at one time. */
const LONGEST_WAY_MS = 366 * 24 * 3_600_000;

/**
 * Reads what the page asks for.
 * @throws PageError where it makes no sense
 */
export const readAction = (body: unknown): PageAction => {
  const result = actionSchema.safeParse(body);
  if (!result.success) throw new PageError(z.prettifyError(result.error));
  return result.data;
};

/**
 * Does it. What the bot makes of it comes later, through the feed.
 * @throws PageError where Telegram's clients would not let the person do it
 */
export const carryOut = (stage: PageStage, action: PageAction): void => {
  const { world, clock } = stage;
  switch (action.do) {
    case 'send': {
      refuseTokens(action.text);
      const replyTo = action.replyTo === null ? null : entryOf(stage, action.chat, action.replyTo).message;
      world.user(action.person).sendText(action.chat, action.text, {
        ...(replyTo === null ? {} : { replyTo }),
        ...(action.topic === null ? {} : { threadId: action.topic }),
      });
      break;
    }
    case 'start':
      world.user(action.person).start();
      break;
    case 'edit':
      refuseTokens(action.text);
      world.user(action.person).edit(entryOf(stage, action.chat, action.position).message, action.text);
      break;
    case 'delete':
      world.user(action.person).delete(entryOf(stage, action.chat, action.position).message);
      break;
    case 'react':
      world
        .user(action.person)
        .react(
          entryOf(stage, action.chat, action.position).message,
          (action.emoji as ReactionTypeEmoji['emoji'] | null) ?? undefined,
        );
      break;
    case 'forward':
      world.user(action.person).forwardAll(
        action.positions.map((at) => entryOf(stage, action.chat, at).message),
        action.to,
      );
      break;
    case 'pin': {
      const { message: pinned } = entryOf(stage, action.chat, action.position);
      if (action.isPinned) world.user(action.person).pin(pinned);
      else world.user(action.person).unpin(pinned);
      break;
    }
    case 'press':
      press(stage, action);
      break;
    case 'read':
      stage.read(action.person, action.chat);
      return;
    case 'block': {
      const person = world.user(action.person);
      if (action.isBlocked) person.blockBot();
      else person.unblockBot();
      break;
    }
    case 'kick':
      kick(stage, action);
      break;
    case 'move':
      move(stage, action.to);
      return;
    case 'stop':
      clock.stop();
      return;
    case 'faults':
      stage.setFaults(action);
      break;
  }
  stage.settle();
};

/** @throws PageError */
export const refuseTokens = (words: string): void => {
  if (REAL_TOKEN.test(words)) {
    throw new PageError(
      'Đây giống mã của một bot thật; trang chạy thử không nhận mã thật. Đặt mã trong tệp .env rồi chạy npm start.',
    );
  }
};

export const entryOf = (stage: PageStage, chat: number, at: number): HistoryEntry => {
  const entry = stage.world.entryAt(chat, at);
  if (!entry) throw new PageError(`No message at ${at} in chat ${chat}`);
  return entry;
};

const press = (stage: PageStage, action: Extract<PageAction, { do: 'press' }>): void => {
  const entry = entryOf(stage, action.chat, action.position);
  const button = entry.keyboard?.inline_keyboard[action.row]?.[action.column];
  if (!button || !('callback_data' in button)) throw new PageError('The button is gone');
  // The answer comes through the feed.
  void stage.world.user(action.person).pressForged(entry.message, button.callback_data);
};

const kick = ({ world, owner }: PageStage, action: Extract<PageAction, { do: 'kick' }>): void => {
  if (world.hasBot(action.chat) !== action.isOut) return;
  if (action.isOut) owner.kickBot(action.chat);
  else owner.addBot(action.chat);
};

const move = (stage: PageStage, to: number): void => {
  const now = stage.sandbox.clock.now();
  if (to <= now) throw new PageError('Đồng hồ chỉ đi tới, không đi lùi.');
  if (to - now > LONGEST_WAY_MS) throw new PageError('Mỗi lần đi tới nhiều nhất một năm.');
  stage.moveTo(to);
};
