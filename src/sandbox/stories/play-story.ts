import type { SandboxUser } from '../bot-api/world/user.ts';
import type { Message } from 'grammy/types';
import type { Sandbox } from '../sandbox.ts';
import type { Step, Story } from './story.ts';

/** Việt Nam is seven hours ahead of UTC all year round. */
export const instantOfStep = (minute: string): number => Date.parse(`${minute}:00+07:00`);

/** Told of every step before it happens. */
export interface Onlooker {
  note(text: string): void;
  /** A button is about to be pressed; Telegram shows nothing of it in the chat. */
  press(who: string, chatId: number, label: string): void;
}

/**
 * Plays a story against the bot, over HTTP like everything in the sandbox.
 * @throws where the bot did not say what the story answers to
 */
export const playStory = async (sandbox: Sandbox, story: Story, onlooker: Onlooker): Promise<void> => {
  for (const step of story.steps) await play(sandbox, step, onlooker);
};

const play = async (sandbox: Sandbox, step: Step, onlooker: Onlooker): Promise<void> => {
  switch (step.do) {
    case 'note':
      onlooker.note(step.text);
      return;
    case 'wait':
      return sandbox.advanceTo(instantOfStep(step.until));
    case 'write':
      sandbox.person(step.who).sendText(chatOf(sandbox, step), step.text);
      return sandbox.settle();
    case 'reply': {
      const { message } = find(sandbox, step, step.to);
      sandbox.person(step.who).reply(message, step.text);
      return sandbox.settle();
    }
    case 'press': {
      const { message, labels } = find(sandbox, step, step.under);
      const label = labels.find((text) => text.startsWith(step.button));
      if (label === undefined) {
        throw new Error(`No button “${step.button}” under “${step.under}”; there are: ${labels.join(', ')}`);
      }
      const user: SandboxUser = sandbox.person(step.who);
      onlooker.press(step.who, message.chat.id, label);
      await Promise.all([user.press(message, label), sandbox.settle()]);
      return sandbox.settle();
    }
  }
};

const chatOf = (sandbox: Sandbox, step: { who: string; in?: string }): number =>
  step.in === undefined ? sandbox.person(step.who).id : sandbox.group(step.in).id;

/** The newest message of the bot in the step's chat that contains the words. */
const find = (
  sandbox: Sandbox,
  step: { who: string; in?: string },
  words: string,
): { message: Message; labels: string[] } => {
  const wanted = words.toLocaleLowerCase('vi');
  const entry = sandbox.server.world
    .history(chatOf(sandbox, step))
    .findLast(({ from, text }) => from?.is_bot === true && text.toLocaleLowerCase('vi').includes(wanted));
  if (!entry) throw new Error(`The bot has said nothing about “${words}” to ${step.in ?? step.who}`);
  return {
    message: entry.message,
    labels: entry.keyboard?.inline_keyboard.flat().map((button) => button.text) ?? [],
  };
};
