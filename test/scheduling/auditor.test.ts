import { describe, expect, it, onTestFinished } from 'vitest';
import { localDateOf, timeOfDayOf } from '../../src/domain/local-time.ts';
import { MovableClock } from '../../src/sandbox/movable-clock.ts';
import { Auditor } from '../../src/scheduling/auditor.ts';
import { NOTHING } from '../support/audited-office.ts';
import { at } from '../support/test-office.ts';

/** An auditor at work beside a minute tick that can be made to stand still. */
const setUp = (now: string) => {
  const clock = new MovableClock(at(now));
  const looks: string[] = [];
  const log: string[] = [];
  const world = { found: NOTHING, isTicking: true, repaired: 0, nudges: 0, fails: false };
  const note = (level: string) => (_: object, message: string) => log.push(`${level}: ${message}`);
  const auditor = new Auditor(
    clock,
    () => {
      looks.push(`${localDateOf(clock.now()).slice(5)} ${timeOfDayOf(clock.now())}`);
      return world.fails ? Promise.reject(new Error('the disk is gone')) : Promise.resolve(world.found);
    },
    {
      tick: () => {
        world.repaired++;
        return new Promise(() => undefined);
      },
      nudge: () => {
        world.nudges++;
      },
    },
    { info: note('info'), warn: note('warn'), error: note('error') },
  );
  auditor.start();
  onTestFinished(() => auditor.stop());
  clock.everyMinute(() => {
    if (world.isTicking) auditor.ticked();
    return Promise.resolve();
  });
  const rest = () => auditor.whenIdle();
  return { clock, looks, log, world, rest, goTo: (written: string) => clock.advanceTo(at(written), rest) };
};

describe('the auditor', () => {
  it('looks every ten minutes of the clock, and says nothing where nothing is wrong', async () => {
    const { looks, log, goTo } = setUp('2025-04-14 08:03');
    await goTo('2025-04-14 08:35');
    expect(looks).toEqual(['04-14 08:10', '04-14 08:20', '04-14 08:30']);
    expect(log).toEqual([]);
  });

  it('tells what it has repaired, and makes the outbox look', async () => {
    const { log, world, goTo } = setUp('2025-04-14 08:03');
    world.found = { ...NOTHING, replanned: 2 };
    await goTo('2025-04-14 08:10');
    expect(world.nudges).toBe(0);
    world.found = { ...NOTHING, released: 1 };
    await goTo('2025-04-14 08:20');
    world.found = { ...NOTHING, late: { ...NOTHING.late, unexplained: 4 } };
    await goTo('2025-04-14 08:30');
    world.found = { ...NOTHING, late: { ...NOTHING.late, cut_off: 4 } };
    await goTo('2025-04-14 08:40');
    world.found = { ...NOTHING, unplanned: 1 };
    await goTo('2025-04-14 08:50');
    expect(world.nudges).toBe(2);
    expect(log).toEqual([
      'warn: The auditor repaired what was lost',
      'warn: The auditor repaired what was lost',
      'error: Messages are late and nobody knows why; the outbox looks for work again',
      'info: Messages wait',
      'error: Tasks have no reminder ahead, and none could be planned',
    ]);
  });

  it('does the work of a tick that no longer comes, and goes on although that one hangs too', async () => {
    const { log, looks, world, goTo } = setUp('2025-04-14 08:00');
    await goTo('2025-04-14 08:12');
    world.isTicking = false;
    await goTo('2025-04-14 08:40');
    expect(world.repaired).toBe(3);
    expect(looks).toHaveLength(4);
    expect(log[0]).toBe('error: The minute tick has not done its work for minutes; the auditor does it');
    world.isTicking = true;
    await goTo('2025-04-14 09:00');
    expect(world.repaired).toBe(3);
  });

  it('tells the sleep of a machine from a tick that no longer comes', async () => {
    const { clock, log, looks, world, rest, goTo } = setUp('2025-04-11 16:55');
    await goTo('2025-04-11 17:01');
    clock.jumpTo(at('2025-04-14 07:31'));
    await rest();
    expect(looks.at(-1)).toBe('04-14 07:31');
    expect(world.repaired).toBe(0);
    expect(log).toEqual(['info: The machine was asleep, or its clock was set']);
    await goTo('2025-04-14 07:45');
    expect(looks.at(-1)).toBe('04-14 07:40');
  });

  it('goes on when the clock is set back', async () => {
    const { clock, looks, world, goTo } = setUp('2025-04-14 08:05');
    await goTo('2025-04-14 08:15');
    clock.jumpTo(at('2025-04-14 06:55'));
    await goTo('2025-04-14 07:15');
    expect(looks).toEqual(['04-14 08:10', '04-14 07:00', '04-14 07:10']);
    expect(world.repaired).toBe(0);
  });

  it('outlives a look that fails', async () => {
    const { looks, log, world, goTo } = setUp('2025-04-14 08:05');
    world.fails = true;
    await goTo('2025-04-14 08:10');
    world.fails = false;
    await goTo('2025-04-14 08:20');
    expect(looks).toHaveLength(2);
    expect(log).toEqual(['error: The auditor could not look; it tries again in ten minutes']);
  });
});
