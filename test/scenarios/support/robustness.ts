import type { HistoryEntry } from '../../../src/sandbox/bot-api/world/history.ts';
import { expect } from 'vitest';
import { Office, SECRETARY } from './office.ts';

export const ORDER =
  'Giao Phòng KHTC chủ trì, phối hợp Phòng CĐS thẩm định dự toán, xong trước ngày 25/4/2025.';

/** The head of the unit that leads the task of {@link ORDER}. */
export const HEAD = 'TP.KHTC';

export const GROUP = { group: 'KHTC' } as const;

/** An office in which {@link ORDER} has been saved as task 1 and given to its units. */
export const openWithTask = async (startAt = '2025-04-10T09:00'): Promise<Office> => {
  const office = await Office.open({ startAt });
  await office.write(SECRETARY, ORDER);
  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'thẩm định'), 'Lưu');
  return office;
};

/** The message that gave the lead unit its task. */
export const taskMessage = (office: Office): HistoryEntry => {
  const [given] = office.about(GROUP, '📋 Việc 1');
  if (!given) throw new Error('The unit has not been given its task');
  return given;
};

/** What the bot says in one chat, each time what is new since the last time. */
export const listen = (office: Office, where: Parameters<Office['heard']>[0]): (() => string[]) => {
  let heard = office.heard(where).length;
  return () => {
    const fresh = office.heard(where).slice(heard);
    heard += fresh.length;
    return fresh.map(({ text }) => text);
  };
};

/** Nothing was taken for a fault of the program, and no trace of one reached people. */
export const expectNoFault = (office: Office): void => {
  expect(office.log.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  const { world } = office.sandbox.server;
  const said = world.chats().flatMap((chat) => world.fromBot(chat.id).map(({ text }) => text ?? ''));
  expect(said.filter((text) => /\bat \S+ \(|Error:|undefined|\[object|Chưa xử lý được/u.test(text))).toEqual(
    [],
  );
};
