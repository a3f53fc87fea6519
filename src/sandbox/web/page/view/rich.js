// Rich messages: blocks of headings, paragraphs, lists, quotations and tables. Other blocks are left out.
/** @import { RichBlock, RichBlockTableCell, RichText } from 'grammy/types' */
import { html, nothing } from 'lit-html';
import { linkTo, styled } from './styled.js';

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
          ${block.cells.map((row) => html`<tr> ${row.map(cellOf)} </tr>`)}
        </table>
      </div>`;
    default:
      return nothing;
  }
};

/** A cell without a text is there, and not seen. @param {RichBlockTableCell} cell */
const cellOf = ({ text, is_header, colspan, rowspan, align, valign }) => {
  const content = text === undefined ? nothing : textOf(text);
  const place = `to-${align} at-${valign}`;
  return is_header
    ? html`<th class=${place} colspan=${colspan ?? nothing} rowspan=${rowspan ?? nothing}>${content}</th>`
    : html`<td class=${place} colspan=${colspan ?? nothing} rowspan=${rowspan ?? nothing}>${content}</td>`;
};

/** @param {RichText} text @returns {unknown} */
const textOf = (text) => {
  if (typeof text === 'string') return text;
  if (Array.isArray(text)) return text.map(textOf);
  if (!('text' in text)) return nothing;
  const content = textOf(text.text);
  if (text.type === 'marked') return html`<mark>${content}</mark>`;
  if (text.type === 'url') return linkTo(text.url, content);
  return styled(text.type, content) ?? content;
};
