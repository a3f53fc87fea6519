import { EXTENSION_STORY } from './extension-story.ts';
import { HUNDRED_UNITS_STORY } from './hundred-units-story.ts';
import { NOTICE_STORY } from './notice-story.ts';
import { ONE_DAY_STORY } from './one-day-story.ts';
import { OUTAGE_STORY } from './outage-story.ts';
import type { Story } from './story.ts';

/** Each tells one thing about the product; the first is told where none is asked for. */
export const STORIES: readonly [Story, ...Story[]] = [
  NOTICE_STORY,
  ONE_DAY_STORY,
  EXTENSION_STORY,
  OUTAGE_STORY,
  HUNDRED_UNITS_STORY,
];

/** The story of that name, written in whatever case, with spaces or hyphens; null where there is none. */
export const storyCalled = (name: string): Story | null => {
  const wanted = name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/gu, '-');
  return STORIES.find((story) => story.name === wanted) ?? null;
};
