// The clock, what goes wrong, and what the bot has in mind.
/** @import { DeliveryView, PlannedView } from '../../wire.ts' */
import { html, nothing } from 'lit-html';
import { block, kick, moveClock, setFaults, stopClock } from '../doing.js';
import { HOUR_MS, dayName, dayOf, endsDay, longDay, momentOf, nextMorning, timeOf } from '../format.js';
import { changed, chatWith, model, now } from '../model.js';
import { icon } from './icons.js';
import { words } from '../words.js';
import { dayPicker } from './day-picker.js';

export const panel = () => html`
  <aside class="panel" aria-label=${words().clock}>
    <button
      type="button"
      class="icon-button panel-back"
      aria-label=${words().close}
      @click=${() => {
        model.view = 'chat';
        changed();
      }}
      >${icon('back')}</button
    >
    ${clock()} ${faults()} ${tabs()}
  </aside>
`;

const clock = () => {
  const at = now();
  const { target = null } = model.state?.clock ?? {};
  const { nextDeadline = null, planned = [] } = model.state?.outlook ?? {};
  const reminder = planned.find((one) => one.at > at) ?? null;
  const morning = nextMorning(at);
  const isToday = dayOf(morning) === dayOf(at);
  return html`<section class="clock" aria-labelledby="clock-title">
    <h2 id="clock-title">${words().clock}</h2>
    <p class="clock-now" role="timer">
      <span class="clock-time">${timeOf(at)}</span>
      <span class="clock-day">${longDay(model.language, at)}</span>
    </p>
    ${
      target === null
        ? html`<p class="clock-note">${words().clockStill}</p>`
        : html`<p class="clock-note is-moving">
            <span role="status">${words().moving(momentOf(model.language, target))}</span>
            <button type="button" class="small-button" @click=${stopClock}>${words().stop}</button>
          </p>`
    }
    <div class="clock-buttons">
      ${moveButton(words().hour, at + HOUR_MS, null)}
      ${moveButton(isToday ? words().thisMorning : words().morning, morning, null)}
      ${moveButton(words().nextReminder, reminder?.at ?? null, reminder && momentOf(model.language, reminder.at))}
      ${moveButton(
        words().nextDeadline,
        nextDeadline?.overdueFrom ?? null,
        nextDeadline && `${words().task([nextDeadline.taskNumber])}, ${limitOf(nextDeadline.overdueFrom)}`,
      )}
    </div>
    ${dayPicker()}
  </section>`;
};

/** A day that is to be over is named, not the midnight after it. @param {number} at */
const limitOf = (at) =>
  endsDay(at) ? words().endOf(dayName(model.language, at - HOUR_MS)) : momentOf(model.language, at);

/** @param {string} label @param {number | null} to @param {string | null} detail */
const moveButton = (label, to, detail) =>
  html`<button
    type="button"
    class="move"
    ?disabled=${to === null || (model.state?.clock.target ?? null) !== null}
    @click=${() => to !== null && moveClock(to)}
  >
    <span>${label}</span>
    ${detail !== null || to === null ? html`<small>${detail ?? words().nothingPlanned}</small>` : nothing}
  </button>`;

const faults = () => {
  const { isNetworkDown = false, isTooMany = false } = model.state?.faults ?? {};
  const chat = chatWith(model.chatId);
  const me = model.people.get(model.me);
  return html`<section class="faults" aria-labelledby="faults-title">
    <h2 id="faults-title">${words().faults}</h2>
    ${toggle(words().networkDown, isNetworkDown, (isOn) => setFaults({ isNetworkDown: isOn }))}
    ${toggle(words().tooMany, isTooMany, (isOn) => setFaults({ isTooMany: isOn }))}
    ${
      chat && chat.kind !== 'private'
        ? toggle(words().botKicked, !chat.hasBot, (isOn) => kick(chat.id, isOn))
        : toggle(words().botBlocked, me?.hasBlockedBot === true, block)
    }
  </section>`;
};

/** @param {string} label @param {boolean} isOn @param {(isOn: boolean) => void} set */
const toggle = (label, isOn, set) =>
  html`<label class="toggle">
    <input
      type="checkbox"
      role="switch"
      .checked=${isOn}
      @change=${(/** @type {Event} */ event) => set(/** @type {HTMLInputElement} */ (event.target).checked)}
    />
    <span>${label}</span>
  </label>`;

