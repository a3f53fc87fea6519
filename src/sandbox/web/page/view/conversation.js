/** @import { ChatView, MessageView } from '../../wire.ts' */
import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { attach, block, startBot } from '../doing.js';
import { dayOf, longDay } from '../format.js';
import { changed, chatWith, isAdministrator, model, openKey, openLog, openTopic, titleOf } from '../model.js';
import { goToEnd, jumpTo, showNewer, showOlder, watch } from '../reading.js';
import { icon } from './icons.js';
import { words } from '../words.js';
import { avatar } from './avatar.js';
import { composer } from './composer.js';
import { hint } from './hint.js';
import { messageItem } from './message.js';
import { storyBar } from './story.js';
import { topicBar } from './topics.js';

/** What one person says within this time is one run, with the name once. */
const RUN_MS = 10 * 60_000;

/** How near to an end more is drawn, and how near to the end of all the reader follows what is new; in pixels. */
const NEAR = 700;
const AT_END = 60;

/** The chat that is open: its messages, and what is written to it. */
export const conversation = () => {
  const chat = chatWith(model.chatId);
  return html`
    <main
      class="conversation"
      @dragover=${(/** @type {DragEvent} */ event) => event.preventDefault()}
      @drop=${(/** @type {DragEvent} */ event) => {
        event.preventDefault();
        const files = event.dataTransfer?.files;
        if (files && files.length > 0) attach(files);
      }}
    >
      ${header(chat)} ${model.state?.story ? storyBar(model.state.story) : hint()} ${topicBar(chat)}
      ${pinned(chat)} ${timeline()} ${foot(chat)}
    </main>
  `;
};

/** @param {ChatView | null} chat */
const header = (chat) => {
  const title = chat ? titleOf(chat) : (model.state?.botName ?? '');
  const id = chat && chat.kind !== 'private' ? chat.id : (model.state?.botId ?? 0);
  return html`<header class="chat-header">
    <button
      type="button"
      class="icon-button back"
      aria-label=${words().back}
      @click=${() => {
        model.view = 'list';
        changed();
      }}
      >${icon('back')}</button
    >
    ${avatar(id, title)}
    <div class="chat-heading">
      <h1>${title}</h1>
      <p class="chat-status" aria-live="polite">${statusOf(chat)}</p>
    </div>
  </header>`;
};

/** @param {ChatView | null} chat */
const statusOf = (chat) => {
  if (chat && model.typing.has(chat.id)) return words().typing;
  if (!chat || chat.kind === 'private') return words().bot;
  const count = chat.memberIds.filter((id) => id !== model.state?.botId).length;
  return chat.hasBot ? words().members(count) : words().membersWithoutBot(count);
};

/** @param {ChatView | null} chat */
const pinned = (chat) => {
  if (!chat?.pinned) return nothing;
  const { position, text } = chat.pinned;
  return html`<button type="button" class="pinned" @click=${() => watch(jumpTo(position))}>
    <b>${words().pinned}</b><span>${text || words().photo}</span>
  </button>`;
};

const timeline = () => {
  const log = openLog();
  const drawn = log ? log.messages.slice(log.from, log.to) : [];
  const key = openKey();
  return html`<div class="timeline-frame">
    <div
      class="timeline"
      data-key=${key}
      tabindex="0"
      role="log"
      aria-live="polite"
      aria-label=${words().conversation}
      @scroll=${scrolled}
    >
      ${log && drawn.length === 0 ? html`<p class="empty">${words().noMessages}</p>` : nothing}
      <ol>
        ${repeat(
          [...Map.groupBy(drawn, ({ date }) => dayOf(date))],
          ([day]) => `${key} ${day}`,
          ([, messages]) => dayOfMessages(messages, key),
        )}
      </ol>
    </div>
    ${
      log && !log.isAtEnd
        ? html`<button type="button" class="to-end" aria-label=${words().toEnd} @click=${goToEnd}>
            ${icon('down')}${log.newBelow > 0 ? html`<span class="badge">${log.newBelow}</span>` : nothing}
          </button>`
        : nothing
    }
  </div>`;
};

/** One day of the chat: its name stays in sight while the day does. @param {MessageView[]} messages @param {string} key */
const dayOfMessages = (messages, key) => {
  const albums = inAlbums(messages);
  return html`<li class="day">
    <p class="day-name"><span>${longDay(model.language, messages[0]?.date ?? 0)}</span></p>
    <ol>
      ${repeat(
        albums,
        ([first]) => `${key} ${first.position}`,
        (album, index) => placed(album, albums[index - 1], albums[index + 1]),
      )}
    </ol>
  </li>`;
};

