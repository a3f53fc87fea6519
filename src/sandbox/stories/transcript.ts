import { DateTime } from 'luxon';
import type { HistoryEntry } from '../bot-api/world/history.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Tally } from './expectations.ts';
import type { Onlooker } from './play-story.ts';

const WIDTH = 96;

/** What the transcript calls a chat, and whether it shows it. */
export interface TranscriptChat {
  readonly chatId: number;
  /** "Nhóm Phòng KHTC", "Chat riêng: Bùi Thị Thanh Lam" */
  readonly title: string;
}

/** Writes what happens in some chats as a conversation that can be read in a terminal or a text file. */
export class Transcript implements Onlooker {
  private readonly sandbox: Sandbox;
  private readonly chats: ReadonlyMap<number, string>;
  private readonly names: ReadonlyMap<string, string>;
  private readonly print: (line: string) => void;
  private day = '';
  private chat: number | null = null;

  /** @param names what the people are called, by their member code */
  constructor(
    sandbox: Sandbox,
    chats: readonly TranscriptChat[],
    names: ReadonlyMap<string, string>,
    print: (line: string) => void,
  ) {
    this.sandbox = sandbox;
    this.chats = new Map(chats.map(({ chatId, title }) => [chatId, title]));
    this.names = names;
    this.print = print;
  }

  /** Starts writing; the function returned ends it. */
  follow(): () => void {
    const { world } = this.sandbox.server;
    const stopMessages = world.onMessage((entry) => {
      this.message(entry, false);
    });
    const stopChanges = world.onChange((event) => {
      if (event.kind !== 'edited') return;
      const entry = world.history(event.chatId).find(({ messageId }) => messageId === event.messageId);
      if (entry) this.message(entry, true);
    });
    return () => {
      stopMessages();
      stopChanges();
    };
  }

  note(text: string): void {
    this.chat = null;
    this.print('');
    for (const line of wrap(text, WIDTH - 4)) this.print(`  » ${line}`);
  }

  press(who: string, chatId: number, label: string): void {
    if (!this.chats.has(chatId)) return;
    this.heading(chatId);
    this.print(`  ${this.time()}  ${this.names.get(who) ?? who} bấm [${label}]`);
  }

  network(state: 'down' | 'up'): void {
    this.heading(null);
    this.print('');
    this.print(
      `  ${this.time()}  ${state === 'down' ? '✗ Bot mất kết nối với Telegram.' : '✓ Bot nối lại được với Telegram.'}`,
    );
  }

  tally({ says, groups, seconds, mostInASecond }: Tally): void {
    this.heading(null);
    this.print('');
    this.print(
      `  ${this.time()}  ✓ “${says}”: đủ ${groups} nhóm, mỗi nhóm đúng 1 tin, từ tin đầu đến tin cuối ${seconds} giây;`,
    );
    this.print(
      `           nhiều nhất ${mostInASecond} tin trong một giây, không tin nào bị Telegram từ chối.`,
    );
  }

  private message(entry: HistoryEntry, isEdit: boolean): void {
    if (!this.chats.has(entry.chatId)) return;
    this.heading(entry.chatId);
    const who = entry.from?.is_bot ? 'Bot' : (entry.from?.first_name ?? '');
    this.print(`  ${this.time()}  ${who}${isEdit ? ' (sửa tin)' : ''}:`);
    for (const line of entry.text.split('\n').flatMap((text) => wrap(text, WIDTH - 12))) {
      this.print(line === '' ? '' : `           ${line}`);
    }
    for (const row of entry.keyboard?.inline_keyboard ?? []) {
      this.print(`           ${row.map((button) => `[ ${button.text} ]`).join('  ')}`);
    }
  }

  /** A line for each new day, and one whenever another chat speaks; null: what happens in no chat. */
  private heading(chatId: number | null): void {
    const now = this.now();
    const day = now.toFormat("cccc, 'ngày' dd/M/yyyy");
    if (day !== this.day) {
      this.day = day;
      this.print('');
      this.print(`════ ${day.charAt(0).toLocaleUpperCase('vi')}${day.slice(1)} `.padEnd(WIDTH, '═'));
      this.chat = null;
    }
    if (chatId === this.chat) return;
    this.chat = chatId;
    if (chatId === null) return;
    this.print('');
    this.print(`── ${this.chats.get(chatId) ?? ''} `.padEnd(WIDTH, '─'));
  }

  private time(): string {
    return this.now().toFormat("HH'h'mm");
  }

  private now(): DateTime {
    return DateTime.fromMillis(this.sandbox.clock.now(), { zone: 'Asia/Ho_Chi_Minh', locale: 'vi' });
  }
}

const wrap = (text: string, width: number): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
};
