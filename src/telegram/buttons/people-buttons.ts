// Buttons about people, as parts of callback data. A person, unit or request of which the data is forged is none of the
// agency: whoever handles the press looks it up and authorises it.
import type { Role } from '../../domain/member.ts';
import type { ButtonFamily, Parts } from './button-family.ts';

/** What a list of people is for. Written by their places: new ones come last. */
const PURPOSES = ['invite', 'leave', 'role'] as const;

export type PeoplePurpose = (typeof PURPOSES)[number];

/** Written by their places: new ones come last. */
const ROLES = ['admin', 'secretary', 'director', 'deputy', 'unit_head', 'staff'] as const satisfies Role[];

/** People and units stand there by their keys, see choiceKey. */
export type PeopleAction =
  | { readonly do: 'ask_to_join' }
  | { readonly do: 'list'; readonly purpose: PeoplePurpose; readonly offset: number }
  | { readonly do: 'pick'; readonly purpose: PeoplePurpose; readonly member: string }
  | { readonly do: 'leave'; readonly member: string }
  | { readonly do: 'role'; readonly role: Role; readonly offset: number; readonly member: string }
  | { readonly do: 'role_in_unit'; readonly role: Role; readonly member: string; readonly unit: string }
  | { readonly do: 'candidates'; readonly offset: number; readonly requestId: string }
  | { readonly do: 'admit'; readonly requestId: string; readonly member: string }
  | { readonly do: 'turn_down'; readonly requestId: string };

/** Written by their places: new ones come last. */
const VERBS = [
  'ask_to_join',
  'list',
  'pick',
  'leave',
  'role',
  'role_in_unit',
  'candidates',
  'admit',
  'turn_down',
] as const satisfies PeopleAction['do'][];

/** The numbers and the id that stand for an action. */
const partsOfPeople = (action: PeopleAction): Parts => {
  const verb = VERBS.indexOf(action.do);
  switch (action.do) {
    case 'ask_to_join':
      return { numbers: [verb], id: null };
    case 'list':
      return { numbers: [verb, PURPOSES.indexOf(action.purpose), action.offset], id: null };
    case 'pick':
      return { numbers: [verb, PURPOSES.indexOf(action.purpose)], id: action.member };
    case 'leave':
      return { numbers: [verb], id: action.member };
    case 'role':
      return { numbers: [verb, ROLES.indexOf(action.role), action.offset], id: action.member };
    case 'role_in_unit':
      return { numbers: [verb, ROLES.indexOf(action.role)], id: `${action.member}/${action.unit}` };
    case 'candidates':
      return { numbers: [verb, action.offset], id: action.requestId };
    case 'admit':
      return { numbers: [verb], id: `${action.requestId}/${action.member}` };
    case 'turn_down':
      return { numbers: [verb], id: action.requestId };
  }
};

/** The way back; null where the parts are those of no action. */
const peopleOf = (numbers: readonly number[], id: string | null): PeopleAction | null => {
  const [verb = -1, second = -1, third = -1] = numbers;
  const does = VERBS[verb];
  if (does === undefined) return null;
  const has = (count: number, ids: number): boolean =>
    numbers.length === count && (id === null ? ids === 0 : id.split('/').length === ids);
  const [first = '', other = ''] = id?.split('/') ?? [];
  const purpose = PURPOSES[second];
  const role = ROLES[second];
  switch (does) {
    case 'ask_to_join':
      return has(1, 0) ? { do: does } : null;
    case 'list':
      return has(3, 0) && purpose !== undefined ? { do: does, purpose, offset: third } : null;
    case 'pick':
      return has(2, 1) && purpose !== undefined ? { do: does, purpose, member: first } : null;
    case 'leave':
      return has(1, 1) ? { do: does, member: first } : null;
    case 'role':
      return has(3, 1) && role !== undefined ? { do: does, role, offset: third, member: first } : null;
    case 'role_in_unit':
      return has(2, 2) && role !== undefined ? { do: does, role, member: first, unit: other } : null;
    case 'candidates':
      return has(2, 1) ? { do: does, offset: second, requestId: first } : null;
    case 'admit':
      return has(1, 2) ? { do: does, requestId: first, member: other } : null;
    case 'turn_down':
      return has(1, 1) ? { do: does, requestId: first } : null;
  }
};

export const peopleButtons: ButtonFamily<{ readonly kind: 'people'; readonly people: PeopleAction }> = {
  signs: { people: 'M' },
  partsOf: ({ people }) => partsOfPeople(people),
  read(kind, { numbers, id }) {
    const people = peopleOf(numbers, id);
    return people && { kind, people };
  },
};
