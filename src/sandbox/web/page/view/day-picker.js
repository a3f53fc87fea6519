// A day and a time, written as in Việt Nam whatever the language of the browser.
import { html, nothing } from 'lit-html';
import { moveClock } from '../doing.js';
import { DAY_MS, dayOf, longDay, timeOf } from '../format.js';
import { changed, model, now, showToast } from '../model.js';
import { words } from '../words.js';
import { icon } from './icons.js';

const HALF_HOURS = Array.from({ length: 48 }, (_, index) => timeOf(index * 1_800_000 - 7 * 3_600_000));

/** What is chosen so far; `month` is what the calendar shows, yyyy-MM. */
const picked = { day: '', month: '', time: '07:30', isOpen: false };

/** @param {string} day yyyy-MM-dd @param {string} time HH:mm */
const instantOf = (day, time) => Date.parse(`${day}T${time}:00+07:00`);

/** The days of a month, with the places before its first in the week, which begins on Monday. @param {string} month */
const weeksOf = (month) => {
  const first = instantOf(`${month}-01`, '12:00');
  const weekday = (new Date(first).getUTCDay() + 6) % 7;
  const days = [];
  for (let at = first; dayOf(at).startsWith(month); at += DAY_MS) days.push(dayOf(at));
  const places = [...Array.from({ length: weekday }, () => null), ...days];
  const weeks = [];
  for (let at = 0; at < places.length; at += 7) weeks.push(places.slice(at, at + 7));
  return weeks;
};

/** @param {number} step */
const turn = (step) => {
  const middle = instantOf(`${picked.month}-15`, '12:00') + step * 30 * DAY_MS;
  picked.month = dayOf(middle).slice(0, 7);
  changed();
};

/** Chooses where to move the clock. */
export const dayPicker = () => {
  const today = dayOf(now());
  if (picked.day < today) picked.day = dayOf(now() + DAY_MS);
  if (picked.month === '' || !picked.isOpen) picked.month = picked.day.slice(0, 7);
  return html`<div class="day-picker">
    <p id="day-picker-title">${words().goTo}</p>
    <div class="picker-row">
      <button
        type="button"
        class="picked-day"
        aria-expanded=${picked.isOpen}
        aria-labelledby="day-picker-title picked-day"
        @click=${() => {
          picked.isOpen = !picked.isOpen;
          changed();
        }}
      >
        <span id="picked-day">${longDay(model.language, instantOf(picked.day, '12:00'))}</span>
      </button>
      <select
        aria-label=${words().timeOfDay}
        .value=${picked.time}
        @change=${(/** @type {Event} */ event) => {
          picked.time = /** @type {HTMLSelectElement} */ (event.target).value;
          changed();
        }}
      >
        ${HALF_HOURS.map((time) => html`<option ?selected=${time === picked.time}>${time}</option>`)}
      </select>
      <button
        type="button"
        class="small-button"
        ?disabled=${(model.state?.clock.target ?? null) !== null}
        @click=${() => {
          const to = instantOf(picked.day, picked.time);
          if (to > now()) moveClock(to);
          else showToast(words().goneBy);
        }}
      >
        ${words().go}
      </button>
    </div>
    ${picked.isOpen ? calendar(today) : nothing}
  </div>`;
};

/** @param {string} today yyyy-MM-dd */
const calendar = (today) => {
  const [year, month] = picked.month.split('-').map(Number);
  return html`<table class="calendar">
    <caption>
      <span class="calendar-head">
        <button
          type="button"
          class="icon-button"
          aria-label=${words().monthBefore}
          ?disabled=${picked.month <= today.slice(0, 7)}
          @click=${() => turn(-1)}
        >
          ${icon('back')}
        </button>
        <span aria-live="polite">${words().month(month ?? 0, year ?? 0)}</span>
        <button
          type="button"
          class="icon-button next"
          aria-label=${words().monthAfter}
          @click=${() => turn(1)}
        >
          ${icon('back')}
        </button>
      </span>
    </caption>
    <thead>
      <tr> ${words().weekdays.map((name) => html`<th scope="col">${name}</th>`)} </tr>
    </thead>
    <tbody>
      ${weeksOf(picked.month).map(
        (week) =>
          html`<tr>
            ${week.map((day) => html`<td>${day === null ? nothing : dayButton(day, today)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
};

/** @param {string} day @param {string} today */
const dayButton = (day, today) =>
  html`<button
    type="button"
    class="calendar-day ${day === today ? 'is-today' : ''}"
    aria-pressed=${day === picked.day}
    ?disabled=${day < today}
    @click=${() => {
      picked.day = day;
      picked.isOpen = false;
      changed();
    }}
  >
    <span aria-hidden="true">${Number(day.slice(8))}</span
    ><span class="unseen">${longDay(model.language, instantOf(day, '12:00'))}</span>
  </button>`;
