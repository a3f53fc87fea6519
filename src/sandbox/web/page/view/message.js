/** @import { ButtonView, FileView, MessageView } from '../../wire.ts' */
import { html, nothing } from 'lit-html';
import { fileUrl } from '../api.js';
import { followLink, press, react } from '../doing.js';
import { formattedText } from '../entities.js';
import { momentOf, sizeOf, timeOf } from '../format.js';
import { changed, chatWith, model, showToast } from '../model.js';
import { jumpTo, watch } from '../reading.js';
import { words } from '../words.js';
import { avatar } from './avatar.js';
import { icon } from './icons.js';
import { richBlocks } from './rich.js';
import { serviceText } from './service.js';
import { topicMark } from './topics.js';

/**
 * A message in its place, or an album: several that are shown as one.
 * @param {import('./conversation.js').Album} album
 * @param {{ isFirst: boolean, isLast: boolean }} run whether it begins and ends what one person says in a row
 */
export const messageItem = (album, { isFirst, isLast }) => {
  const [message] = album;
  if (message.service) {
    return html`<li class="service" data-position=${message.position}>
      <span>${serviceText(message.service)}</span>
    </li>`;
  }
  const isOwn = message.from?.id === model.me;
  const chat = chatWith(model.chatId);
  const isGroup = chat?.kind !== 'private';
  const name = message.from?.name ?? '';
  const id = message.from?.id ?? 0;
  // The words of an album, and what else is said of it, are those of one of its messages.
  const spoken = album.find(({ text }) => text !== '') ?? message;
  const isHighlighted = album.some(({ position }) => model.highlighted === position);
  return html`<li
    class="message ${isOwn ? 'is-own' : ''} ${isFirst ? 'is-first' : ''} ${isLast ? 'is-last' : ''} ${isHighlighted ? 'is-highlighted' : ''}"
    data-position=${message.position}
  >
    ${isGroup && !isOwn ? html`<span class="gutter">${isLast ? avatar(id, name, 'small') : nothing}</span>` : nothing}
    <article
      class="bubble-column"
      tabindex="-1"
      aria-label="${name}, ${momentOf(model.language, message.date)}"
      @contextmenu=${(/** @type {PointerEvent} */ event) => openMenu(event, spoken)}
      @dblclick=${() => {
        model.replyTo = message;
        changed();
        focusComposer();
      }}
    >
      <div
        class="bubble ${message.onlyFor !== null ? 'is-private' : ''} ${message.file?.isPhoto ? 'has-photo' : ''}"
      >
        ${
          isGroup && !isOwn && isFirst
            ? html`<p class="sender tint-${Math.abs(id) % 7}">
                ${name}${message.from?.isBot ? html` <span class="bot-mark">${words().bot}</span>` : nothing}
              </p>`
            : nothing
        }
        ${isFirst ? topicMark(chat, message.topicId) : nothing}
        ${message.onlyFor !== null ? html`<p class="only-for">${icon('eye')} ${onlyFor(message)}</p>` : nothing}
        ${
          message.forwardedFrom !== null
            ? html`<p class="forwarded">${words().forwardedFrom} <b>${message.forwardedFrom}</b></p>`
            : nothing
        }
        ${quote(message)} ${attachments(album)}
        ${message.blocks.length > 0 ? richBlocks(message.blocks) : nothing} ${textOf(spoken)}
        <footer class="meta">
          ${reactions(spoken)}
          ${
            spoken.editedAt !== null
              ? html`<span class="edited" title=${momentOf(model.language, spoken.editedAt)}
                  >${words().edited}</span
                >`
              : nothing
          }
          <time
            datetime=${new Date(message.date).toISOString()}
            title=${momentOf(model.language, message.date)}
            >${timeOf(message.date)}</time
          >
          ${isOwn ? html`${icon('check')}` : nothing}
        </footer>
        <button
          type="button"
          class="more"
          aria-haspopup="menu"
          aria-label=${words().actions}
          @click=${(/** @type {PointerEvent} */ event) => openMenu(event, spoken)}
          >${icon('more')}</button
        >
      </div>
      ${keyboard(message)}
    </article>
  </li>`;
};

/** Nothing stands between the tags: white space is kept as it is sent. @param {MessageView} message */
const textOf = ({ text, entities }) => {
  const content = [formattedText(text, entities), html`<span class="meta-space" aria-hidden="true"></span>`];
  return html`<div class="text">${content}</div>`;
};

/** @param {MessageView} message */
const onlyFor = ({ onlyFor: id, from }) => {
  const receiver = id === null || id === model.state?.botId ? from?.id : id;
  return words().onlyYou(model.people.get(receiver ?? 0)?.name ?? '');
};

