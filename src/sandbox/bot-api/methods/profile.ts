import type { Params } from '../params.ts';
import type { Realm } from '../world/realm.ts';
import type { MethodTable } from './method.ts';

export const profileMethods = {
  setMyName({ realm }, params) {
    return set(realm, params, 'name');
  },
  getMyName({ realm }, params) {
    return { name: get(realm, params, 'name', realm.bot.first_name) };
  },
  setMyDescription({ realm }, params) {
    return set(realm, params, 'description');
  },
  getMyDescription({ realm }, params) {
    return { description: get(realm, params, 'description') };
  },
  setMyShortDescription({ realm }, params) {
    return set(realm, params, 'short_description');
  },
  getMyShortDescription({ realm }, params) {
    return { short_description: get(realm, params, 'short_description') };
  },
} satisfies MethodTable;

const keyOf = (params: Params, field: string, languageCode = params.text('language_code')): string =>
  `${field}:${languageCode}`;

function set(realm: Realm, params: Params, field: string): true {
  const value = params.text(field);
  if (value === '') realm.profile.delete(keyOf(params, field));
  else realm.profile.set(keyOf(params, field), value);
  return true;
}

/** Without an own value a language has the general one. */
const get = (realm: Realm, params: Params, field: string, fallback = ''): string =>
  realm.profile.get(keyOf(params, field)) ?? realm.profile.get(keyOf(params, field, '')) ?? fallback;
