import { localDateOf, timeOfDayOf } from '../../../src/domain/local-time.ts';
import type { HistoryEntry } from '../../../src/sandbox/bot-api/world/history.ts';
import { fullDate, hour } from '../../../src/telegram/texts/dates.ts';
import type { Office } from './office.ts';
import { wordsOf } from './rich.ts';

/** Writes down what some people and groups read and write, as Markdown that can be reviewed. */
export class DayRecorder {
  private readonly office: Office;
  private readonly chats: ReadonlyMap<number, string>;
  private readonly lines: string[] = [];
  private day = '';

  /** @param people by member code, with what each is; @param groups by unit code */
  constructor(office: Office, people: Readonly<Record<string, string>>, groups: readonly string[]) {
    this.office = office;
    const { sandbox } = office;
    this.chats = new Map([
      ...Object.entries(people).map(([code, what]) => {
        const { id, profile } = sandbox.person(code);
        return [id, `riêng, ${profile.first_name} (${what})`] as const;
      }),
      ...groups.map((code) => {
        const { id } = sandbox.group(code);
        return [
          id,
          `nhóm ${sandbox.server.world.chats().find((chat) => chat.id === id)?.title ?? code}`,
        ] as const;
      }),
    ]);
  }

  /** Starts writing. */
  begin(title: string): void {
    const { world } = this.office.sandbox.server;
    this.lines.push(`# ${title}`, '');
    world.onMessage((entry) => {
      this.show(entry, false);
    });
    world.onChange((event) => {
      if (event.kind !== 'edited') return;
      const entry = world.history(event.chatId).find(({ messageId }) => messageId === event.messageId);
      if (entry !== undefined) this.show(entry, true);
    });
  }

  /** What the reader should know before what comes next. */
  scene(text: string): void {
    this.lines.push(`## ${text}`, '');
  }

  /** A person presses a button of a message. */
  async press(who: string, entry: HistoryEntry, label: string): Promise<void> {
    this.lines.push(`*${this.clock()} · ${this.nameOf(who)} bấm “${label}”.*`, '');
    const toast = await this.office.press(who, entry, label);
    if (toast !== undefined && toast !== '') this.lines.push(`*Hiện thoáng qua: “${toast}”*`, '');
  }

  /** The whole day, with one empty line at its end. */
  text(): string {
    return `${this.lines.join('\n').trimEnd()}\n`;
  }

  private nameOf(who: string): string {
    return this.office.sandbox.person(who).profile.first_name;
  }

  private clock(): string {
    return hour(timeOfDayOf(this.office.sandbox.clock.now()));
  }

  private show(entry: HistoryEntry, isEdit: boolean): void {
    const chat = this.chats.get(entry.chatId);
    const words = wordsOf(entry);
    const file = entry.message.document?.file_name;
    if (chat === undefined || (words === '' && file === undefined)) return;
    const date = localDateOf(this.office.sandbox.clock.now());
    if (date !== this.day) this.lines.push(`**${fullDate(date)}**`, '');
    this.day = date;
    const author = entry.from?.is_bot === true ? 'Đôn Đốc' : (entry.from?.first_name ?? '');
    const what = isEdit ? ', sửa tin' : entry.replyTo === undefined ? '' : ', trả lời';
    const buttons = entry.keyboard?.inline_keyboard.map((row) =>
      row.map(({ text }) => `[${text}]`).join(' '),
    );
    this.lines.push(
      `**${this.clock()}** · ${chat} · **${author}**${what}`,
      '',
      '```text',
      ...(file === undefined ? [] : [`(tệp ${file})`]),
      ...(words === '' ? [] : words.split('\n')),
      ...(buttons ?? []),
      '```',
      '',
    );
  }
}
