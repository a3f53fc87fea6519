// What the onlooker does: changes of the model, and what is asked of the server.
/** @import { ChatView, MessageView } from '../wire.ts' */
import * as api from './api.js';
import {
  changed,
  chatWith,
  chatsOf,
  followEnd,
  keyOf,
  markupFor,
  model,
  openKey,
  openLog,
  showToast,
  DRAWN,
  STEP,
  takeState,
  unreadOf,
} from './model.js';
import { words } from './words.js';

/** A message is cut where a line ends, if that leaves at least this much of it. */
const LEAST_PART = 1_000;
const LONGEST_TEXT = 4_096;
const FIRST_LOAD = 60;

/** Says what went wrong, and goes on. @param {Promise<unknown>} work */
export const watch = (work) => {
  work.catch((/** @type {unknown} */ error) => {
    showToast(error instanceof api.Refused ? error.message : words().offline);
  });
};

/** @param {object} action */
const act = (action) => {
  watch(api.act(action));
};

/** Reads the state anew, and what is open with it. */
export const refresh = async () => {
  const isOther = takeState(await api.fetchState());
  const { state } = model;
  if (!state || state.stageState !== 'ready') {
    changed();
    return;
  }
  if (isOther || !model.people.has(model.me)) {
    const first = castOf()[1] ?? [...model.people.values()][0];
    model.me = model.people.has(model.me) ? model.me : (first?.id ?? 0);
  }
  if (!chatsOf(model.me).some(({ id }) => id === model.chatId)) {
    model.chatId = model.me;
    model.topicId = null;
  }
  if (state.story && isOther) model.view = 'chat';
  await openChat(model.chatId, { isKept: true, topic: model.topicId });
};

/** The people to be first of all. */
export const castOf = () => {
  const { cast = [] } = model.state ?? {};
  const all = [...model.people.values()];
  const found = cast.flatMap((code) => all.find((person) => person.code === code) ?? []);
  return found.length > 0 ? found : all.slice(0, 6);
};

/** Becomes somebody else: the same chat where they are in it, their chat with the bot otherwise. @param {number} id */
export const become = (id) => {
  model.me = id;
  model.isEverybodyShown = false;
  const isIn =
    chatWith(model.chatId)?.kind !== 'private' && chatsOf(id).some((chat) => chat.id === model.chatId);
  watch(openChat(isIn ? model.chatId : id, { isKept: true }));
};

/** What was opened last. */
let opened = '';

/**
 * Opens a chat of the person that the onlooker is.
 * @param {number} chatId
 * @param {{ isKept?: boolean, topic?: number | null }} [options] `isKept`: a narrow screen goes on showing what it shows;
 *   `topic`: of a forum, everything unless told
 */
export const openChat = async (chatId, { isKept = false, topic = null } = {}) => {
  model.chatId = chatId;
  model.topicId = topic;
  const key = openKey();
  if (key !== opened) model.replyTo = model.editing = null;
  opened = key;
  model.menu = null;
  model.isCommandMenuOpen = false;
  if (!isKept) model.view = 'chat';
  const { me } = model;
  changed();
  const commands = api.fetchCommands(whose(me, chatId)).catch(() => []);
  const log = model.logs.get(key);
  if (log) {
    log.isAtEnd = true;
    followEnd(log);
  } else await load(me, chatId, topic);
  const found = await commands;
  if (key === openKey()) {
    model.commands = found;
    answerWhatIsAsked();
  }
  changed();
};

/** As Telegram does where a message forces a reply: what is written next answers it. */
export const answerWhatIsAsked = () => {
  const last = openLog()?.messages.at(-1);
  if (model.editing || !last || markupFor(last)?.kind !== 'ask') return;
  model.replyTo = last;
};

/** @param {number} person @param {number} chat */
const whose = (person, chat) => ({ stage: model.state?.stage ?? 0, person, chat });

/** @param {number} me @param {number} chatId @param {number | null} topic */
const load = async (me, chatId, topic) => {
  const key = openKey();
  const unread = topic === null ? unreadOf(me, chatId) : 0;
  const { messages, isStart, stage } = await api.fetchMessages(
    { ...whose(me, chatId), topic },
    null,
    Math.max(FIRST_LOAD, Math.min(unread, 100)),
  );
  if (stage !== model.state?.stage) return;
  const fromOthers = messages.filter(({ from }) => from?.id !== me);
  const log = {
    messages: [...messages],
    isStart,
    isLoading: false,
    from: 0,
    to: messages.length,
    isAtEnd: true,
    newBelow: 0,
    firstUnread: unread === 0 ? null : (fromOthers.at(-unread)?.position ?? null),
  };
  followEnd(log);
  model.logs.set(key, log);
};

/** Draws older messages, fetching them where they are not there yet. @returns {Promise<boolean>} whether there were any */
export const showOlder = async () => {
  const log = openLog();
  if (!log || log.isLoading) return false;
  if (log.from === 0) {
    if (log.isStart) return false;
    log.isLoading = true;
    const { me, chatId, topicId: topic } = model;
    const before = log.messages[0]?.position ?? null;
    try {
      const { messages, isStart } = await api.fetchMessages({ ...whose(me, chatId), topic }, before, STEP);
      log.messages.unshift(...messages);
      log.isStart = isStart;
      log.from += messages.length;
      log.to += messages.length;
    } finally {
      log.isLoading = false;
    }
  }
  const from = Math.max(0, log.from - STEP);
  if (from === log.from) return false;
  log.from = from;
  log.to = Math.min(log.to, from + DRAWN);
  log.isAtEnd = false;
  changed();
  return true;
};

/** Draws newer messages. @returns {boolean} whether there were any */
export const showNewer = () => {
  const log = openLog();
  if (!log || log.to >= log.messages.length) return false;
  log.to = Math.min(log.messages.length, log.to + STEP);
  log.from = Math.max(0, log.to - DRAWN);
  changed();
  return true;
};

/** Goes to the end of the open chat. */
export const goToEnd = () => {
  const log = openLog();
  if (!log) return;
  log.isAtEnd = true;
  followEnd(log);
  changed();
};

/** Shows a message of the open chat, loading what lies between. @param {number} position */
export const jumpTo = async (position) => {
  const log = openLog();
  if (!log) return;
  while ((log.messages[0]?.position ?? 0) > position && !log.isStart) {
    log.from = 0;
    if (!(await showOlder())) break;
  }
  const index = log.messages.findIndex((message) => message.position === position);
  if (index === -1) return;
  log.from = Math.max(0, index - STEP);
  log.to = Math.min(log.messages.length, log.from + DRAWN);
  log.isAtEnd = false;
  model.highlighted = position;
  changed();
  setTimeout(() => {
    if (model.highlighted === position) model.highlighted = null;
    changed();
  }, 1_600);
};

/** Tells that the person has seen the open chat, where there is anything to tell. */
export const markRead = () => {
  const { me, chatId } = model;
  if (document.visibilityState !== 'visible' || unreadOf(me, chatId) === 0) return;
  model.unread.set(keyOf(me, chatId), 0);
  act({ do: 'read', person: me, chat: chatId });
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
