// What the onlooker looks at: who they are, which chat is open, and how much of it is there.
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

const FIRST_LOAD = 60;

/** Says what went wrong, and goes on. @param {Promise<unknown>} work */
export const watch = (work) => {
  work.catch((/** @type {unknown} */ error) => {
    showToast(error instanceof api.Refused ? error.message : words().offline);
  });
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
  watch(openChat(isIn ? model.chatId : id, { isKept: true, topic: isIn ? model.topicId : null }));
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
  watch(api.act({ do: 'read', person: me, chat: chatId }));
};
