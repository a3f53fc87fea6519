// The first minute: three steps from a notice to a reminder, each one press away.
import { html, nothing } from 'lit-html';
import { jumpTo, moveClock, openChat, pasteSample, watch } from '../doing.js';
import { changed, model, openLog } from '../model.js';
import { words } from '../words.js';
import { castOf } from '../doing.js';
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
  const at = step();
  const labels = [paste, draft, move, reply];
  const whats = [
    words().hint.pasteWhat,
    words().hint.draftWhat,
    words().hint.moveWhat,
    words().hint.replyWhat,
  ];
  return html`<section class="hint" aria-label=${title}>
    <ol>
      ${labels.map(
        (label, index) =>
          html`<li class="${index === at ? 'is-now' : ''} ${index < at ? 'is-done' : ''}">
            <button
              type="button"
              ?disabled=${index > at || (model.state?.clock.target ?? null) !== null}
              aria-current=${index === at ? 'step' : nothing}
              @click=${() => DOING[index]?.()}
            >
              <span class="hint-number" aria-hidden="true">${index < at ? '✓' : index + 1}</span>${label}
            </button>
          </li>`,
      )}
    </ol>
    <p>${whats[at]}</p>
    <button
      type="button"
      class="icon-button hint-close"
      aria-label=${close}
      @click=${() => {
        model.isHintShown = false;
        changed();
      }}
    >
      ✕
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

/** Moves to the first reminder of what the onlooker has given out, and shows it where it comes. */
const moveToReminder = () => {
  const [first] = ownReminders();
  if (!first) return;
  const together = ownReminders().filter(({ at }) => at === first.at);
  const cast = castOf();
  const found = together
    .map(({ unit }) => {
      const chat = [...model.chats.values()].find(({ title, kind }) => kind !== 'private' && title === unit);
      const person = cast.find(({ id, role }) => role === 'unit_head' && chat?.memberIds.includes(id));
      return { chat, person };
    })
    .find(({ chat, person }) => chat && person);
  moveClock(first.at);
  if (!found?.chat || !found.person) return;
  model.me = found.person.id;
  watch(openChat(found.chat.id));
};

/** Answers the newest reminder in the open chat. */
const answerReminder = () => {
  const reminder = openLog()?.messages.findLast(({ from, text }) => from?.isBot && text.startsWith('⏰'));
  if (!reminder) return;
  model.view = 'chat';
  model.replyTo = reminder;
  changed();
  focusComposer();
};

const DOING = [pasteSample, showDraft, moveToReminder, answerReminder];
