// Turns what zod says of a file into problems in Vietnamese. In every schema of this folder the error text of a value
// is what was expected ("ngày dạng 2025-04-30"); what stands there instead is added here.
import { closestMatch } from 'leven';
import { z } from 'zod';
import type { ConfigProblem } from './config-error.ts';
import type { Path, YamlFile } from './yaml-file.ts';

/** What is left of a value when everything that failed its own check is taken away: any part may be missing. */
export type Partially<T> = T extends readonly (infer Item)[]
  ? readonly (Partially<Item> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: Partially<T[Key]> | undefined }
    : T;

export interface Checked<T> {
  /** The whole value; null where any part of it is wrong. */
  readonly value: T | null;
  /** The parts that are right by themselves, so that what they say of each other can be checked all the same. */
  readonly sound: Partially<T>;
  readonly problems: readonly ConfigProblem[];
}

/** Checks a file against a schema and reports everything that is wrong with it. */
export const checkSchema = <T extends object>(schema: z.ZodType<T>, yaml: YamlFile): Checked<T> => {
  const result = schema.safeParse(yaml.data);
  if (result.success) return { value: result.data, sound: result.data as Partially<T>, problems: [] };
  const sound = structuredClone(yaml.data);
  const problems = result.error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => {
        remove(sound, [...issue.path, key]);
        return yaml.problem([...issue.path, key], unknownKey(key, keysAt(schema, issue.path)));
      });
    }
    remove(sound, issue.path);
    const found = valueAt(yaml.data, issue.path);
    const options = issue.code === 'invalid_value' ? issue.values.map(String) : [];
    return [yaml.problem(issue.path, `${describe(found)}, cần ${issue.message}${suggest(found, options)}`)];
  });
  // What remains passed its own schema: that is what Partially says.
  return { value: null, sound: (isContainer(sound) ? sound : {}) as Partially<T>, problems };
};

/** What stands in the file: `ghi “abc”`, `thiếu`, `để trống`. */
export const describe = (found: unknown): string => {
  if (found === undefined) return 'thiếu';
  if (found === null) return 'để trống';
  if (typeof found === 'string') return `ghi “${found.length > 60 ? `${found.slice(0, 60)}…` : found}”`;
  if (Array.isArray(found)) return 'ghi một danh sách';
  if (typeof found === 'object') return 'ghi một nhóm mục';
  return `ghi ${JSON.stringify(found)}`;
};

/** ` (ý là “…”?)` where what was written is one of the options cut short or drawn out, or misspelt; else nothing. */
export const suggest = (found: unknown, options: readonly string[]): string => {
  if (typeof found !== 'string' || found === '') return '';
  const written = found.toLowerCase();
  const lowered = options.map((option) => option.toLowerCase());
  const isLongerOrShorter = (option: string): boolean =>
    Math.min(written.length, option.length) > 2 && (option.startsWith(written) || written.startsWith(option));
  const maxDistance = Math.max(1, Math.floor(found.length / 3));
  const match = lowered.find(isLongerOrShorter) ?? closestMatch(written, lowered, { maxDistance });
  const option = match === undefined ? undefined : options[lowered.indexOf(match)];
  return option === undefined ? '' : ` (ý là “${option}”?)`;
};

const unknownKey = (key: string, known: readonly string[]): string => {
  const suggestion = suggest(key, known);
  return suggestion === ''
    ? `không có mục này; ở đây có thể ghi: ${known.join(', ')}`
    : `không có mục này${suggestion}`;
};

/** The keys that the schema knows at `path`. */
const keysAt = (schema: z.core.$ZodType, path: Path): readonly string[] => {
  let current = unwrap(schema);
  for (const step of path) {
    if (current instanceof z.ZodObject) {
      const next = (current.shape as Record<PropertyKey, z.core.$ZodType>)[step];
      if (next === undefined) return [];
      current = unwrap(next);
    } else if (current instanceof z.ZodArray) current = unwrap(current.element);
    else if (current instanceof z.ZodRecord) current = unwrap(current.valueType);
    else return [];
  }
  return current instanceof z.ZodObject ? Object.keys(current.shape) : [];
};

const unwrap = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? unwrap(schema.unwrap()) : schema;

const isContainer = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null;

const valueAt = (data: unknown, path: Path): unknown => {
  let value = data;
  for (const step of path) value = isContainer(value) ? value[step] : undefined;
  return value;
};

const remove = (data: unknown, path: Path): void => {
  const last = path.at(-1);
  const parent = valueAt(data, path.slice(0, -1));
  if (last !== undefined && isContainer(parent)) parent[last] = undefined;
};
