// What lies over the page: the menu of a message, questions, and words that pass.
import { html, nothing } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import { begin, forward, pin, react, remove } from '../doing.js';
import { albumOf, changed, chatWith, chatsOf, isAdministrator, model, titleOf } from '../model.js';
import { icon } from './icons.js';
import { words } from '../words.js';
import { attachDialog } from './attach.js';
import { avatar } from './avatar.js';
import { mayEdit, startEditing } from './composer.js';
import { closeDialog, dialog } from './dialog.js';
import { stepFocus } from './keys.js';
import { copy, focusComposer } from './message.js';

/** What people may put under a message; Telegram has more of them. */
const EMOJI = ['👍', '❤', '🔥', '🎉', '👌', '🙏'];

export const overlays = () => html`
  ${menu()} ${model.attached.length > 0 ? attachDialog() : nothing} ${forwardDialog()} ${alertDialog()}
  ${linkDialog()} ${resetDialog()}
  <div class="toast-place" role="status" aria-live="polite">
    ${model.toast === null ? nothing : html`<p class="toast">${model.toast}</p>`}
  </div>
`;

/** Closes the menu of a message; the focus goes back to where it was opened. */
export const closeMenu = () => {
  const opener = model.menu?.opener;
  model.menu = null;
  opener?.focus();
  changed();
};

const menu = () => {
  if (!model.menu) return nothing;
  const { message, x, y } = model.menu;
  const isOwn = message.from?.id === model.me;
  const chat = chatWith(model.chatId);
  const isPinned = chat?.pinned?.position === message.position;
  const mayPin =
    message.onlyFor === null && chat !== null && (chat.kind === 'private' || isAdministrator(chat));
  return html`<div class="menu-layer" @click=${closeMenu} @contextmenu=${closeMenuOnly}>
    <div
      class="message-menu"
      role="menu"
      aria-label=${words().actions}
      ${ref((element) => place(element, x, y))}
      @keydown=${(/** @type {KeyboardEvent} */ event) => stepFocus(event, 'button')}
    >
      <div class="menu-emoji">
        ${EMOJI.map(
          (emoji) =>
            html`<button
              type="button"
              role="menuitem"
              aria-label=${words().react(emoji)}
              @click=${() => {
                closeMenu();
                react(message, emoji);
              }}
            >
              ${emoji}
            </button>`,
        )}
      </div>
      ${item('reply', words().reply, () => {
        model.replyTo = message;
        model.editing = null;
        focusComposer();
      })}
      ${
        mayEdit(message)
          ? item('edit', words().edit, () => {
              startEditing(message);
              focusComposer();
            })
          : nothing
      }
      ${message.text !== '' ? item('copy', words().copy, () => copy(message.text)) : nothing}
      ${
        message.onlyFor === null
          ? item('forward', words().forward, () => {
              model.forwarding = albumOf(message);
            })
          : nothing
      }
      ${mayPin ? item('pin', isPinned ? words().unpin : words().pin, () => pin(message, !isPinned)) : nothing}
      ${isOwn ? item('remove', words().remove, () => remove(albumOf(message))) : nothing}
    </div>
  </div>`;
};

/** @param {Event} event */
const closeMenuOnly = (event) => {
  event.preventDefault();
  closeMenu();
};

/** @param {import('./icons.js').IconName} name @param {string} label @param {() => void} chosen */
const item = (name, label, chosen) =>
  html`<button
    type="button"
    role="menuitem"
    @click=${(/** @type {Event} */ event) => {
      event.stopPropagation();
      // What is chosen may take the focus elsewhere, and a dialog gives it back to where it finds it.
      closeMenu();
      chosen();
    }}
  >
    ${icon(name)}${label}
  </button>`;

/** Puts the menu where it was asked for, as far as it fits, and the focus into it. @param {Element | undefined} element @param {number} x @param {number} y */
const place = (element, x, y) => {
  if (!(element instanceof HTMLElement) || element.dataset.placed !== undefined) return;
  element.dataset.placed = '';
  requestAnimationFrame(() => {
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`;
    element.style.top = `${Math.max(8, Math.min(y, innerHeight - height - 8))}px`;
    /** @type {HTMLElement | null} */ (element.querySelector('button'))?.focus();
  });
};

/** @param {string} question @param {() => void} closed @param {() => void} agreed */
const question = (question, closed, agreed) =>
  dialog(
    question,
    closed,
    html`<p>${question}</p>
      <div class="dialog-buttons">
        <button type="button" class="small-button" @click=${closeDialog}>${words().cancel}</button>
        <button
          type="button"
          class="small-button is-strong"
          @click=${(/** @type {Event} */ event) => {
            agreed();
            closeDialog(event);
          }}
        >
          ${words().yes}
        </button>
      </div>`,
  );

const forwardDialog = () => {
  const { forwarding } = model;
  if (forwarding.length === 0) return nothing;
  return dialog(
    words().forwardTo,
    () => {
      model.forwarding = [];
    },
    html`<h2>${words().forwardTo}</h2>
      <ul class="forward-list">
        ${chatsOf(model.me).map(
          (chat) =>
            html`<li>
              <button type="button" class="chat-row" @click=${() => forward(forwarding, chat)}>
                ${avatar(chat.id, titleOf(chat), 'small')}<span class="chat-title">${titleOf(chat)}</span>
              </button>
            </li>`,
        )}
      </ul>`,
  );
};

const alertDialog = () => {
  if (model.alert === null) return nothing;
  return dialog(
    model.alert,
    () => {
      model.alert = null;
    },
    html`<p>${model.alert}</p>
      <div class="dialog-buttons">
        <button type="button" class="small-button is-strong" @click=${closeDialog}>OK</button>
      </div>`,
  );
};

const linkDialog = () => {
  const { link } = model;
  if (link === null) return nothing;
  return question(
    `${words().linkAsk} ${link}`,
    () => {
      model.link = null;
    },
    () => {
      open(link, '_blank', 'noopener,noreferrer');
    },
  );
};

const resetDialog = () => {
  if (!model.isResetAsked) return nothing;
  return question(
    words().resetAsk,
    () => {
      model.isResetAsked = false;
    },
    () => begin(model.state?.story?.name ?? null),
  );
};
