// A keyboard that a message has put in the place of the reader's own: pressed, its keys are sent as text.
import { html, nothing } from 'lit-html';
import { send } from '../doing.js';
import { changed, markupFor, model, openKey, openLog } from '../model.js';
import { words } from '../words.js';

/** The newest keyboard in the open chat that is for the person, with its message, while nothing has taken it away. */
const shown = () => {
  const message = openLog()?.messages.findLast((one) => {
    const markup = markupFor(one);
    return markup !== null && markup.kind !== 'ask';
  });
  const markup = message && markupFor(message);
  if (markup?.kind !== 'keyboard' || model.putAway.has(`${openKey()} ${message?.position}`)) return null;
  return { markup, message };
};

/** What is to be written in the empty box, as the bot would have it. */
export const placeholder = () => {
  const asked = model.replyTo && markupFor(model.replyTo);
  if (asked?.kind === 'ask' && asked.placeholder !== '') return asked.placeholder;
  return shown()?.markup.placeholder || words().write;
};

export const replyKeyboard = () => {
  const { markup, message } = shown() ?? {};
  if (!markup || !message) return nothing;
  /** @param {string} text */
  const pressed = (text) => {
    // In a group the bot hears it as a reply to its message.
    if (message.from?.isBot && model.chatId !== model.me) model.replyTo = message;
    if (markup.isOneTime) model.putAway.add(`${openKey()} ${message.position}`);
    send(text);
    changed();
  };
  return html`<div class="reply-keyboard" role="group" aria-label=${words().replyKeyboard}>
    ${markup.rows.map(
      (row) =>
        html`<div class="keyboard-row">
          ${row.map((text) => html`<button type="button" @click=${() => pressed(text)}>${text}</button>`)}
        </div>`,
    )}
  </div>`;
};
