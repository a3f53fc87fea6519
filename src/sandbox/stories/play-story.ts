import type { InlineKeyboardButton, Message } from 'grammy/types';
import type { HistoryEntry } from '../bot-api/world/history.ts';
import type { Sandbox } from '../sandbox.ts';
import { does } from './actions.ts';
import type { StoryAction } from './actions.ts';
import { checkExpectation, checkTally, said } from './expectations.ts';
import type { Tally } from './expectations.ts';
import { instantOfStep } from './moments.ts';
import type { Place, Saying, Step, Story } from './story.ts';

const MINUTE_MS = 60_000;

/** Told of every step before it happens, and of a tally when it is made. */
export interface Onlooker {
  note(text: string): void;
  /** A button is about to be pressed; Telegram shows nothing of it in the chat. */
  press(who: string, chatId: number, label: string): void;
  network(state: 'down' | 'up'): void;
  tally(tally: Tally): void;
}

/**
 * Plays a story against the bot, over HTTP like everything in the sandbox.
 * @throws where the bot did not say what the story answers to or expects
 */
export const playStory = async (sandbox: Sandbox, story: Story, onlooker: Onlooker): Promise<void> => {
  for (const step of story.steps) await playStep(sandbox, step, onlooker);
};

/** Plays one step. @throws as {@link playStory} */
export const playStep = async (sandbox: Sandbox, step: Step, onlooker: Onlooker): Promise<void> => {
  switch (step.do) {
    case 'note':
      onlooker.note(step.text);
      return;
    case 'wait':
      return sandbox.advanceTo(instantOfStep(step.until));
    case 'waitFor':
      return waitFor(sandbox, step);
    case 'write':
    case 'reply':
      say(sandbox, step);
      return settle(sandbox);
    case 'atOnce':
      for (const saying of step.sayings) say(sandbox, saying);
      return settle(sandbox);
    case 'press':
      return press(sandbox, step, onlooker);
    case 'network':
      onlooker.network(step.is);
      sandbox.server.faults.setNetworkDown(step.is === 'down');
      return settle(sandbox);
    case 'expect':
      checkExpectation(sandbox, step);
      return;
    case 'tally':
      onlooker.tally(checkTally(sandbox, step.says, step.groups));
      return;
  }
};

/** What people write while the bot is cut off is waited for when it no longer is. */
const settle = async (sandbox: Sandbox): Promise<void> => {
  if (!sandbox.server.faults.networkDown) await sandbox.settle();
};

const waitFor = async (
  sandbox: Sandbox,
  { place, says, until }: Extract<Step, { do: 'waitFor' }>,
): Promise<void> => {
  const before = said(sandbox, place, says).length;
  const latest = instantOfStep(until);
  while (said(sandbox, place, says).length === before) {
    const now = sandbox.clock.now();
    if (now >= latest) throw new Error(`The bot has not said “${says}” by ${until}`);
    await sandbox.advanceTo(Math.min(latest, (Math.floor(now / MINUTE_MS) + 1) * MINUTE_MS));
  }
};

const say = (sandbox: Sandbox, saying: Saying): void => {
  const person = sandbox.person(saying.who);
  if (saying.do === 'reply') person.reply(repliedTo(sandbox, saying), saying.text);
  else if (saying.in === undefined) person.write(saying.text);
  else person.sendText(sandbox.group(saying.in), saying.text);
};

const press = async (
  sandbox: Sandbox,
  step: Extract<Step, { do: 'press' }>,
  onlooker: Onlooker,
): Promise<void> => {
  const [message, button] = newest(
    sandbox,
    step,
    step.under ?? '',
    ({ keyboard }) => keyboard?.inline_keyboard.flat().find((one) => isFor(one, step.does)),
    `with a button to ${step.does}`,
  );
  onlooker.press(step.who, message.chat.id, button.text);
  await Promise.all([sandbox.person(step.who).press(message, button.text), sandbox.settle()]);
  await sandbox.settle();
};

const isFor = (button: InlineKeyboardButton, action: StoryAction): boolean =>
  'callback_data' in button && does(button.callback_data, action);

const repliedTo = (sandbox: Sandbox, saying: Extract<Saying, { do: 'reply' }>): Message => {
  const { to } = saying;
  const [message] = newest(
    sandbox,
    saying,
    to ?? '',
    ({ otherMarkup }) => to !== undefined || (otherMarkup !== undefined && 'force_reply' in otherMarkup),
    to === undefined ? 'that asks for an answer' : '',
  );
  return message;
};

/**
 * The newest message of the bot in the step's chat that contains the words and has something, with what it has.
 * @param what says what it has, for the error
 */
const newest = <Found>(
  sandbox: Sandbox,
  { who, in: group }: { readonly who: string; readonly in?: string },
  words: string,
  find: (entry: HistoryEntry) => Found | undefined,
  what: string,
): [Message, NonNullable<Found>] => {
  const place: Place = group === undefined ? { person: who } : { group };
  for (const entry of said(sandbox, place, words).toReversed()) {
    const found = find(entry);
    if (found) return [entry.message, found];
  }
  throw new Error(`The bot has sent ${group ?? who} no message about “${words}” ${what}`.trimEnd());
};
