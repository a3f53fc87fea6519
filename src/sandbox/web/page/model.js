/**
 * @import { ChatView, CommandView, LiveEvent, MessageView, PersonView, StateView } from '../wire.ts'
 *
 * @typedef {object} Log what is loaded of a chat, as one person sees it
 * @property {MessageView[]} messages oldest first
 * @property {boolean} isStart nothing is before the first of them
 * @property {boolean} isLoading
 * @property {number} from the part that is drawn: from this index of `messages`
 * @property {number} to up to this one, which is not included
 * @property {boolean} isAtEnd the reader follows what is new
 * @property {number} newBelow how many have come while the reader looked at older ones
 * @property {number | null} firstUnread position of what the reader had not read when the chat was opened
 *
 * @typedef {object} Menu
 * @property {MessageView} message
 * @property {HTMLElement} opener gets the focus back
 * @property {number} x
 * @property {number} y
 */

/** How many messages of a chat are drawn at most, and how many come at a time. */
export const DRAWN = 120;
export const STEP = 40;

/** @type {() => void} */
let draw = () => undefined;
let isDrawing = false;

/** Everything the page knows. It is changed in place; {@link changed} has it drawn. */
export const model = {
  /** @type {StateView | null} */
  state: null,
  /** @type {Map<number, PersonView>} */
  people: new Map(),
  /** @type {Map<number, ChatView>} */
  chats: new Map(),
  /** @type {Map<string, number>} */
  unread: new Map(),
  isOnline: true,
  /** Who the onlooker is, by Telegram id. */
  me: 0,
  chatId: 0,
  /** The topic of a forum that is open, where 0 is "General"; null where all of the chat is. @type {number | null} */
  topicId: null,
  /** @type {Map<string, Log>} by person, chat and topic: see {@link openKey} */
  logs: new Map(),
  /** @type {Map<string, string>} what was typed and not sent, by the same */
  drafts: new Map(),
  /** @type {readonly File[]} what is about to be sent */
  attached: [],
  /** @type {Set<string>} reply keyboards that were put away, by chat and position */
  putAway: new Set(),
  /** @type {MessageView | null} */
  replyTo: null,
  /** @type {MessageView | null} */
  editing: null,
  /** @type {Menu | null} */
  menu: null,
  /** @type {readonly MessageView[]} a message, or all of an album */
  forwarding: [],
  /** @type {CommandView[]} */
  commands: [],
  isCommandMenuOpen: false,
  commandIndex: 0,
  /** @type {Set<string>} buttons that wait for the bot's answer, by chat and message */
  pressed: new Set(),
  /** @type {Set<number>} chats in which the bot is typing */
  typing: new Set(),
  /** @type {string | null} */
  toast: null,
  /** @type {string | null} */
  alert: null,
  /** @type {string | null} a link that leads out */
  link: null,
  /** @type {number | null} position of a message that is to stand out for a moment */
  highlighted: null,
  /** What a narrow screen shows. @type {'list' | 'chat' | 'panel'} */
  view: 'list',
  isEverybodyShown: false,
  /** @type {'planned' | 'ledger'} */
  panelTab: 'planned',
  isHintShown: true,
  /** Whether the sample notice was pasted on this stage. */
  wasPasted: false,
  /** The highest number of a task when the stage began: what is above is the onlooker's own. */
  firstTask: 0,
  isResetAsked: false,
  language: localStorage.getItem('language') === 'en' ? 'en' : 'vi',
  theme: localStorage.getItem('theme') ?? 'auto',
};

/** @param {() => void} drawing what draws the model */
export const drawnBy = (drawing) => {
  draw = drawing;
};

/** Has the page drawn again, once for all that changes until the next frame. */
export const changed = () => {
  if (isDrawing) return;
  isDrawing = true;
  requestAnimationFrame(() => {
    isDrawing = false;
    draw();
  });
};

/** @param {number} person @param {number} chat */
export const keyOf = (person, chat) => `${person} ${chat}`;

/** What is before the reader's eyes: a person's chat, or a topic of it. */
export const openKey = () => {
  const key = keyOf(model.me, model.chatId);
  return model.topicId === null ? key : `${key} ${model.topicId}`;
};

/** The chat before the reader's eyes, as far as it is loaded. @returns {Log | null} */
export const openLog = () => model.logs.get(openKey()) ?? null;

/** A message and the others of its album, as far as they are loaded. @param {MessageView} message */
export const albumOf = (message) =>
  message.album === null
    ? [message]
    : (openLog()?.messages.filter(({ album }) => album === message.album) ?? [message]);

/** The topic that is open, where it is one with a name. */
export const openTopic = () => chatWith(model.chatId)?.topics.find(({ id }) => id === model.topicId) ?? null;

/** Whether the person administers the chat. @param {ChatView} chat */
export const isAdministrator = (chat) => chat.administratorIds.includes(model.me);

/** What of a message's markup is for the person. @param {MessageView} message */
export const markupFor = ({ markup, markupFor: reader }) =>
  reader === null || reader === model.me ? markup : null;

/** @returns {number} */
export const now = () => model.state?.clock.now ?? 0;

/** @param {number} person @param {number} chat */
export const unreadOf = (person, chat) => model.unread.get(keyOf(person, chat)) ?? 0;

/** @param {number} person */
export const unreadInAll = (person) => {
  let sum = 0;
  for (const [key, count] of model.unread) if (key.startsWith(`${person} `)) sum += count;
  return sum;
};