/** @typedef {[MessageView, ...MessageView[]]} Album what is shown as one: a message, or all of an album */

/** @param {MessageView[]} messages */
const inAlbums = (messages) => {
  /** @type {Album[]} */
  const albums = [];
  for (const message of messages) {
    const last = albums.at(-1);
    if (last && message.album !== null && last[0].album === message.album) last.push(message);
    else albums.push([message]);
  }
  return albums;
};

/**
 * An album, and the mark before the first that was not read.
 * @param {Album} album @param {Album | undefined} before @param {Album | undefined} after
 */
const placed = (album, before, after) => {
  const unread = openLog()?.firstUnread ?? null;
  const isUnread = unread !== null && album.some(({ position }) => position === unread);
  const isFirst = isUnread || !before || !isOneRun(before[0], album[0]);
  const mark = isUnread ? html`<li class="new-mark"><span>${words().newMessages}</span></li>` : nothing;
  return [mark, messageItem(album, { isFirst, isLast: !after || !isOneRun(album[0], after[0]) })];
};

/** @param {MessageView} one @param {MessageView} next */
const isOneRun = (one, next) =>
  one.from?.id === next.from?.id &&
  one.topicId === next.topicId &&
  !one.service &&
  !next.service &&
  next.date - one.date < RUN_MS;

/** @param {ChatView | null} chat */
const foot = (chat) => {
  const me = model.people.get(model.me);
  if (chat?.kind !== 'group' && chat?.kind !== 'supergroup') {
    if (me?.hasBlockedBot) return bigButton(words().unblock, () => block(false));
    if (me && !me.hasStarted) return bigButton(words().startBot, startBot);
  } else if (openTopic()?.closed && !isAdministrator(chat)) {
    return html`<p class="composer closed-topic">${icon('lock')} ${words().topicClosed}</p>`;
  }
  return composer();
};

/** @param {string} label @param {() => void} pressed */
const bigButton = (label, pressed) =>
  html`<div class="composer">
    <button type="button" class="big-button" @click=${pressed}>${label}</button>
  </div>`;

const scroller = () => /** @type {HTMLElement | null} */ (document.querySelector('.timeline'));

/** Draws more where the reader comes near an end of what is drawn. */
const scrolled = () => {
  const element = scroller();
  const log = openLog();
  if (!element || !log) return;
  const below = element.scrollHeight - element.scrollTop - element.clientHeight;
  const wasAtEnd = log.isAtEnd;
  log.isAtEnd = below < AT_END && log.to === log.messages.length;
  if (log.isAtEnd) log.newBelow = 0;
  if (wasAtEnd !== log.isAtEnd) changed();
  if (element.scrollTop < NEAR) watch(showOlder());
  else if (below < NEAR) showNewer();
};

/** @typedef {{ key: string, position: string | undefined, top: number }} Anchor a message, and where it stood */

/** What the reader is looking at, before it is drawn again. @returns {Anchor | null} */
export const anchor = () => {
  const element = scroller();
  if (!element) return null;
  const top = element.getBoundingClientRect().top;
  const items = element.querySelectorAll('[data-position]');
  for (const item of items) {
    const box = item.getBoundingClientRect();
    if (box.bottom <= top) continue;
    return {
      key: element.dataset.key ?? '',
      position: /** @type {HTMLElement} */ (item).dataset.position,
      top: box.top,
    };
  }
  return null;
};

let shownKey = '';

/** Keeps the reader where they were, or at the end where they follow it. @param {Anchor | null} before */
export const keepPlace = (before) => {
  const element = scroller();
  const log = openLog();
  if (!element || !log) return;
  const key = element.dataset.key ?? '';
  const isOther = key !== shownKey;
  shownKey = key;
  if (model.highlighted !== null) {
    element.querySelector(`[data-position="${model.highlighted}"]`)?.scrollIntoView({ block: 'center' });
    return;
  }
  if (isOther || log.isAtEnd) {
    const mark = isOther ? element.querySelector('.new-mark') : null;
    if (mark) mark.scrollIntoView({ block: 'start' });
    else element.scrollTop = element.scrollHeight;
    return;
  }
  if (before?.key !== key || before.position === undefined) return;
  const item = element.querySelector(`[data-position="${before.position}"]`);
  if (item) element.scrollTop += item.getBoundingClientRect().top - before.top;
};
