// A text with its formatting, as Telegram describes it: entities with offsets and lengths in UTF-16 units, one inside
// the other or side by side.
/** @import { MessageEntity } from 'grammy/types' */
import { html } from 'lit-html';
import { sendCommand, send } from './doing.js';
import { dayName, timeOf } from './format.js';
import { model } from './model.js';
import { linkTo, styled } from './view/styled.js';
import { words } from './words.js';

/**
 * @param {string} text
 * @param {readonly MessageEntity[]} entities
 * @returns {unknown[]} what lit-html draws
 */
export const formattedText = (text, entities) => {
  const sorted = [...entities].sort((one, other) => one.offset - other.offset || other.length - one.length);
  return partOf(text, sorted, 0, text.length);
};

/** @param {string} text @param {readonly MessageEntity[]} entities @param {number} start @param {number} end */
const partOf = (text, entities, start, end) => {
  /** @type {unknown[]} */
  const parts = [];
  let at = start;
  for (let index = 0; index < entities.length;) {
    const entity = entities[index];
    if (!entity) break;
    const stop = Math.min(end, entity.offset + entity.length);
    // What reaches out of the one before, which Telegram does not send, is left as it is.
    if (entity.offset < at) {
      index++;
      continue;
    }
    const inside = entities.slice(index + 1).filter((other) => other.offset < stop);
    if (entity.offset > at) parts.push(text.slice(at, entity.offset));
    parts.push(elementOf(entity, text.slice(entity.offset, stop), partOf(text, inside, entity.offset, stop)));
    at = stop;
    index += 1 + inside.length;
  }
  if (at < end) parts.push(text.slice(at, end));
  return parts;
};

/** @param {MessageEntity} entity @param {string} text @param {unknown} content */
const elementOf = (entity, text, content) => {
  switch (entity.type) {
    case 'pre':
      return html`<pre><code>${content}</code></pre>`;
    case 'blockquote':
      return html`<blockquote>${content}</blockquote>`;
    case 'expandable_blockquote':
      return html`<details class="quote">
        <summary>
          <span class="unseen">${words().wholeQuote}</span
          ><span class="quote-start">${text.split('\n')[0]}</span>
        </summary>
        ${content}
      </details>`;
    case 'text_link':
      return linkTo(entity.url, content);
    case 'url':
      return linkTo(text.includes('://') ? text : `https://${text}`, content);
    case 'email':
      return linkTo(`mailto:${text}`, content);
    case 'bot_command': {
      const pressed = () => commandPressed(text);
      return html`<button class="inline-link" type="button" @click=${pressed}>${content}</button>`;
    }
    case 'date_time':
      return html`<time title=${whenOf(entity)}>${content}</time>`;
    case 'mention':
    case 'text_mention':
    case 'hashtag':
    case 'cashtag':
      return html`<span class="mention">${content}</span>`;
    default:
      return styled(entity.type, content) ?? content;
  }
};

/** @param {Extract<MessageEntity, { type: 'date_time' }>} entity */
const whenOf = ({ unix_time }) => {
  const at = unix_time * 1_000;
  return `${timeOf(at)} ${dayName(model.language, at)}`;
};

/** A command in a text is sent by a press on it, as in Telegram. @param {string} text */
const commandPressed = (text) => {
  if (text.includes('@')) send(text);
  else sendCommand(text.slice(1));
};
