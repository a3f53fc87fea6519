// What lies over the page: the menu of a message, questions, and words that pass.
import { html, nothing } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import { begin, forward, react, remove } from '../doing.js';
import { changed, chatsOf, model, titleOf } from '../model.js';
import { icon } from './icons.js';
import { words } from '../words.js';
import { avatar } from './avatar.js';
import { startEditing } from './composer.js';
import { copy, focusComposer } from './message.js';

/** What people may put under a message; Telegram has more of them. */
const EMOJI = ['👍', '❤', '🔥', '🎉', '👌', '🙏'];

export const overlays = () => html`
  ${menu()} ${forwardDialog()} ${alertDialog()} ${linkDialog()} ${resetDialog()}
  <div class="toast-place" role="status" aria-live="polite">
    ${model.toast === null ? nothing : html`<p class="toast">${model.toast}</p>`}
  </div>
`;

const closeMenu = () => {
  model.menu = null;
  changed();
};

const menu = () => {
  if (!model.menu) return nothing;
  const { message, x, y } = model.menu;
  const isOwn = message.from?.id === model.me;
  return html`<div class="menu-layer" @click=${closeMenu} @contextmenu=${closeMenuOnly}>
    <div
      class="message-menu"
      role="menu"
      aria-label=${words().actions}
      ${ref((element) => place(element, x, y))}
      @keydown=${menuKey}
    >
      <div class="menu-emoji">
        ${EMOJI.map(
          (emoji) =>
            html`<button
              type="button"
              role="menuitem"
              aria-label=${words().react(emoji)}
              @click=${() => react(message, emoji)}
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
        isOwn && message.text !== ''
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
              model.forwarding = message;
            })
          : nothing
      }
      ${isOwn ? item('remove', words().remove, () => remove(message)) : nothing}
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
    @click=${() => {
      chosen();
      closeMenu();
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

/** @param {KeyboardEvent} event */
const menuKey = (event) => {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const buttons = [.../** @type {HTMLElement} */ (event.currentTarget).querySelectorAll('button')];
  const index = buttons.findIndex((button) => button === document.activeElement);
  buttons[(index + step + buttons.length) % buttons.length]?.focus();
};

/**
 * A dialog that takes the focus, and gives it back.
 * @param {string} label @param {() => void} closed @param {unknown} content
 */
const dialog = (label, closed, content) =>
  html`<dialog
    aria-label=${label}
    ${ref((element) => {
      if (element instanceof HTMLDialogElement && !element.open) {
        requestAnimationFrame(() => {
          if (element.isConnected && !element.open) element.showModal();
        });
      }
    })}
    @close=${() => {
      closed();
      changed();
    }}
    @click=${(/** @type {Event} */ event) => {
      if (event.target instanceof HTMLDialogElement) event.target.close();
    }}
  >
    <div class="dialog-content">${content}</div>
  </dialog>`;

/** @param {Event} event */
const closeDialog = (event) => {
  /** @type {HTMLElement} */ (event.target).closest('dialog')?.close();
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
  if (!forwarding) return nothing;
  return dialog(
    words().forwardTo,
    () => {
      model.forwarding = null;
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
