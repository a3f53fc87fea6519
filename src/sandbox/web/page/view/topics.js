// The topics of a forum, as Telegram shows them above the chat: everything, "General", and each by its name.
/** @import { ChatView } from '../../wire.ts' */
import { html, nothing } from 'lit-html';
import { model } from '../model.js';
import { openChat, watch } from '../reading.js';
import { words } from '../words.js';
import { icon } from './icons.js';
import { stepFocus } from './keys.js';

/** @param {ChatView | null} chat */
export const topicBar = (chat) => {
  if (!chat?.isForum) return nothing;
  return html`<div
    class="topics"
    role="tablist"
    aria-label=${words().topics}
    @keydown=${(/** @type {KeyboardEvent} */ event) => stepFocus(event, '[role="tab"]')}
  >
    ${tab(chat, null, words().allTopics)} ${tab(chat, 0, words().generalTopic)}
    ${chat.topics.map(({ id, name, closed }) => tab(chat, id, name, closed))}
  </div>`;
};

/** @param {ChatView} chat @param {number | null} topic @param {string} name @param {boolean} [isClosed] */
const tab = (chat, topic, name, isClosed = false) => {
  const isChosen = model.topicId === topic;
  return html`<button
    type="button"
    role="tab"
    class="topic"
    aria-selected=${isChosen}
    tabindex=${isChosen ? 0 : -1}
    @click=${() => watch(openChat(chat.id, { topic }))}
  >
    ${name}${isClosed ? html` ${icon('lock')}<span class="unseen">${words().topicClosed}</span>` : nothing}
  </button>`;
};

/** The topic that a message is in, where the whole forum is shown: a way into it. @param {ChatView | null} chat @param {number | null} topicId */
export const topicMark = (chat, topicId) => {
  if (!chat?.isForum || model.topicId !== null) return nothing;
  const name = chat.topics.find(({ id }) => id === topicId)?.name ?? words().generalTopic;
  return html`<button
    type="button"
    class="topic-mark"
    title="${words().topic}: ${name}"
    @click=${() => watch(openChat(chat.id, { topic: topicId ?? 0 }))}
    >${name}</button
  >`;
};
