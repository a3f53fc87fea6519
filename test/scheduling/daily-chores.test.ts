import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/domain/local-time.ts';
import { localDateOf, timeOfDayOf } from '../../src/domain/local-time.ts';
import { MovableClock } from '../../src/sandbox/movable-clock.ts';
import type { DailyChore } from '../../src/scheduling/daily-chores.ts';
import { DailyChores } from '../../src/scheduling/daily-chores.ts';
import { at } from '../support/test-office.ts';

/** A chore at 02:00, and the minutes at which it was done. */
const setUp = (now: string, { doneBefore = null }: { doneBefore?: string | null } = {}) => {
  const clock = new MovableClock(at(now));
  const done: string[] = [];
  const errors: string[] = [];
  const world = { fails: false, last: doneBefore === null ? null : (at(doneBefore) as Instant | null) };
  const chore: DailyChore = {
    name: 'backup',
    at: '02:00',
    lastDone: () => Promise.resolve(world.last),
    run: (moment) => {
      done.push(`${localDateOf(moment).slice(5)} ${timeOfDayOf(moment)}`);
      if (world.fails) return Promise.reject(new Error('the disk is full'));
      world.last = moment;
      return Promise.resolve();
    },
  };
  const start = () => new DailyChores(clock, [chore], { error: (_, message) => errors.push(message) });
  let chores = start();
  clock.everyMinute(async () => {
    chores.tick();
    await chores.whenIdle();
  });
  const goTo = (written: string) => clock.advanceTo(at(written), () => chores.whenIdle());
  return {
    clock,
    done,
    errors,
    world,
    goTo,
    restart: () => {
      chores = start();
    },
  };
};

describe('a daily chore', () => {
  it('is done once a day at its time, on days off too', async () => {
    const { done, goTo } = setUp('2025-04-11 10:00', { doneBefore: '2025-04-11 02:00' });
    await goTo('2025-04-14 09:00');
    expect(done).toEqual(['04-12 02:00', '04-13 02:00', '04-14 02:00']);
  });

  it('is made up for once when days were missed, some minutes after the start', async () => {
    const { done, goTo } = setUp('2025-04-14 07:30', { doneBefore: '2025-04-09 02:00' });
    await goTo('2025-04-14 12:00');
    expect(done).toEqual(['04-14 07:41']);
  });

  it('is not done again after a restart', async () => {
    const { done, goTo, restart } = setUp('2025-04-14 01:30', { doneBefore: '2025-04-13 02:00' });
    await goTo('2025-04-14 03:00');
    restart();
    await goTo('2025-04-14 23:00');
    expect(done).toEqual(['04-14 02:00']);
  });

  it('is not done again when the clock is set back, and goes on when it is set forward', async () => {
    const { clock, done, goTo } = setUp('2025-04-14 01:30', { doneBefore: '2025-04-13 02:00' });
    await goTo('2025-04-14 02:30');
    clock.jumpTo(at('2025-04-14 01:30'));
    await goTo('2025-04-14 03:00');
    expect(done).toEqual(['04-14 02:00']);
    clock.jumpTo(at('2025-04-21 09:00'));
    await goTo('2025-04-21 10:00');
    expect(done).toEqual(['04-14 02:00', '04-21 09:01']);
  });

  it('that fails is tried again every hour, and told of', async () => {
    const { done, errors, world, goTo } = setUp('2025-04-14 01:30', { doneBefore: '2025-04-13 02:00' });
    world.fails = true;
    await goTo('2025-04-14 03:30');
    world.fails = false;
    await goTo('2025-04-14 08:00');
    expect(done).toEqual(['04-14 02:00', '04-14 03:00', '04-14 04:00']);
    expect(errors).toHaveLength(2);
  });
});
