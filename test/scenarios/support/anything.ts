// People who do anything at all in Telegram, in an order that only looks random.
import type { MessageEntity } from 'grammy/types';
import type { HistoryEntry } from '../../../src/sandbox/bot-api/world/history.ts';
import type { MessageRef } from '../../../src/sandbox/bot-api/world/messages.ts';
import type { CallbackAnswer } from '../../../src/sandbox/bot-api/world/records.ts';
import type { SandboxUser } from '../../../src/sandbox/bot-api/world/user.ts';
import type { SandboxGroup } from '../../../src/sandbox/bot-api/world/world.ts';
import { instantOfStep } from '../../../src/sandbox/stories/moments.ts';
import { Random } from '../../chaos/random.ts';
import {
  EMOJI,
  LEAPS,
  MEMBERS,
  STRANGE,
  UNITS,
  aCommand,
  aFile,
  aReport,
  aThing,
  anOrder,
} from './anything-words.ts';
import type { Office } from './office.ts';

/** A press, and what it was for, so that whoever reads a failure knows. */
export interface Pressed {
  readonly what: string;
  readonly canBeHeard: boolean;
  readonly answer: Promise<CallbackAnswer>;
}

interface Offered {
  readonly entry: HistoryEntry;
  readonly data: string;
}

export class Anything {
  readonly presses: Pressed[] = [];
  /** An update has come a second time, and may be answered a second time. */
  hasRedelivered = false;
  /** What was done, newest last. */
  readonly done: string[] = [];
  /** Who has typed which mark: a work order's words may come back to them. */
  readonly typed = new Map<string, Set<number>>();
  readonly stranger: SandboxUser;
  readonly random: Random;
  private readonly office: Office;
  private readonly anonymous: SandboxUser;
  private readonly otherBot: SandboxUser;
  private readonly strangersGroup: SandboxGroup;
  private readonly said: { readonly who: SandboxUser; readonly message: MessageRef }[] = [];
  /** What was said last in each chat, by anybody. */
  private readonly spoken = new Map<number, readonly HistoryEntry[]>();
  private readonly offered = new Map<string, Offered>();
  private groups: Map<string, { readonly id: number }>;
  private leaps = 0;
  private marks = 0;

  constructor(office: Office, seed: number) {
    this.office = office;
    this.random = new Random(seed);
    const { world } = office.sandbox.server;
    this.stranger = world.addUser({ firstName: 'Người lạ' });
    this.anonymous = world.addUser({ id: 1_087_968_824, firstName: 'Group', isBot: true });
    this.otherBot = world.addUser({ firstName: 'Bot khác', isBot: true });
    this.strangersGroup = world.addGroup({
      title: 'Nhóm lạ',
      owner: this.stranger,
      members: [this.member('CV.KHTC1')],
    });
    world.onMessage((entry) => {
      this.spoken.set(entry.chatId, [...(this.spoken.get(entry.chatId) ?? []).slice(-19), entry]);
      this.remember(entry);
    });
    this.groups = new Map(UNITS.map((unit) => [unit, office.sandbox.group(unit)]));
    for (const unit of UNITS) {
      const group = office.sandbox.group(unit);
      const owner = this.member('VT1');
      for (const other of [this.anonymous, this.otherBot, this.member('PGĐ2')]) owner.add(group, other);
    }
  }

  /**
   * One thing, done by anybody. What Telegram does not let them do is not done.
   * @param isAlone whether nothing else is done at the same moment
   */
  step(isAlone: boolean): void {
    const { random } = this;
    const kind = random.between(1, 100);
    try {
      if (kind <= 14) this.give();
      else if (kind <= 24) this.command();
      else if (kind <= 40) this.answer();
      else if (kind <= 66) this.press();
      else if (kind <= 72) this.edit();
      else if (kind <= 76) this.react();
      else if (kind <= 80) this.forward();
      else if (kind <= 86) this.sendFile();
      else if (kind <= 91) this.sendOther();
      else if (kind <= 94) this.strange();
      else if (kind <= 96) this.delete();
      else this.changeGroup(isAlone);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      this.note(`not possible: ${error.message.slice(0, 80)}`);
    }
  }