/** A person's chats, the newest first; the chat with the bot is there even before it was opened. @param {number} person */
export const chatsOf = (person) =>
  [...model.chats.values()]
    .filter(({ memberIds, kind, id, migratedTo }) =>
      kind === 'private' ? id === person : migratedTo === null && memberIds.includes(person),
    )
    .sort((one, other) => (other.last?.date ?? 0) - (one.last?.date ?? 0) || other.id - one.id);

/** What a chat is called in the person's list. @param {ChatView} chat */
export const titleOf = (chat) => (chat.kind === 'private' ? (model.state?.botName ?? '') : chat.title);

/** @param {number} id */
export const chatWith = (id) => model.chats.get(id) ?? null;

/**
 * Takes over a state that was read anew.
 * @param {StateView} state
 * @returns {boolean} whether it is another stage than before
 */
export const takeState = (state) => {
  const isOther =
    model.state === null || model.state.stage !== state.stage || model.state.stageState !== state.stageState;
  model.state = state;
  model.people = new Map(state.people.map((person) => [person.id, person]));
  model.chats = new Map(state.chats.map((chat) => [chat.id, chat]));
  model.unread = new Map(state.unread.map(([person, chat, count]) => [keyOf(person, chat), count]));
  if (isOther) {
    model.drafts.clear();
    model.replyTo = model.editing = model.menu = null;
    model.forwarding = [];
    model.attached = [];
    model.topicId = null;
    model.putAway.clear();
    model.pressed.clear();
    model.isHintShown = true;
    model.wasPasted = false;
    model.firstTask = Math.max(
      0,
      ...(state.outlook?.planned ?? []).map(({ taskNumber }) => taskNumber),
      ...(state.outlook?.deliveries ?? []).flatMap(({ taskNumbers }) => taskNumbers),
    );
  }
  // What was loaded may lack what happened while the page was cut off.
  model.logs.clear();
  return isOther;
};

/**
 * Applies one event of the feed, but for those that ask for the state to be read anew.
 * @param {LiveEvent} event
 */
export const apply = (event) => {
  const { state } = model;
  if (!state) return;
  switch (event.kind) {
    case 'message':
      applyMessage(event.chatId, event.message);
      break;
    case 'chat':
      model.chats.set(event.chat.id, event.chat);
      break;
    case 'people':
      model.people = new Map(event.people.map((person) => [person.id, person]));
      break;
    case 'unread':
      for (const [person, chat, count] of event.unread) model.unread.set(keyOf(person, chat), count);
      break;
    case 'clock':
      model.state = { ...state, clock: { now: event.now, target: event.target } };
      break;
    case 'faults':
      model.state = { ...state, faults: event };
      break;
    case 'outlook':
      model.state = { ...state, outlook: event.outlook };
      break;
    case 'story':
      model.state = { ...state, story: event.story };
      break;
    case 'typing':
      model.typing.add(event.chatId);
      setTimeout(() => {
        model.typing.delete(event.chatId);
        changed();
      }, 4_000);
      break;
    case 'answer':
      for (const key of model.pressed) {
        if (key.startsWith(`${event.personId} ${event.chatId} ${event.messageId} `))
          model.pressed.delete(key);
      }
      if (event.personId !== model.me || event.text === '') break;
      if (event.isAlert) model.alert = event.text;
      else showToast(event.text);
      break;
    case 'trouble':
      showToast(event.text);
      break;
    case 'stage':
  }
};

/** @param {number} chatId @param {MessageView} message */
const applyMessage = (chatId, message) => {
  for (const [key, log] of model.logs) {
    const [person, chat, topic = null] = key.split(' ').map(Number);
    if (chat !== chatId || (topic !== null && topic !== (message.topicId ?? 0))) continue;
    const isSeen = message.onlyFor === null || message.onlyFor === person || message.from?.id === person;
    if (isSeen) placeInLog(log, message, message.from?.id === person);
  }
  model.typing.delete(chatId);
};

/** @param {Log} log @param {MessageView} message @param {boolean} isOwn */
const placeInLog = (log, message, isOwn) => {
  const { messages } = log;
  const index = messages.findLastIndex(({ position }) => position <= message.position);
  const isThere = messages[index]?.position === message.position;
  if (message.isDeleted) {
    if (!isThere) return;
    messages.splice(index, 1);
    log.to = Math.min(log.to, messages.length);
    return;
  }
  if (isThere) {
    messages[index] = message;
    return;
  }
  // What is older than all that is loaded comes when it is asked for.
  if (index === -1 && !log.isStart) return;
  const wasWhole = log.to === messages.length;
  messages.splice(index + 1, 0, message);
  if (log.isAtEnd || isOwn) {
    log.isAtEnd = true;
    followEnd(log);
  } else {
    if (wasWhole && log.to - log.from < DRAWN) log.to = messages.length;
    log.newBelow++;
  }
};

/** Draws the newest part of a chat. @param {Log} log */
export const followEnd = (log) => {
  log.to = log.messages.length;
  log.from = Math.max(0, log.to - DRAWN);
  log.newBelow = 0;
};

let toastTimer = 0;

/** Says something for a moment. @param {string} text */
export const showToast = (text) => {
  model.toast = text;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => {
    model.toast = null;
    changed();
  }, 5_000);
  changed();
};
