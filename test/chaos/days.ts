// What people do in an office, day after day: the secretary hands out work, the units answer, some of them late in the
// evening, and some never. It depends on nothing but the day, so that the same days can be lived twice.
import { addDays, dateParts, instantOf } from '../../src/domain/local-time.ts';
import type { LocalDate } from '../../src/domain/local-time.ts';
import type { HistoryEntry } from '../../src/sandbox/bot-api/world/history.ts';
import type { SandboxUser } from '../../src/sandbox/bot-api/world/user.ts';
import type { SandboxGroup } from '../../src/sandbox/bot-api/world/world.ts';
import type { ChaosOffice } from './chaos-office.ts';
import { unitName } from '../support/large-office.ts';

/** A Monday with no days off after it but weekends, until the end of August. */
export const FIRST_DAY: LocalDate = '2025-05-05';

/** How many units one order is for. */
const UNITS_AN_ORDER = 5;

interface GivenTask {
  readonly number: number;
  readonly units: readonly string[];
}

/** The office's people, who remember what they have been given. */
export class OfficeLife {
  private readonly office: ChaosOffice;
  private readonly tasks: GivenTask[] = [];

  constructor(office: ChaosOffice) {
    this.office = office;
  }

  /** Lives one day and the night after it; on weekends nobody is at work. */
  async live(day: LocalDate): Promise<void> {
    const { office } = this;
    const tomorrow = instantOf(addDays(day, 1), '06:30');
    if (!isWorkday(day)) return office.sleepTo(tomorrow);
    await office.goTo(instantOf(day, '08:00'));
    await this.giveOut(day);
    await office.goTo(instantOf(day, '10:00'));
    await this.report(day);
    await office.goTo(instantOf(day, '14:00'));
    await this.accept();
    await office.goTo(instantOf(day, '14:30'));
    await office.sleepTo(instantOf(day, '17:30'));
    // Too late for those in charge, who are to hear of it the next morning.
    await this.getStuck();
    await office.goTo(instantOf(day, '18:00'));
    await office.sleepTo(tomorrow);
  }

  /** Lets what was held up be said, with nobody at work: up to noon of the first working day from `day` on. */
  async rest(day: LocalDate): Promise<void> {
    const workday = isWorkday(day) ? day : workdayAfter(day, 1);
    await this.office.sleepTo(instantOf(workday, '07:00'));
    await this.office.goTo(instantOf(workday, '12:00'));
  }

  /** One order for every few units, each saved as soon as it has been read. */
  private async giveOut(day: LocalDate): Promise<void> {
    const { office } = this;
    for (let first = 0; first < office.units.length; first += UNITS_AN_ORDER) {
      const units = office.units.slice(first, first + UNITS_AN_ORDER);
      const number = this.tasks.length + 1;
      const due = written(workdayAfter(day, 1 + (number % 4)));
      const names = units.map((unit) => unitName(unit)).join(', ');
      await office.act(() => {
        office.secretary.write(`Giao ${names} rà soát hồ sơ đợt ${number}, xong trước ngày ${due}.`);
      });
      const mentions = new RegExp(`hồ sơ đợt ${number}(?!\\d)`, 'u');
      await office.until(() => this.press(office.secretary, office.secretary, 'Lưu', mentions) > 0);
      this.tasks.push({ number, units: units.map(({ code }) => code) });
    }
  }

  /** Two of three units answer to what they were given last: some are at it, some are done. */
  private report(day: LocalDate): Promise<void> {
    const progress = dateParts(day).day;
    return this.office.act(() => {
      this.answer((index) => {
        if (index % 3 === 0) return null;
        return index % 3 === 1 ? 'xong' : `đang làm ${progress + index}%`;
      });
    });
  }

  /** The secretary accepts what was reported done. */
  private accept(): Promise<void> {
    const { office } = this;
    return office.act(() => {
      this.press(office.secretary, office.secretary, 'Xác nhận hoàn thành', /./u);
    });
  }

  private getStuck(): Promise<void> {
    return this.office.act(() => {
      this.answer((index) => (index % 6 === 2 ? 'vướng, chưa có số liệu' : null));
    });
  }

  /** Each head replies to the newest message about the unit's newest task, in the words for the unit's place in the list. */
  private answer(wordsOf: (index: number) => string | null): void {
    const { office } = this;
    for (const [index, { code }] of office.units.entries()) {
      const words = wordsOf(index);
      const task = this.tasks.findLast(({ units }) => units.includes(code));
      if (words === null || task === undefined) continue;
      const about = new RegExp(`việc ${task.number}(?!\\d)`, 'iu');
      const asked = this.fromBot(office.group(code)).findLast(({ text }) => about.test(text));
      if (asked === undefined) throw new Error(`${code} has not heard of task ${task.number}`);
      office.head(code).reply(asked.message, `${task.number} ${words}`);
    }
  }

  /** Presses the button under every message that still has it and says so; returns how many there were. */
  private press(who: SandboxUser, where: SandboxUser, label: string, words: RegExp): number {
    const found = this.fromBot(where).flatMap((entry) => {
      const buttons = entry.keyboard?.inline_keyboard.flat() ?? [];
      return words.test(entry.text) && buttons.some(({ text }) => text === label) ? [entry] : [];
    });
    for (const { message } of found) void who.press(message, label);
    return found.length;
  }

  private fromBot(where: SandboxUser | SandboxGroup): HistoryEntry[] {
    const { world, bot } = this.office.server;
    return world
      .history(where)
      .filter(({ from, deletedAtMs }) => from?.id === bot.id && deletedAtMs === undefined);
  }
}

/** "5/5/2025" */
const written = (date: LocalDate): string => {
  const { year, month, day } = dateParts(date);
  return `${day}/${month}/${year}`;
};

/** Weekends are the only days off of these weeks. */
export const isWorkday = (date: LocalDate): boolean => dateParts(date).weekday <= 5;

const workdayAfter = (day: LocalDate, count: number): LocalDate => {
  let date = day;
  for (let left = count; left > 0;) {
    date = addDays(date, 1);
    if (isWorkday(date)) left--;
  }
  return date;
};
