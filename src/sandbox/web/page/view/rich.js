// Rich messages: blocks of headings, paragraphs, lists, quotations and tables. Other blocks are left out.
/** @import { RichBlock, RichText } from 'grammy/types' */
import { html, nothing } from 'lit-html';
import { followLink } from '../doing.js';

/** @param {readonly RichBlock[]} blocks @returns {unknown} */
export const richBlocks = (blocks) => html`<div class="rich">${blocks.map(blockOf)}</div>`;

/** @param {RichBlock} block @returns {unknown} */
const blockOf = (block) => {
  switch (block.type) {
    case 'paragraph':
      return html`<p>${textOf(block.text)}</p>`;
    case 'heading':
      return html`<p class="heading size-${block.size}" role="heading" aria-level="4">
        ${textOf(block.text)}
      </p>`;
    case 'footer':
      return html`<p class="rich-footer">${textOf(block.text)}</p>`;
    case 'pre':
      return html`<pre><code>${textOf(block.text)}</code></pre>`;
    case 'divider':
      return html`<hr />`;
    case 'list':
      return html`<ul class="rich-list">
        ${block.items.map((item) => html`<li data-label=${item.label}>${item.blocks.map(blockOf)}</li>`)}
      </ul>`;
    case 'blockquote':
      return html`<blockquote>${block.blocks.map(blockOf)}</blockquote>`;
    case 'expandable_blockquote':
    case 'pullquote':
      return html`<blockquote>${textOf(block.text)}</blockquote>`;
    case 'details':
      return html`<details>
        <summary>${textOf(block.summary)}</summary>
        ${block.blocks.map(blockOf)}
      </details>`;
    case 'table':
      return html`<div class="table-scroller" tabindex="0">
        <table>
          ${block.caption === undefined ? nothing : html`<caption> ${textOf(block.caption)} </caption>`}
          ${block.cells.map(
            (row) =>
              html`<tr>
                ${row.map((cell) =>
                  cell.is_header
                    ? html`<th>${textOf(cell.text ?? '')}</th>`
                    : html`<td>${textOf(cell.text ?? '')}</td>`,
                )}
              </tr>`,
          )}
        </table>
      </div>`;
    default:
      return nothing;
  }
};

/** @param {RichText} text @returns {unknown} */
const textOf = (text) => {
  if (typeof text === 'string') return text;
  if (Array.isArray(text)) return text.map(textOf);
  if (!('text' in text)) return nothing;
  const content = textOf(text.text);
  switch (text.type) {
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
    case 'marked':
      return html`<mark>${content}</mark>`;
    case 'url': {
      const { url } = text;
      return html`<a
        href=${url}
        @click=${(/** @type {Event} */ event) => {
          event.preventDefault();
          followLink(url);
        }}
        >${content}</a
      >`;
    }
    default:
      return content;
  }
};
