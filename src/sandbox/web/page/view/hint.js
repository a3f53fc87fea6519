// The first minute: three steps from a notice to a reminder, each one press away.
import { html, nothing } from 'lit-html';
import { moveClock, pasteSample } from '../doing.js';
import { changed, model, openLog } from '../model.js';
import { castOf, goToEnd, jumpTo, openChat, watch } from '../reading.js';
import { icon } from './icons.js';
import { words } from '../words.js';
import { focusComposer } from './message.js';

/** How far the onlooker has come. @returns {0 | 1 | 2 | 3} */
const step = () => {
  const { state } = model;
  if (!state) return 0;
  const isReminded = state.outlook?.deliveries.some(
    ({ kind, state: is, taskNumbers }) =>
      kind === 'reminder' && is === 'sent' && taskNumbers.some((number) => number > model.firstTask),
  );
  if (isReminded) return 3;
  if (ownReminders().length > 0) return 2;
  return isPasted() ? 1 : 0;
};

/** Reminders of what the onlooker has given out, earliest first. */
const ownReminders = () =>
  (model.state?.outlook?.planned ?? []).filter(
    ({ taskNumber, rung }) => taskNumber > model.firstTask && !rung.startsWith('escalate-'),
  );

/** Whether the secretary has a draft that is not saved. */
const isPasted = () => {
  const secretary = secretaryOf();
  const last = secretary && model.chats.get(secretary.id)?.last;
  return last?.fromId === model.state?.botId && model.wasPasted;
};

const secretaryOf = () => [...model.people.values()].find(({ role }) => role === 'secretary') ?? null;

export const hint = () => {
  if (!model.isHintShown || model.state?.stageState !== 'ready') return nothing;
  const { title, paste, draft, move, reply, close } = words().hint;
  const { pasteWhat, draftWhat, moveWhat, replyWhat } = words().hint;
  const at = step();
  const isMoving = model.state.clock.target !== null;
  return html`<section class="hint" aria-label=${title}>
    <ol>
      ${[paste, draft, move].map(
        (label, index) =>
          html`<li class="${index === at ? 'is-now' : ''} ${index < at ? 'is-done' : ''}">
            <button
              type="button"
              ?disabled=${index !== at || isMoving}
              aria-current=${index === at ? 'step' : nothing}
              @click=${() => DOING[index]?.()}
            >
              <span class="hint-number" aria-hidden="true">${index < at ? icon('check') : index + 1}</span
              ><span class="hint-label">${label}</span>
            </button>
          </li>`,
      )}
    </ol>
    <p>
      ${[pasteWhat, draftWhat, moveWhat, replyWhat][at]}
      ${
        at === 3 && newestReminder() !== null
          ? html`<button type="button" class="hint-more" @click=${answerReminder}>${reply}</button>`
          : nothing
      }
    </p>
    <button
      type="button"
      class="icon-button hint-close"
      aria-label=${close}
      @click=${() => {
        model.isHintShown = false;
        changed();
      }}
    >
      ${icon('close')}
    </button>
  </section>`;
};

const showDraft = () => {
  const secretary = secretaryOf();
  if (!secretary) return;
  model.me = secretary.id;
  watch(
    openChat(secretary.id).then(() => {
      const summary = openLog()?.messages.findLast(
        ({ from, keyboard }) =>
          from?.isBot && keyboard.flat().some(({ text }) => text.startsWith('Lưu tất cả')),
      );
      return summary && jumpTo(summary.position);
    }),
  );
};

/**
 * Moves to the first reminder of what the onlooker has given out, and shows it where it comes: to one of the people at
 * hand, to whom it is the only thing said, if there is one.
 */
const moveToReminder = () => {
  const reminders = ownReminders();
  const at = reminders[0]?.at;
  if (at === undefined) return;
  const planned = model.state?.outlook?.planned ?? [];
  const places = reminders
    .filter((one) => one.at === at)
    .flatMap(({ unit }) => {
      const chat = [...model.chats.values()].find(({ title, kind }) => kind !== 'private' && title === unit);
      const person = castOf().find(({ id, role }) => role === 'unit_head' && chat?.memberIds.includes(id));
      const others = planned.filter((one) => one.unit === unit && one.taskNumber <= model.firstTask).length;
      return chat && person ? [{ chat, person, others }] : [];
    })
    .sort((one, other) => one.others - other.others);
  moveClock(at);
  const [place] = places;
  if (!place) return;
  model.me = place.person.id;
  watch(
    openChat(place.chat.id).then(() => {
      const log = openLog();
      if (log) log.firstUnread = null;
      goToEnd();
    }),
  );
};

const newestReminder = () =>
  openLog()?.messages.findLast(({ from, text }) => from?.isBot && text.startsWith('⏰')) ?? null;

/** Answers the newest reminder in the open chat. */
const answerReminder = () => {
  model.view = 'chat';
  model.replyTo = newestReminder();
  changed();
  focusComposer();
};

const DOING = [pasteSample, showDraft, moveToReminder];
