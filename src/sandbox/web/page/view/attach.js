// Files that are about to be sent, with their caption.
import { html } from 'lit-html';
import { sendAttached } from '../doing.js';
import { sizeOf } from '../format.js';
import { changed, model, openKey } from '../model.js';
import { words } from '../words.js';
import { dialog, closeDialog } from './dialog.js';
import { icon } from './icons.js';

/** core.telegram.org/bots/api#senddocument */
const LONGEST_CAPTION = 1_024;

export const attachDialog = () =>
  dialog(
    words().attach,
    () => {
      model.attached = [];
    },
    html`<h2>${words().filesToSend(model.attached.length)}</h2>
      <ul class="attached">
        ${model.attached.map(
          (file) =>
            html`<li>
              <span class="document-name">${file.name}</span>
              <span class="document-size">${sizeOf(model.language, file.size)}</span>
              <button
                type="button"
                class="icon-button"
                aria-label=${words().leaveOut(file.name)}
                @click=${(/** @type {Event} */ event) => leaveOut(event, file)}
                >${icon('close')}</button
              >
            </li>`,
        )}
      </ul>
      <form @submit=${submitted}>
        <input
          name="caption"
          class="caption"
          autocomplete="off"
          data-first
          maxlength=${LONGEST_CAPTION}
          aria-label=${words().caption}
          placeholder=${words().caption}
          value=${(model.drafts.get(openKey()) ?? '').slice(0, LONGEST_CAPTION)}
        />
        <div class="dialog-buttons">
          <button type="button" class="small-button" @click=${closeDialog}>${words().cancel}</button>
          <button type="submit" class="small-button is-strong">${words().send}</button>
        </div>
      </form>`,
  );

/** @param {Event} event @param {File} file */
const leaveOut = (event, file) => {
  model.attached = model.attached.filter((one) => one !== file);
  if (model.attached.length === 0) closeDialog(event);
  changed();
};

/** @param {SubmitEvent} event */
const submitted = (event) => {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.target);
  const caption = String(new FormData(form).get('caption') ?? '').trim();
  sendAttached(caption);
  closeDialog(event);
};
