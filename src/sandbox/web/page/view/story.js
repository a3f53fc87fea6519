/** @import { StoryView } from '../../wire.ts' */
import { html, nothing } from 'lit-html';
import { nextOfStory } from '../doing.js';
import { words } from '../words.js';

/** Tells a story, step by step. @param {StoryView} story */
export const storyBar = ({ title, note, done, steps, isPlaying, error }) => {
  const isOver = done === steps;
  const label = isPlaying ? words().story.playing : done <= 1 ? words().story.begin : words().story.next;
  return html`<section class="hint story" aria-label=${title}>
    <p class="story-title">${title} <span>${done}/${steps}</span></p>
    <p aria-live="polite">
      ${error === null ? note : html`${words().story.error} ${error}`}${
        isOver && !isPlaying ? html` <b>${words().story.over}</b>` : nothing
      }
    </p>
    ${
      isOver || error !== null
        ? nothing
        : html`<button type="button" class="story-next" ?disabled=${isPlaying} @click=${nextOfStory}>
            ${label}
          </button>`
    }
  </section>`;
};
