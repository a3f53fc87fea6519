import { html } from 'lit-html';
import { initialsOf } from '../format.js';
import { model } from '../model.js';

const COLOURS = 7;

/** The circle that stands for a person, a group or the bot. @param {number} id @param {string} name @param {string} [size] */
export const avatar = (id, name, size = '') =>
  id === model.state?.botId
    ? html`<img class="avatar ${size}" src="/icon.svg" alt="" />`
    : html`<span class="avatar tint-${Math.abs(id) % COLOURS} ${size}" aria-hidden="true"
        >${initialsOf(name)}</span
      >`;
