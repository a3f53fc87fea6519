/** @import { ChatView, PersonView } from '../../wire.ts' */
import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { briefly } from '../format.js';
import { changed, chatsOf, model, now, titleOf, unreadInAll, unreadOf } from '../model.js';
import { become, castOf, openChat, watch } from '../reading.js';
import { words } from '../words.js';
import { avatar } from './avatar.js';
import { icon } from './icons.js';
import { stepFocus } from './keys.js';
import { focusComposer } from './message.js';
import { serviceText } from './service.js';

/** Whom the onlooker can be, and that person's chats. */
export const sidebar = () => html`
  <nav class="sidebar" aria-label=${words().chats}>
    <section class="people" aria-labelledby="people-title">
      <h2 id="people-title">${words().people}</h2>
      <ul @keydown=${(/** @type {KeyboardEvent} */ event) => stepFocus(event, 'button')}>
        ${repeat(peopleShown(), ({ id }) => id, personRow)}
      </ul>
      ${everybody()}
    </section>
    <section class="chats" aria-labelledby="chats-title">
      <h2 id="chats-title">${words().chats}</h2>
      <ul @keydown=${(/** @type {KeyboardEvent} */ event) => stepFocus(event, 'button')}>
        ${repeat(chatsOf(model.me), ({ id }) => id, chatRow)} ${unopenedChat()}
      </ul>
    </section>
  </nav>
`;

const peopleShown = () => {
  const cast = castOf();
  const me = model.people.get(model.me);
  return me && !cast.includes(me) ? [...cast, me] : cast;
};

/** @param {PersonView} person */
const personRow = (person) => {
  const unread = unreadInAll(person.id);
  const isMe = person.id === model.me;
  return html`<li>
    <button
      type="button"
      class="person ${isMe ? 'is-me' : ''}"
      aria-pressed=${isMe}
      tabindex=${isMe ? 0 : -1}
      title=${person.title}
      data-code=${person.code}
      @click=${() => become(person.id)}
    >
      ${avatar(person.id, person.name, 'small')}
      <span class="person-name">${person.name}</span>
      <span class="person-role">${roleOf(person)}</span>
      ${badge(isMe ? 0 : unread)}
    </button>
  </li>`;
};

/** @param {PersonView} person */
const roleOf = ({ role, unit }) => {
  const name = /** @type {Record<string, string>} */ (words().roles)[role] ?? role;
  return (role === 'unit_head' || role === 'staff') && unit !== null ? `${name} ${unit}` : name;
};

/** @param {number} count */
const badge = (count) =>
  count === 0
    ? nothing
    : html`<span class="badge"
        ><span aria-hidden="true">${count}</span><span class="unseen">${words().unread(count)}</span></span
      >`;

const everybody = () => {
  const others = [...model.people.values()].filter((person) => !castOf().includes(person));
  if (others.length === 0) return nothing;
  return html`<label class="everybody">
    <span class="unseen">${words().everybody}</span>
    <select
      @change=${(/** @type {Event} */ event) => {
        const select = /** @type {HTMLSelectElement} */ (event.target);
        const id = Number(select.value);
        select.value = '';
        if (id !== 0) become(id);
      }}
    >
      <option value="">${words().everybody} (${others.length})…</option>
      ${others.map((person) => html`<option value=${person.id}>${person.name} · ${roleOf(person)}</option>`)}
    </select>
  </label>`;
};

/** @param {ChatView} chat */
const chatRow = (chat) => {
  const isOpen = chat.id === model.chatId;
  const title = titleOf(chat);
  return html`<li>
    <button
      type="button"
      class="chat-row ${isOpen ? 'is-open' : ''}"
      aria-current=${isOpen ? 'true' : nothing}
      tabindex=${isOpen ? 0 : -1}
      data-chat=${title}
      @click=${() => {
        watch(openChat(chat.id));
        if (matchMedia('(min-width: 761px)').matches) focusComposer();
      }}
    >
      ${avatar(chat.kind === 'private' ? (model.state?.botId ?? 0) : chat.id, title)}
      <span class="chat-title">${title}</span>
      <span class="chat-when">${chat.last ? briefly(chat.last.date, now()) : ''}</span>
      <span class="chat-last">${lastOf(chat)}</span>
      ${badge(unreadOf(model.me, chat.id))}
    </button>
  </li>`;
};

/** @param {ChatView} chat */
const lastOf = ({ id, kind, last }) => {
  if (model.typing.has(id)) return words().typing;
  const draft = model.drafts.get(`${model.me} ${id}`);
  if (draft && id !== model.chatId) return html`<span class="draft-mark">${icon('edit')}</span> ${draft}`;
  if (!last) return '';
  if (last.service) return serviceText(last.service);
  const isNamed = kind !== 'private' && last.fromId !== null;
  return html`${isNamed ? html`<b>${last.fromId === model.me ? '' : `${last.from}: `}</b>` : nothing}${
    last.text || words().photo
  }`;
};

/** Before it was ever opened, the chat with the bot is no chat yet. */
const unopenedChat = () => {
  if (model.me === 0 || chatsOf(model.me).some(({ kind }) => kind === 'private')) return nothing;
  const name = model.state?.botName ?? '';
  return html`<li>
    <button
      type="button"
      class="chat-row ${model.chatId === model.me ? 'is-open' : ''}"
      tabindex=${model.chatId === model.me ? 0 : -1}
      @click=${() => {
        watch(openChat(model.me));
        changed();
      }}
    >
      ${avatar(model.state?.botId ?? 0, name)}
      <span class="chat-title">${name}</span>
      <span class="chat-last">${words().startBot}</span>
    </button>
  </li>`;
};
