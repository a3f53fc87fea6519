import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { attach, send, sendCommand } from '../doing.js';
import { HOUR_MS } from '../format.js';
import { changed, model, now, openKey, openLog } from '../model.js';
import { icon } from './icons.js';
import { words } from '../words.js';
import { placeholder, replyKeyboard } from './reply-keyboard.js';

/** Where one writes, attaches files and chooses commands. */
export const composer = () => {
  const text = draft();
  const isMenuShown = commandsShown().length > 0;
  return html`
    <div class="composer">
      ${context()} ${commandMenu()}
      <div class="composer-row">
        ${
          model.commands.length > 0
            ? html`<button
                type="button"
                class="menu-button"
                aria-expanded=${model.isCommandMenuOpen}
                aria-label=${`Menu: ${words().commands}`}
                @click=${() => {
                  model.isCommandMenuOpen = !model.isCommandMenuOpen;
                  model.commandIndex = -1;
                  changed();
                }}
              >
                ${icon('menu')} <span class="menu-word">Menu</span>
              </button>`
            : nothing
        }
        <label class="attach" title=${words().attach}>
          <span class="unseen">${words().attach}</span>${icon('attach')}
          <input
            type="file"
            multiple
            @change=${(/** @type {Event} */ event) => {
              const input = /** @type {HTMLInputElement} */ (event.target);
              if (input.files) attach(input.files);
              input.value = '';
            }}
          />
        </label>
        <textarea
          rows="1"
          aria-autocomplete="list"
          aria-controls=${isMenuShown ? 'commands' : nothing}
          aria-activedescendant=${isMenuShown && model.commandIndex >= 0 ? `command-${model.commandIndex}` : nothing}
          aria-label=${words().write}
          placeholder=${placeholder()}
          .value=${live(text)}
          @input=${(/** @type {Event} */ event) => {
            setDraft(/** @type {HTMLTextAreaElement} */ (event.target).value);
          }}
          @keydown=${keyPressed}
          @paste=${pasted}
        ></textarea>
        <button
          type="button"
          class="send"
          aria-label=${model.editing ? words().save : words().send}
          ?disabled=${text.trim() === ''}
          @click=${() => sendDraft()}
        >
          ${icon(model.editing ? 'check' : 'send')}
        </button>
      </div>
      ${replyKeyboard()}
    </div>
  `;
};

const draft = () => model.drafts.get(openKey()) ?? '';

/** @param {string} text */
const setDraft = (text) => {
  const key = openKey();
  if (text === '') model.drafts.delete(key);
  else model.drafts.set(key, text);
  model.commandIndex = 0;
  changed();
};

const sendDraft = () => {
  const text = draft();
  if (text.trim() !== '') send(text);
};

/** What is answered or edited, with the way out. */
const context = () => {
  const { replyTo, editing } = model;
  const message = editing ?? replyTo;
  if (!message) return nothing;
  return html`<div class="composer-context">
    <span class="context-mark">${icon(editing ? 'edit' : 'reply')}</span>
    <div>
      <b>${editing ? words().editingMessage : words().replyingTo(message.from?.name ?? '')}</b>
      <span>${message.text || message.file?.name || ''}</span>
    </div>
    <button type="button" class="icon-button" aria-label=${words().cancel} @click=${leaveContext}
      >${icon('close')}</button
    >
  </div>`;
};

const leaveContext = () => {
  if (model.editing) setDraft('');
  model.replyTo = model.editing = null;
  changed();
};

/** The commands that go on from what is typed; all of them where the menu was opened. */
const commandsShown = () => {
  if (model.isCommandMenuOpen) return model.commands;
  const typed = /^\/([\p{L}\d_]*)$/u.exec(draft())?.[1];
  return typed === undefined ? [] : model.commands.filter(({ command }) => command.startsWith(typed));
};

const commandMenu = () => {
  const commands = commandsShown();
  if (commands.length === 0) return nothing;
  return html`<ul
    class="command-menu"
    id="commands"
    role="listbox"
    tabindex="0"
    aria-label=${words().commands}
  >
    ${commands.map(
      ({ command, description }, index) =>
        html`<li
          role="option"
          id="command-${index}"
          aria-selected=${index === model.commandIndex}
          @click=${() => chooseCommand(command)}
        >
          <b>/${command}</b> <span>${description}</span>
        </li>`,
    )}
  </ul>`;
};

/** @param {string} command */
const chooseCommand = (command) => {
  setDraft('');
  sendCommand(command);
};

/** @param {KeyboardEvent} event */
const keyPressed = (event) => {
  // A Vietnamese input method is still putting a word together.
  if (event.isComposing) return;
  const commands = commandsShown();
  const chosen = commands[model.commandIndex];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (commands.length > 0 && step !== undefined) {
    event.preventDefault();
    model.commandIndex = (model.commandIndex + step + commands.length) % commands.length;
    changed();
  } else if (event.key === 'Tab' && chosen && !event.shiftKey) {
    event.preventDefault();
    model.isCommandMenuOpen = false;
    setDraft(`/${chosen.command} `);
  } else if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    if (chosen && (model.isCommandMenuOpen || draft() !== '')) chooseCommand(chosen.command);
    else sendDraft();
  } else if (event.key === 'Escape') {
    if (!model.isCommandMenuOpen && !model.replyTo && !model.editing) return;
    event.stopPropagation();
    model.isCommandMenuOpen = false;
    leaveContext();
  } else if (event.key === 'ArrowUp' && draft() === '') {
    const last = openLog()?.messages.findLast(mayEdit);
    if (!last) return;
    event.preventDefault();
    startEditing(last);
  }
};

/** Telegram lets people edit for this long. */
const EDITABLE_FOR_MS = 48 * HOUR_MS;

/** @param {import('../../wire.ts').MessageView} message */
export const mayEdit = ({ from, text, forwardedFrom, date }) =>
  from?.id === model.me && text !== '' && forwardedFrom === null && now() - date <= EDITABLE_FOR_MS;

/** @param {import('../../wire.ts').MessageView} message */
export const startEditing = (message) => {
  model.replyTo = null;
  model.editing = message;
  setDraft(message.text);
};

/** @param {ClipboardEvent} event */
const pasted = (event) => {
  const files = event.clipboardData?.files;
  if (!files || files.length === 0) return;
  event.preventDefault();
  attach(files);
};

/** As high as what is typed, up to what its style allows; the command that is chosen is in sight. */
export const fitComposer = () => {
  const area = /** @type {HTMLTextAreaElement | null} */ (document.querySelector('.composer textarea'));
  if (!area) return;
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight}px`;
  document.querySelector('.command-menu [aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
};
