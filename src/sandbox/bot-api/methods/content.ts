import type { LinkPreviewOptions, Message, RichBlock, RichMessage } from 'grammy/types';
import { badRequest } from '../errors.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { isObject } from '../params.ts';
import type { Params } from '../params.ts';
import { MAX_CAPTION_LENGTH, MAX_TEXT_LENGTH, readFormattedText } from '../text/formatted-text.ts';
import type { ResolveUser } from '../text/markup.ts';
import type { MessageContent } from '../world/messages.ts';
import type { Realm } from '../world/realm.ts';

/** How Telegram refuses what is too long: in words for a new message, by a code of its servers for an edit. */
interface LengthRules {
  readonly maxText: number;
  readonly textTooLong: string;
  readonly captionTooLong: string;
}

export const WHEN_SENDING: LengthRules = {
  maxText: MAX_TEXT_LENGTH,
  textTooLong: 'message is too long',
  captionTooLong: 'message caption is too long',
};

export const WHEN_EDITING: LengthRules = {
  maxText: MAX_TEXT_LENGTH,
  textTooLong: 'MESSAGE_TOO_LONG',
  captionTooLong: 'MEDIA_CAPTION_TOO_LONG',
};

/** Telegram takes the text of an ephemeral message for a caption (github.com/tdlib/telegram-bot-api/issues/881). */
export const WHEN_EDITING_EPHEMERAL: LengthRules = {
  maxText: MAX_CAPTION_LENGTH,
  textTooLong: 'MEDIA_CAPTION_TOO_LONG',
  captionTooLong: 'MEDIA_CAPTION_TOO_LONG',
};

function readText(
  realm: Realm,
  params: Params,
  { maxText, textTooLong }: LengthRules,
): Pick<Message.TextMessage, 'text' | 'entities'> {
  const fields = { text: 'text', entities: 'entities' };
  if (params.text('text') === '') throw badRequest('message text is empty');
  const { text, entities } = readFormattedText(params, fields, resolveUserIn(realm));
  if (text === '') throw badRequest('text must be non-empty');
  if (text.length > maxText) throw badRequest(textTooLong);
  return omitUndefined<Pick<Message.TextMessage, 'text' | 'entities'>>({
    text,
    entities: entities.length > 0 ? entities : undefined,
  });
}

/** A caption, which may be missing. */
export function readCaption(
  realm: Realm,
  params: Params,
  { captionTooLong }: LengthRules,
): Pick<Message.CaptionableMessage, 'caption' | 'caption_entities'> {
  const fields = { text: 'caption', entities: 'caption_entities' };
  const { text, entities } = readFormattedText(params, fields, resolveUserIn(realm));
  if (text.length > MAX_CAPTION_LENGTH) throw badRequest(captionTooLong);
  return omitUndefined<Pick<Message.CaptionableMessage, 'caption' | 'caption_entities'>>({
    caption: text === '' ? undefined : text,
    caption_entities: entities.length > 0 ? entities : undefined,
  });
}

const resolveUserIn =
  (realm: Realm): ResolveUser =>
  (userId) =>
    realm.users.get(userId)?.user;

/** A text with what goes with it: link preview options. */
export function readTextContent(realm: Realm, params: Params, rules: LengthRules): MessageContent {
  return omitUndefined<MessageContent>({
    ...readText(realm, params, rules),
    link_preview_options: readLinkPreview(params),
  });
}

function readLinkPreview(params: Params): LinkPreviewOptions | undefined {
  const options = params.jsonObject('link_preview_options', 'link preview options');
  if (options) return options;
  return params.flag('disable_web_page_preview') ? { is_disabled: true } : undefined;
}

/** Blocks that carry a file, which the sandbox does not send inside a rich message. */
const MEDIA_BLOCKS: ReadonlySet<unknown> = new Set([
  'animation',
  'audio',
  'document',
  'photo',
  'video',
  'voice_note',
  'collage',
  'slideshow',
]);

/** A rich message given as blocks; Telegram also takes HTML and Markdown for it, the sandbox does not. */
export function readRichMessage(params: Params): RichMessage {
  const given = params.jsonObject('rich_message', 'rich message');
  if (!given || !Array.isArray(given.blocks)) {
    throw badRequest('the sandbox reads a rich message only from its blocks');
  }
  const blocks = given.blocks as unknown[];
  if (blocks.length === 0) throw badRequest('message text is empty');
  for (const block of blocks) {
    if (!isObject(block) || typeof block.type !== 'string')
      throw badRequest("can't parse rich message block");
    if (MEDIA_BLOCKS.has(block.type)) throw badRequest('the sandbox sends no media inside rich messages');
  }
  return omitUndefined<RichMessage>({
    blocks: blocks as RichBlock[],
    is_rtl: given.is_rtl === true ? true : undefined,
  });
}
