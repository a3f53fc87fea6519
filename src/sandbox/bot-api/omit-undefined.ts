/**
 * Drops keys whose value is undefined, so that optional parts of an API object can be written in one literal.
 * Telegram leaves absent fields out of its JSON; `exactOptionalPropertyTypes` asks the same of our objects.
 */
export function omitUndefined<T extends object>(object: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}
