// What formatted texts and rich messages have in common: words in a style, and links.
import { html } from 'lit-html';
import { followLink } from '../doing.js';

/**
 * Words in a style of their own; null where the style is none that both kinds of message know.
 * @param {string} type @param {unknown} content
 */
export const styled = (type, content) => {
  switch (type) {
    case 'bold':
      return html`<strong>${content}</strong>`;
    case 'italic':
      return html`<em>${content}</em>`;
    case 'underline':
      return html`<u>${content}</u>`;
    case 'strikethrough':
      return html`<s>${content}</s>`;
    case 'code':
      return html`<code>${content}</code>`;
    case 'spoiler':
      return html`<span class="spoiler" tabindex="0">${content}</span>`;
    default:
      return null;
  }
};

/** A link that asks before it leads out. @param {string} url @param {unknown} content */
export const linkTo = (url, content) =>
  html`<a
    href=${url}
    rel="noreferrer"
    @click=${(/** @type {Event} */ event) => {
      event.preventDefault();
      followLink(url);
    }}
    >${content}</a
  >`;
