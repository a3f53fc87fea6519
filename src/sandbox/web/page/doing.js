// What the onlooker does: changes of the model, and what is asked of the server.
/** @import { ChatView, MessageView } from '../wire.ts' */
import * as api from './api.js';
import { changed, chatWith, model, openKey, openLog } from './model.js';
import { goToEnd, jumpTo, openChat, watch } from './reading.js';

/** A message is cut where a line ends, if that leaves at least this much of it. */
const LEAST_PART = 1_000;
const LONGEST_TEXT = 4_096;

/** @param {object} action */
const act = (action) => {
  watch(api.act(action));
};

/** Cuts what Telegram would not take in one message, as its clients do. @param {string} text */
const partsOf = (text) => {
  const parts = [];
  let rest = text.trim();
  while (rest.length > LONGEST_TEXT) {
    const line = rest.lastIndexOf('\n', LONGEST_TEXT);
    const space = rest.lastIndexOf(' ', LONGEST_TEXT);
    const end = line >= LEAST_PART ? line : space >= LEAST_PART ? space : LONGEST_TEXT;
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  if (rest !== '') parts.push(rest);
  return parts;
};

/** Sends what was typed, or puts it in the place of the message being edited. @param {string} text */
export const send = (text) => {
  const { me, chatId, replyTo, editing } = model;
  const parts = partsOf(text);
  const [first] = parts;
  if (first === undefined) return;
  model.drafts.delete(openKey());
  model.replyTo = model.editing = null;
  model.isCommandMenuOpen = false;
  if (editing) act({ do: 'edit', person: me, chat: chatId, position: editing.position, text: first });
  else watch(sendParts(parts, replyTo));
  goToEnd();
};

/** One after the other: their order is that of the text. @param {string[]} parts @param {MessageView | null} replyTo */
const sendParts = async (parts, replyTo) => {
  const { me: person, chatId: chat } = model;
  const where = { person, chat, replyTo: replyTo?.position ?? null, topic: topicToWriteIn(replyTo) };
  for (const text of parts) await api.act({ do: 'send', text, ...where });
};

/** A reply stays in its topic; everything else goes into the one that is open. @param {MessageView | null} replyTo */
const topicToWriteIn = (replyTo) => (replyTo ? replyTo.topicId : model.topicId || null);

/** Sends one of the bot's commands; in a group it says whose it is, as Telegram's menu does. @param {string} command */
export const sendCommand = (command) => {
  const isGroup = chatWith(model.chatId)?.kind !== 'private';
  send(isGroup ? `/${command}@${model.state?.botUsername}` : `/${command}`);
};

/** Has files at hand to be sent, which asks for their caption. @param {FileList | readonly File[]} files */
export const attach = (files) => {
  model.attached = [...model.attached, ...files];
  changed();
};

/** Sends what is at hand; what was typed before has become the caption. @param {string} caption */
export const sendAttached = (caption) => {
  const { me: person, chatId: chat, replyTo, attached } = model;
  const to = { person, chat, caption, replyTo: replyTo?.position ?? null, topic: topicToWriteIn(replyTo) };
  model.attached = [];
  model.replyTo = null;
  model.drafts.delete(openKey());
  watch(api.sendFiles(to, attached));
  goToEnd();
};

/** @param {MessageView} message @param {number} row @param {number} column */
export const press = (message, row, column) => {
  const { me, chatId } = model;
  const key = `${me} ${chatId} ${message.id} ${row} ${column}`;
  if (model.pressed.has(key)) return;
  model.pressed.add(key);
  changed();
  watch(
    api
      .act({ do: 'press', person: me, chat: chatId, position: message.position, row, column })
      .catch((error) => {
        model.pressed.delete(key);
        throw error;
      }),
  );
};

/** Opens what a link leads to: a message of a group here, everything else after a question. @param {string} url */
export const followLink = (url) => {
  const target = /^https?:\/\/t\.me\/c\/(\d+)\/(?:\d+\/)?(\d+)$/u.exec(url);
  const chat = target && chatWith(-1_000_000_000_000 - Number(target[1]));
  if (!chat) {
    model.link = url;
    changed();
    return;
  }
  watch(
    openChat(chat.id).then(() => {
      const found = openLog()?.messages.find(({ id }) => id === Number(target?.[2]));
      return found && jumpTo(found.position);
    }),
  );
};

/** @param {MessageView} message @param {string} emoji */
export const react = (message, emoji) => {
  const own = message.reactions.find(({ userId }) => userId === model.me)?.emoji;
  act({
    do: 'react',
    person: model.me,
    chat: model.chatId,
    position: message.position,
    emoji: own === emoji ? null : emoji,
  });
};

/** @param {readonly MessageView[]} messages @param {ChatView} to */
export const forward = (messages, to) => {
  const positions = messages.map(({ position }) => position);
  act({ do: 'forward', person: model.me, chat: model.chatId, positions, to: to.id });
  model.forwarding = [];
  watch(openChat(to.id));
};

/** @param {readonly MessageView[]} messages */
export const remove = (messages) => {
  const { me: person, chatId: chat } = model;
  for (const { position } of messages) act({ do: 'delete', person, chat, position });
};

/** @param {MessageView} message @param {boolean} isPinned */
export const pin = ({ position }, isPinned) => {
  act({ do: 'pin', person: model.me, chat: model.chatId, position, isPinned });
};

export const startBot = () => {
  act({ do: 'start', person: model.me });
};

/** @param {boolean} isBlocked */
export const block = (isBlocked) => {
  act({ do: 'block', person: model.me, isBlocked });
};

/** @param {number} chat @param {boolean} isOut */
export const kick = (chat, isOut) => {
  act({ do: 'kick', chat, isOut });
};

/** @param {Partial<{ isNetworkDown: boolean, isTooMany: boolean }>} change */
export const setFaults = (change) => {
  const { isNetworkDown = false, isTooMany = false } = model.state?.faults ?? {};
  act({ do: 'faults', isNetworkDown, isTooMany, ...change });
};

/** @param {number} to */
export const moveClock = (to) => {
  act({ do: 'move', to });
};

export const stopClock = () => {
  act({ do: 'stop' });
};

/** Begins anew. @param {string | null} story */
export const begin = (story) => {
  model.isResetAsked = false;
  const url = new URL(location.href);
  if (story === null) url.searchParams.delete('story');
  else url.searchParams.set('story', story);
  history.replaceState(null, '', url);
  watch(api.openStage(story));
};

export const nextOfStory = () => {
  watch(api.nextOfStory());
};

/** Pastes the sample notice as the secretary, in the chat with the bot. */
export const pasteSample = () => {
  const secretary = [...model.people.values()].find(({ role }) => role === 'secretary');
  if (!secretary || !model.state) return;
  model.me = secretary.id;
  model.wasPasted = true;
  const { sampleNotice } = model.state;
  watch(openChat(secretary.id).then(() => send(sampleNotice)));
};