const tabs = () =>
  html`<section class="outlook">
    <div class="tabs" role="tablist">${tab('planned', words().planned)} ${tab('ledger', words().ledger)}</div>
    <div id="outlook" role="tabpanel" aria-labelledby="tab-${model.panelTab}" tabindex="0">
      ${model.panelTab === 'planned' ? planned() : ledger()}
    </div>
  </section>`;

/** @param {'planned' | 'ledger'} name @param {string} label */
const tab = (name, label) => {
  const choose = () => {
    model.panelTab = name;
    changed();
  };
  const isChosen = model.panelTab === name;
  return html`<button
    type="button"
    role="tab"
    id="tab-${name}"
    aria-selected=${isChosen}
    aria-controls="outlook"
    tabindex=${isChosen ? 0 : -1}
    @click=${choose}
    @keydown=${(/** @type {KeyboardEvent} */ event) => {
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
      model.panelTab = name === 'planned' ? 'ledger' : 'planned';
      changed();
      document.getElementById(`tab-${model.panelTab}`)?.focus();
    }}
  >
    ${label}
  </button>`;
};

const planned = () => {
  const { planned: rungs = [], plannedCount = 0, deliveries = [] } = model.state?.outlook ?? {};
  const waiting = deliveries.filter(({ state }) => state === 'queued' || state === 'sending');
  if (rungs.length === 0 && waiting.length === 0) return html`<p class="empty">${words().noPlans}</p>`;
  return html`
    ${
      waiting.length > 0
        ? html`<h3>${words().waiting} (${waiting.length})</h3>
            <ol class="plans">
              ${waiting.map(waitingRow)}
            </ol>`
        : nothing
    }
    ${[...Map.groupBy(rungs, ({ at }) => at)].map(
      ([at, together]) =>
        html`<h3>${momentOf(model.language, at)}</h3>
          <ol class="plans">
            ${together.map(planRow)}
          </ol>`,
    )}
    ${plannedCount > rungs.length ? html`<p class="more-plans">${words().more(plannedCount - rungs.length)}</p>` : nothing}
  `;
};

/** @param {PlannedView} plan */
const planRow = ({ rung, taskNumber, content, unit }) =>
  html`<li>
    <b>${unit}</b> <span class="plan-kind">${words().rung(rung)}</span>
    <span class="plan-what">${words().task([taskNumber])}: ${content}</span>
  </li>`;

/** @param {DeliveryView} delivery */
const waitingRow = ({ kind, recipient, notBefore, taskNumbers }) =>
  html`<li>
    <b>${recipient ?? ''}</b> <span class="plan-kind">${words().kinds[kind] ?? kind}</span>
    <span class="plan-what"
      >${taskNumbers.length > 0 ? words().task(taskNumbers) : ''}
      ${notBefore !== null && notBefore > now() ? words().notBefore(momentOf(model.language, notBefore)) : ''}</span
    >
  </li>`;

const ledger = () => {
  const deliveries = (model.state?.outlook?.deliveries ?? []).filter(({ state }) => state !== 'queued');
  if (deliveries.length === 0) return html`<p class="empty">${words().noLedger}</p>`;
  return html`<ol class="plans">
    ${deliveries.map(ledgerRow)}
  </ol>`;
};

/** @param {DeliveryView} delivery */
const ledgerRow = ({ kind, state, at, taskNumbers, recipient, acknowledgements, reason }) =>
  html`<li class="delivery is-${state}">
    <b>${recipient ?? ''}</b> <span class="plan-kind">${words().kinds[kind] ?? kind}</span>
    <span class="plan-what"
      >${momentOf(model.language, at)} ·
      ${words().states[state] ?? state}${
        taskNumbers.length > 0 ? ` · ${words().task(taskNumbers)}` : ''
      }${reason !== null && model.language === 'en' ? ` · ${reason}` : ''}</span
    >
    ${acknowledgements.map(
      (one) =>
        html`<span class="plan-answer"
          >${words().answeredBy(one.who ?? '', momentOf(model.language, one.at))}</span
        >`,
    )}
  </li>`;