  /** Lets time go by. */
  async pass(): Promise<void> {
    const { random } = this;
    const { clock } = this.office.sandbox;
    const leap = LEAPS[this.leaps];
    if (random.isOneIn(4) && leap !== undefined) {
      this.leaps++;
      const at = instantOfStep(leap);
      if (at > clock.now()) {
        this.note(`the clock leaps to ${leap}`);
        clock.jumpTo(at);
        await this.office.sandbox.advanceTo(at + 2 * 60_000);
        return;
      }
    }
    const minutes = random.between(1, 12);
    this.note(`${minutes} minutes go by`);
    await this.office.sandbox.advanceTo(clock.now() + minutes * 60_000);
  }

  /** Remembers the buttons that the bot offers. */
  private remember(entry: HistoryEntry): void {
    for (const button of entry.keyboard?.inline_keyboard.flat() ?? [])
      if ('callback_data' in button) {
        const { callback_data: data } = button;
        this.offered.set(`${entry.chatId}:${entry.messageId}:${data}`, { entry, data });
      }
  }

  member(code: string): SandboxUser {
    return this.office.sandbox.person(code);
  }

  private note(what: string): void {
    this.done.push(what);
  }

  private anyone(): SandboxUser {
    const { random } = this;
    if (random.isOneIn(25)) return this.stranger;
    // Those who decide do more than others.
    return this.member(
      random.isOneIn(3) ? random.oneOf(['VT1', 'GĐ', 'PGĐ2', 'TP.KHTC']) : random.oneOf(MEMBERS),
    );
  }

  private group(): { readonly id: number } {
    const groups = [...this.groups.values(), this.strangersGroup];
    return groups[this.random.between(0, groups.length - 1)] ?? this.strangersGroup;
  }

  private say(who: SandboxUser, text: string, options: Parameters<SandboxUser['sendText']>[2] = {}): void {
    const where = this.random.isOneIn(2) ? who.id : this.group().id;
    this.type(who, where, text);
    this.said.push({ who, message: who.sendText(where, text, options) });
    this.note(`${who.profile.first_name} in ${where}: ${text.slice(0, 60)}`);
  }

  /** Keeps who has typed a mark, and where. */
  private type(who: SandboxUser, where: number, text: string): void {
    for (const [mark] of text.matchAll(/Zx\d+q/gu)) {
      const readers = this.typed.get(mark) ?? new Set();
      readers.add(who.id).add(where);
      this.typed.set(mark, readers);
    }
  }

  private order(): string {
    return anOrder(this.random, `Zx${(this.marks += 1)}q`);
  }

  private give(): void {
    const { random } = this;
    const who = random.isOneIn(5) ? this.anyone() : this.member(random.oneOf(['VT1', 'VT2', 'QT']));
    const several = Array.from({ length: random.isOneIn(4) ? 3 : 1 }, () => this.order());
    const long = random.isOneIn(25) ? `\n${'Nội dung báo cáo đánh giá. '.repeat(140)}` : '';
    const text = `${random.isOneIn(3) ? '/giao ' : ''}${several.join('\n')}${long}`;
    const entities: MessageEntity[] = random.isOneIn(6)
      ? Array.from({ length: 40 }, (_, index) => ({ type: 'bold', offset: index, length: 1 }))
      : [];
    this.say(who, text.slice(0, 4_096), entities.length > 0 ? { entities } : {});
  }

  private command(): void {
    this.say(this.anyone(), aCommand(this.random));
  }

  /** Something that the bot said lately, somewhere. */
  private anyEntry(): HistoryEntry | null {
    const chats = [...this.spoken.values()];
    const entries = chats[this.random.between(0, Math.max(0, chats.length - 1))] ?? [];
    const ofBot = entries.filter(({ from }) => from?.is_bot === true);
    return ofBot[this.random.between(0, Math.max(0, ofBot.length - 1))] ?? null;
  }

