/**
 * What people press in stories, each by the letter with which the button's callback data begins. Labels are reworded; the
 * letters stay, because old messages keep their buttons.
 */
const LETTERS = {
  save: 's',
  'save all': 'S',
  acknowledge: 'a',
  'accept completion': 'y',
  'return completion': 'n',
  'approve extension': 'Y',
  'refuse extension': 'N',
} as const;

/** What a button does. */
export type StoryAction = keyof typeof LETTERS;

/** Whether a button with this callback data does that. */
export const does = (data: string, action: StoryAction): boolean => data.startsWith(LETTERS[action]);
