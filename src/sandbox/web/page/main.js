// The page: reads the state, follows the feed, and draws the model whenever it has changed.
/** @import { LiveEvent } from '../wire.ts' */
import { html, render } from 'lit-html';
import { begin } from './doing.js';
import { apply, changed, chatWith, chatsOf, drawnBy, model, now, openLog } from './model.js';
import { answerWhatIsAsked, become, markRead, openChat, refresh, watch } from './reading.js';
import { dayName, timeOf } from './format.js';
import { anchor, conversation, keepPlace } from './view/conversation.js';
import { fitComposer } from './view/composer.js';
import { closeMenu, overlays } from './view/overlays.js';
import { panel } from './view/panel.js';
import { sidebar } from './view/sidebar.js';
import { topBar } from './view/top-bar.js';
import { words } from './words.js';

const app = /** @type {HTMLElement} */ (document.getElementById('app'));

const draw = () => {
  const before = anchor();
  const root = document.documentElement;
  root.lang = model.language;
  root.dataset.theme = model.theme;
  document.title =
    now() === 0 ? words().title : `${timeOf(now())} ${dayName(model.language, now())} · Đôn Đốc`;
  app.className = `app shows-${model.view}`;
  app.setAttribute('aria-busy', String(model.state?.stageState !== 'ready'));
  render(html`${topBar()} ${body()} ${overlays()}`, app);
  fitComposer();
  keepPlace(before);
  if (openLog()?.isAtEnd && (model.view === 'chat' || matchMedia('(min-width: 761px)').matches)) markRead();
};

const body = () => {
  const { state } = model;
  if (!state) return html`<p class="booting-words" role="status">${words().preparing}</p>`;
  switch (state.stageState) {
    case 'preparing':
      return html`<p class="booting-words" role="status">${words().preparing}</p>`;
    case 'failed':
      return html`<div class="booting-words" role="alert">
        <p>${words().failed} ${state.error}</p>
        <button type="button" class="small-button" @click=${() => begin(null)}>${words().again}</button>
      </div>`;
    case 'ready':
      return html`${sidebar()} ${conversation()} ${panel()}`;
  }
};

/** @param {LiveEvent[]} events */
const follow = (events) => {
  for (const event of events) apply(event);
  if (events.some(({ kind }) => kind === 'stage')) watch(refresh());
  if (
    events.some((event) => event.kind === 'message' && event.chatId === model.chatId && event.message.markup)
  )
    answerWhatIsAsked();
  const successor = chatWith(model.chatId)?.migratedTo;
  if (successor) watch(openChat(successor));
  const told = events.findLast((event) => event.kind === 'story');
  if (told?.kind === 'story') lookAt(told.story);
  changed();
};

/** Looks where the story happens. @param {import('../wire.ts').StoryView} story */
const lookAt = ({ personId, chatId, isPlaying }) => {
  if (!isPlaying || personId === null || chatId === null) return;
  if (model.me === personId && model.chatId === chatId) return;
  model.me = personId;
  watch(openChat(chatId));
};

const listen = () => {
  const feed = new EventSource('/api/events');
  // Whatever happened while the page was cut off is in the state.
  feed.addEventListener('hello', () => {
    model.isOnline = true;
    watch(refresh());
  });
  feed.addEventListener('message', (event) => {
    follow(JSON.parse(event.data));
  });
  feed.addEventListener('error', () => {
    model.isOnline = false;
    changed();
  });
};

/** Begins the story that the address names, unless it is being told already. */
const beginNamedStory = async () => {
  const name = new URL(location.href).searchParams.get('story');
  if (name === null) return;
  const state = await (await fetch('/api/state')).json();
  if (state.story?.name !== name) begin(name);
};

document.addEventListener('keydown', (event) => {
  // A dialog is left by itself.
  if (event.key === 'Escape' && !document.querySelector('dialog[open]')) {
    if (model.menu) closeMenu();
    else if (model.view !== 'list' && !(event.target instanceof HTMLTextAreaElement)) model.view = 'list';
    changed();
  }
  if (!event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    const chats = chatsOf(model.me);
    const index = chats.findIndex(({ id }) => id === model.chatId);
    const next = chats[(index + (event.key === 'ArrowDown' ? 1 : -1) + chats.length) % chats.length];
    if (next) watch(openChat(next.id));
  }
  const digit = /^Digit([1-9])$/u.exec(event.code)?.[1];
  const person = digit === undefined ? null : document.querySelectorAll('.person')[Number(digit) - 1];
  const code = person instanceof HTMLElement ? person.dataset.code : undefined;
  const found = [...model.people.values()].find((one) => one.code === code);
  if (found) {
    event.preventDefault();
    become(found.id);
  }
});
document.addEventListener('visibilitychange', changed);

app.classList.remove('booting');
app.replaceChildren();
drawnBy(draw);
changed();
listen();
watch(beginNamedStory());