/** @param {MessageView} message */
const quote = ({ reply }) => {
  if (!reply) return nothing;
  const { position } = reply;
  if (position === null) return html`<p class="quoted">${words().deletedReply}</p>`;
  return html`<button type="button" class="quoted" @click=${() => watch(jumpTo(position))}>
    <b>${reply.name}</b><span>${reply.text || words().photo}</span>
  </button>`;
};

/** The files of a message, or of all that is shown with it: pictures side by side, documents one below the other. @param {readonly MessageView[]} album */
const attachments = (album) => {
  const files = album.flatMap(({ file, position }) => (file ? [{ file, position }] : []));
  if (files.length === 0) return nothing;
  if (files[0]?.file.isPhoto && files.length > 1) {
    return html`<div class="photos">${files.map(({ file, position }) => photo(file, position))}</div>`;
  }
  return files.map(({ file, position }) =>
    file.isPhoto ? photo(file, position) : documentLink(file, position),
  );
};

/** @param {FileView} file @param {number} position */
const photo = (file, position) =>
  html`<a href=${fileUrl(file.id)} target="_blank" data-part=${position}>
    <img class="photo" src=${fileUrl(file.id)} alt=${words().photo} loading="lazy" />
  </a>`;

/** @param {FileView} file @param {number} position */
const documentLink = (file, position) =>
  html`<a class="document" href=${fileUrl(file.id)} download=${file.name} data-part=${position}>
    <span class="unseen">${words().download}</span>
    <span class="document-icon" aria-hidden="true">${file.name.split('.').at(-1)?.slice(0, 4) ?? ''}</span>
    <span class="document-name">${file.name}</span>
    <span class="document-size">${sizeOf(model.language, file.size)}</span>
  </a>`;

/** @param {MessageView} message */
const reactions = (message) => {
  if (message.reactions.length === 0) return nothing;
  const byEmoji = Map.groupBy(message.reactions, ({ emoji }) => emoji);
  return html`<span class="reactions">
    ${[...byEmoji].map(([emoji, given]) => {
      const isMine = given.some(({ userId }) => userId === model.me);
      const who = given
        .map(({ userId }) => model.people.get(userId)?.name ?? model.state?.botName)
        .join(', ');
      return html`<button
        type="button"
        class="reaction ${isMine ? 'is-mine' : ''}"
        aria-pressed=${isMine}
        title=${who}
        @click=${() => react(message, emoji)}
      >
        ${emoji} ${given.length > 1 ? given.length : nothing}
      </button>`;
    })}
  </span>`;
};

/** @param {MessageView} message */
const keyboard = (message) => {
  if (message.keyboard.length === 0) return nothing;
  return html`<div class="keyboard">
    ${message.keyboard.map(
      (row, rowIndex) =>
        html`<div class="keyboard-row">
          ${row.map((button, column) => keyboardButton(message, button, rowIndex, column))}
        </div>`,
    )}
  </div>`;
};

/** @param {MessageView} message @param {ButtonView} button @param {number} row @param {number} column */
const keyboardButton = (message, button, row, column) => {
  const isPressed = model.pressed.has(`${model.me} ${model.chatId} ${message.id} ${row} ${column}`);
  return html`<button
    type="button"
    class="key ${button.style ?? ''} ${isPressed ? 'is-pressed' : ''}"
    aria-busy=${isPressed}
    @click=${() => {
      if (button.url !== null) followLink(button.url);
      else if (button.copies !== null) copy(button.copies);
      else press(message, row, column);
    }}
  >
    ${button.text}${button.url !== null ? html`<span class="key-mark" aria-hidden="true">↗</span>` : nothing}
  </button>`;
};

/** @param {string} text */
export const copy = (text) => {
  watch(navigator.clipboard.writeText(text).then(() => showToast(words().copied)));
};

/** @param {PointerEvent} event @param {MessageView} message */
const openMenu = (event, message) => {
  // A selection of text has its own menu.
  if (event.type === 'contextmenu' && getSelection()?.type === 'Range') return;
  event.preventDefault();
  const element = /** @type {HTMLElement} */ (event.currentTarget);
  const target = element.getBoundingClientRect();
  const isByPointer = event.clientX > 0 || event.clientY > 0;
  model.menu = {
    message,
    opener: element,
    x: isByPointer ? event.clientX : target.left,
    y: isByPointer ? event.clientY : target.bottom,
  };
  changed();
};

export const focusComposer = () => {
  requestAnimationFrame(() => {
    /** @type {HTMLElement | null} */ (document.querySelector('.composer textarea'))?.focus();
  });
};