  private whoIsIn(chatId: number): SandboxUser {
    const person =
      chatId > 0 ? this.office.sandbox.server.world.users().find(({ id }) => id === chatId) : undefined;
    return person ?? this.anyone();
  }

  private answer(): void {
    const entry = this.anyEntry();
    if (entry === null) return;
    const who = this.whoIsIn(entry.chatId);
    const text = this.random.isOneIn(6) ? this.random.oneOf(STRANGE) : aReport(this.random);
    if (text.trim() === '') return;
    this.type(who, entry.chatId, text);
    this.said.push({ who, message: who.reply(entry.message, text) });
    this.note(`${who.profile.first_name} answers “${entry.text.slice(0, 30)}”: ${text.slice(0, 40)}`);
  }

  private press(): void {
    const { random } = this;
    const all = [...this.offered.values()];
    // What was offered last is pressed most.
    const back = random.isOneIn(3) ? random.between(1, all.length) : random.between(1, 25);
    const save = random.isOneIn(3) ? all.findLast(({ data }) => /^[sS]\d/u.test(data)) : undefined;
    const offer = save ?? all.at(-Math.min(back, all.length));
    if (offer === undefined) return;
    const { entry, data } = offer;
    const isForged = random.isOneIn(8);
    const who = isForged ? this.anyone() : this.whoIsIn(entry.chatId);
    const own = this.spoken.get(who.id)?.findLast(({ from }) => from?.is_bot === true);
    const place = isForged && own !== undefined ? own : entry;
    const cut = random.isOneIn(20) ? data.slice(0, random.between(1, data.length)) : data;
    const what = `${who.profile.first_name} presses ${cut} in ${place.chatId}${isForged ? ' (forged)' : ''}`;
    const times = random.isOneIn(10) ? 2 : 1;
    for (let time = 0; time < times; time++) {
      const answer = who.pressForged(place.message, cut);
      this.presses.push({ what, canBeHeard: this.hears(place.chatId), answer });
    }
    this.note(what);
  }

  private hears(chatId: number): boolean {
    const { world } = this.office.sandbox.server;
    return chatId > 0 ? !world.user(chatId).hasBlockedBot : world.hasBot({ id: chatId });
  }

  private ownWords(): { readonly who: SandboxUser; readonly message: MessageRef } | null {
    return this.said.at(-this.random.between(1, Math.max(1, Math.min(30, this.said.length)))) ?? null;
  }

  private edit(): void {
    const own = this.ownWords();
    if (own === null) return;
    const text = this.random.oneOf([this.order(), aReport(this.random), '/viec', 'sửa lại']);
    this.type(own.who, own.message.chat.id, text);
    own.who.edit(own.message, text);
    this.note(`${own.who.profile.first_name} edits to: ${text.slice(0, 50)}`);
  }

  private react(): void {
    const entry = this.anyEntry();
    if (entry === null) return;
    const who = this.whoIsIn(entry.chatId);
    who.react(entry.message, this.random.isOneIn(5) ? undefined : this.random.oneOf(EMOJI));
    this.note(`${who.profile.first_name} reacts to “${entry.text.slice(0, 30)}”`);
  }

  private forward(): void {
    const entry = this.random.isOneIn(2) ? this.anyEntry() : null;
    const message = entry?.message ?? this.ownWords()?.message;
    if (message === undefined) return;
    const who = this.whoIsIn(message.chat.id);
    const to = this.random.isOneIn(3) ? this.group().id : who.id;
    this.type(who, to, 'text' in message ? String(message.text) : '');
    who.forward(message, to);
    this.note(`${who.profile.first_name} forwards to ${to}`);
  }

