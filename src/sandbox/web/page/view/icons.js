// Drawn here, so that they look the same whatever letters a machine has.
import { svg, html } from 'lit-html';

const PATHS = {
  back: svg`<path d="M19 12H5m6-6-6 6 6 6" />`,
  send: svg`<path d="M4 12 20 4l-5 16-4-7z" />`,
  attach: svg`<path d="m20 11-8.5 8.5a5 5 0 0 1-7-7L13 4a3.4 3.4 0 0 1 4.8 4.8L9.5 17a1.7 1.7 0 0 1-2.4-2.4L14.5 7" />`,
  menu: svg`<path d="M4 7h16M4 12h16M4 17h16" />`,
  more: svg`<path d="M6 12h.01M12 12h.01M18 12h.01" stroke-width="3" />`,
  reply: svg`<path d="M10 6 4 12l6 6m-6-6h10a6 6 0 0 1 6 6" />`,
  edit: svg`<path d="m4 20 1-4L16 5l3 3L8 19z" />`,
  copy: svg`<path d="M9 9h11v11H9zM5 15H4V4h11v1" />`,
  forward: svg`<path d="m14 6 6 6-6 6m6-6H10a6 6 0 0 0-6 6" />`,
  remove: svg`<path d="M5 7h14M9 7V4h6v3m2 0-1 13H8L7 7" />`,
  reset: svg`<path d="M5 5v5h5M5.5 10A7.5 7.5 0 1 1 4.5 14" />`,
  auto: svg`<circle cx="12" cy="12" r="8" /><path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor" />`,
  light: svg`<circle cx="12" cy="12" r="4" /><path d="M12 3v2m0 14v2M3 12h2m14 0h2M5.6 5.6 7 7m10 10 1.4 1.4m0-12.8L17 7M7 17l-1.4 1.4" />`,
  dark: svg`<path d="M20 14A8 8 0 1 1 10 4a6.5 6.5 0 0 0 10 10z" />`,
  clock: svg`<circle cx="12" cy="12" r="8" /><path d="M12 7v5l3 2" />`,
  close: svg`<path d="m6 6 12 12M18 6 6 18" />`,
  check: svg`<path d="m5 12 5 5 9-10" />`,
  down: svg`<path d="M12 5v14m-6-6 6 6 6-6" />`,
  pin: svg`<path d="M9 3h6l-1 6 4 4H6l4-4zM12 13v8" />`,
  lock: svg`<path d="M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3" />`,
  eye: svg`<path d="M3 12s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6z" /><circle cx="12" cy="12" r="2.5" />`,
};

/** @typedef {keyof typeof PATHS} IconName */

/** @param {IconName} name */
export const icon = (name) =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${PATHS[name]}</svg>`;
