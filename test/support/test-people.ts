// The people and units of the test office, and where they are reached.
import { aMember, aUnit } from './rows.ts';

export const SECRETARY = aMember('secretary', { role: 'secretary', telegramId: 11, unitId: 'unit-VP' });
export const SECOND_SECRETARY = aMember('secretary-2', {
  role: 'secretary',
  telegramId: 12,
  unitId: 'unit-VP',
});
export const DIRECTOR = aMember('director', { role: 'director', telegramId: 13 });
export const DEPUTY = aMember('deputy', { role: 'deputy', telegramId: 14 });
export const HEAD_OF_PLANNING = aMember('head-KHTC', {
  role: 'unit_head',
  telegramId: 15,
  unitId: 'unit-KHTC',
});
export const STAFF_OF_PLANNING = aMember('staff-KHTC', {
  role: 'staff',
  telegramId: 16,
  unitId: 'unit-KHTC',
});
export const STAFF_OF_TECHNOLOGY = aMember('staff-QLCN', {
  role: 'staff',
  telegramId: 17,
  unitId: 'unit-QLCN',
});

export const OFFICE = aUnit('VP');
/** Has a head to write to where it has no chat, and a deputy director in charge. */
export const PLANNING = aUnit('KHTC', { headId: HEAD_OF_PLANNING.id, deputyId: DEPUTY.id });
/** Has neither head nor deputy. */
export const TECHNOLOGY = aUnit('QLCN');

/** The groups of the units, once they are bound. */
export const CHAT_OF = { VP: -1_001, KHTC: -1_002, QLCN: -1_003 } as const;
