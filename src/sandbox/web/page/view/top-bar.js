import { html, nothing } from 'lit-html';
import { begin } from '../doing.js';
import { dayName, timeOf } from '../format.js';
import { changed, model, now } from '../model.js';
import { icon } from './icons.js';
import { words } from '../words.js';

const THEMES = ['auto', 'light', 'dark'];

export const topBar = () => html`
  <header class="top-bar">
    <p class="brand">
      <img src="/icon.svg" alt="" width="24" height="24" /> <b>Đôn Đốc</b> <span>${words().trial}</span>
    </p>
    ${now() === 0 ? nothing : clockPill()}
    <div class="top-actions">
      ${storyChoice()}
      <button
        type="button"
        class="icon-button"
        title=${words().reset}
        aria-label=${words().reset}
        @click=${() => {
          model.isResetAsked = true;
          changed();
        }}
        >${icon('reset')}</button
      >
      <button
        type="button"
        class="icon-button"
        title=${themeWords()}
        aria-label=${themeWords()}
        @click=${nextTheme}
      >
        ${icon(model.theme === 'light' || model.theme === 'dark' ? model.theme : 'auto')}
      </button>
      <button
        type="button"
        class="icon-button language"
        title=${words().languageHint}
        lang=${model.language === 'vi' ? 'en' : 'vi'}
        @click=${() => {
          model.language = model.language === 'vi' ? 'en' : 'vi';
          localStorage.setItem('language', model.language);
          changed();
        }}
      >
        ${words().language}
      </button>
    </div>
  </header>
`;

const themeWords = () => /** @type {Record<string, string>} */ (words().theme)[model.theme] ?? '';

const nextTheme = () => {
  model.theme = THEMES[(THEMES.indexOf(model.theme) + 1) % THEMES.length] ?? 'auto';
  localStorage.setItem('theme', model.theme);
  changed();
};

const clockPill = () => {
  const isMoving = (model.state?.clock.target ?? null) !== null;
  return html`<button
    type="button"
    class="clock-pill ${isMoving ? 'is-moving' : ''}"
    aria-label="${words().openPanel}: ${timeOf(now())} ${dayName(model.language, now())}"
    @click=${() => {
      model.view = model.view === 'panel' ? 'chat' : 'panel';
      changed();
    }}
  >
    ${icon('clock')} <b>${timeOf(now())}</b> <span>${dayName(model.language, now())}</span>
  </button>`;
};

const storyChoice = () => {
  const { stories = [], story = null } = model.state ?? {};
  return html`<label class="story-choice">
    <span class="unseen">${words().storyChoice}</span>
    <select
      .value=${story?.name ?? ''}
      @change=${(/** @type {Event} */ event) => {
        const { value } = /** @type {HTMLSelectElement} */ (event.target);
        begin(value === '' ? null : value);
      }}
    >
      <option value="">${words().ownTrial}</option>
      ${stories.map(
        ({ name, title }) => html`<option value=${name} ?selected=${name === story?.name}>${title}</option>`,
      )}
    </select>
  </label>`;
};
