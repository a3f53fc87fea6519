import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import { badRequest } from './errors.ts';
import { isObject } from './params.ts';
import type { Params } from './params.ts';
import type { OtherReplyMarkup } from './world/records.ts';

export interface ReplyMarkup {
  readonly inline?: InlineKeyboardMarkup;
  readonly other?: OtherReplyMarkup;
}

const MAX_CALLBACK_DATA_BYTES = 64;
/** More than this and the server answers REPLY_MARKUP_TOO_LONG. */
const MAX_BUTTONS = 100;
const STYLES: ReadonlySet<unknown> = new Set(['primary', 'success', 'danger']);
const OTHER_ACTIONS = [
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'web_app',
  'login_url',
  'copy_text',
  'callback_game',
  'pay',
  'disabled',
] as const;

/** Reads and checks `reply_markup` as Telegram does. */
export function readReplyMarkup(params: Params): ReplyMarkup {
  const value = params.json('reply_markup', 'reply keyboard markup');
  if (value === undefined) return {};
  if (!isObject(value)) throw badRequest('object expected as reply markup');
  if (value.inline_keyboard !== undefined) {
    const inline = readInlineKeyboard(value.inline_keyboard);
    return inline.inline_keyboard.length === 0 ? {} : { inline };
  }
  if (value.keyboard !== undefined) {
    if (!Array.isArray(value.keyboard) || !value.keyboard.every(Array.isArray)) {
      throw badRequest('field "keyboard" must be an Array of Arrays');
    }
    return { other: value as unknown as OtherReplyMarkup };
  }
  if (value.remove_keyboard === true || value.force_reply === true) {
    return { other: value as unknown as OtherReplyMarkup };
  }
  return {};
}

function readInlineKeyboard(rows: unknown): InlineKeyboardMarkup {
  if (!Array.isArray(rows) || !rows.every((row): row is unknown[] => Array.isArray(row))) {
    throw badRequest('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays');
  }
  const keyboard = rows
    .map((row) => row.map(readInlineButton).filter(({ text }) => text !== ''))
    .filter((row) => row.length > 0);
  if (keyboard.flat().length > MAX_BUTTONS) throw badRequest('reply markup is too long');
  return { inline_keyboard: keyboard };
}

function readInlineButton(value: unknown): InlineKeyboardButton {
  const fail = (reason: string): never => {
    throw badRequest(`can't parse inline keyboard button: ${reason}`);
  };
  if (!isObject(value)) return fail('InlineKeyboardButton must be an Object');
  if (typeof value.text !== 'string') return fail('Can\'t find field "text"');
  if (value.style !== undefined && !STYLES.has(value.style)) fail('invalid button style specified');
  const button = value as unknown as InlineKeyboardButton;
  if (typeof value.url === 'string' && value.url !== '') {
    if (!URL.canParse(value.url.includes(':') ? value.url : `http://${value.url}`)) {
      throw badRequest(`inline keyboard button URL '${value.url}' is invalid: Wrong HTTP URL`);
    }
    return button;
  }
  if (typeof value.callback_data === 'string' && value.callback_data !== '') {
    if (Buffer.byteLength(value.callback_data) > MAX_CALLBACK_DATA_BYTES)
      throw badRequest('BUTTON_DATA_INVALID');
    return button;
  }
  if (OTHER_ACTIONS.some((action) => value[action] !== undefined)) return button;
  return fail('Text buttons are unallowed in the inline keyboard');
}