  private sendFile(): void {
    const { random } = this;
    const who = this.anyone();
    const entry = random.isOneIn(2) ? this.anyEntry() : null;
    const where = entry?.chatId ?? (random.isOneIn(2) ? who.id : this.group().id);
    const sender = entry === null ? who : this.whoIsIn(where);
    const options = {
      ...(entry === null ? {} : { replyTo: entry.message }),
      ...(random.isOneIn(2) ? { caption: random.isOneIn(3) ? this.order() : aReport(this.random) } : {}),
    };
    this.type(sender, where, options.caption ?? '');
    const text = `${this.order()}\n`;
    this.type(sender, where, text);
    const file = aFile(random, text);
    if (random.isOneIn(3)) sender.sendAlbum(where, [file, file, file], { ...options, kind: 'document' });
    else if (random.isOneIn(2)) sender.sendPhoto(where, file, options);
    else sender.sendDocument(where, file, options);
    this.note(`${sender.profile.first_name} sends ${file.fileName} to ${where}`);
  }

  private sendOther(): void {
    const { random } = this;
    const entry = random.isOneIn(2) ? this.anyEntry() : null;
    const who = entry === null ? this.anyone() : this.whoIsIn(entry.chatId);
    const where = entry?.chatId ?? (random.isOneIn(2) ? who.id : this.group().id);
    const content = aThing(random, where);
    who.send(where, content, entry === null ? {} : { replyTo: entry.message });
    this.note(`${who.profile.first_name} sends ${Object.keys(content).join()} to ${where}`);
  }

  private strange(): void {
    const { random } = this;
    const who = random.oneOf([
      this.stranger,
      this.anonymous,
      this.otherBot,
      this.member('VT1'),
      this.member('TP.KHTC'),
    ]);
    const text = random.isOneIn(2) ? random.oneOf(STRANGE) : `/giao ${this.order()}`;
    if (text.trim() === '') return;
    const where = who.profile.is_bot ? this.group().id : random.isOneIn(2) ? who.id : this.group().id;
    this.type(who, where, text);
    who.sendText(where, text);
    if (random.isOneIn(4))
      void this.anyone().inlineQuery(random.oneOf(['quá hạn', '', 'x'.repeat(250), '🇻🇳']));
    this.note(`${who.profile.first_name} (strange) in ${where}: ${text.slice(0, 40)}`);
  }

  private delete(): void {
    const entry = this.random.isOneIn(2) ? this.anyEntry() : null;
    const message = entry?.message ?? this.ownWords()?.message;
    if (message === undefined) return;
    this.whoIsIn(message.chat.id).delete(message);
    this.note(`message ${message.message_id} of ${message.chat.id} is deleted`);
  }

  private changeGroup(isAlone: boolean): void {
    const { random } = this;
    const { world } = this.office.sandbox.server;
    const owner = this.member('VT1');
    const unit = random.oneOf(UNITS);
    const group = this.groups.get(unit);
    if (group === undefined) return;
    const kind = random.between(1, 7);
    this.note(`change ${kind} of the group of ${unit}`);
    if (kind === 1) {
      owner.kickBot(group);
      if (random.isOneIn(2)) owner.addBot(group);
    } else if (kind === 2) owner.addBot(group);
    else if (kind === 3) {
      // What is on its way to a group that moves counts in both, which nobody can know.
      if (!isAlone) return;
      const successor = world.migrate(group, owner);
      this.groups.set(unit, successor);
      for (const readers of this.typed.values()) if (readers.has(group.id)) readers.add(successor.id);
    } else if (kind === 4) world.rename(group, `Nhóm <${random.between(1, 99)}>`, owner);
    else if (kind === 5) {
      const person = this.anyone();
      if (person.hasBlockedBot) person.unblockBot();
      else if (person.id !== owner.id && random.isOneIn(2)) person.blockBot();
      else person.start();
    } else if (kind === 6) owner.promoteBot(group);
    else {
      this.hasRedelivered = true;
      this.office.sandbox.server.redeliver();
    }
  }
}
