import { html } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import { changed } from '../model.js';

/**
 * A dialog that takes the focus, where `data-first` says, and gives it back.
 * @param {string} label @param {() => void} closed @param {unknown} content
 */
export const dialog = (label, closed, content) =>
  html`<dialog
    aria-label=${label}
    ${ref((element) => {
      if (element instanceof HTMLDialogElement && !element.open) {
        requestAnimationFrame(() => {
          if (!element.isConnected || element.open) return;
          element.showModal();
          const first = element.querySelector('[data-first]');
          if (first instanceof HTMLElement) first.focus();
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

/** @param {Event} event of something in the dialog */
export const closeDialog = (event) => {
  /** @type {HTMLElement} */ (event.target).closest('dialog')?.close();
};
