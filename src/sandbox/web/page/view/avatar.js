import { html } from 'lit-html';
import { initialsOf } from '../format.js';

const COLOURS = 7;

/** The circle that stands for a person or a group. @param {number} id @param {string} name @param {string} [size] */
export const avatar = (id, name, size = '') =>
  html`<span class="avatar tint-${Math.abs(id) % COLOURS} ${size}" aria-hidden="true"
    >${initialsOf(name)}</span
  >`;
