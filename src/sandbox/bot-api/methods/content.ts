import type { LinkPreviewOptions, Message, RichBlock, RichMessage } from 'grammy/types';
import { badRequest } from '../errors.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { isObject } from '../params.ts';
import type { Params } from '../params.ts';
import { MAX_CAPTION_LENGTH, MAX_TEXT_LENGTH, readFormattedText } from '../text/formatted-text.ts';
import type { ResolveUser } from '../text/markup.ts';
import type { MessageContent } from '../world/messages.ts';
import type { Realm } from '../world/realm.ts';

/** The text of a message being sent or edited. */
function readText(realm: Realm, params: Params): Pick<Message.TextMessage, 'text' | 'entities'> {
  const fields = { text: 'text', entities: 'entities' };
  const { text, entities } = readFormattedText(params, fields, resolveUserIn(realm));
  if (text === '') throw badRequest('message text is empty');
  if (text.length > MAX_TEXT_LENGTH) throw badRequest('message is too long');
  return omitUndefined<Pick<Message.TextMessage, 'text' | 'entities'>>({
    text,
    entities: entities.length > 0 ? entities : undefined,
  });
}

/** A caption, which may be missing. */
export function readCaption(
  realm: Realm,
  params: Params,
): Pick<Message.CaptionableMessage, 'caption' | 'caption_entities'> {
  const fields = { text: 'caption', entities: 'caption_entities' };
  const { text, entities } = readFormattedText(params, fields, resolveUserIn(realm));
  if (text.length > MAX_CAPTION_LENGTH) throw badRequest('message caption is too long');
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
export function readTextContent(realm: Realm, params: Params): MessageContent {
  return omitUndefined<MessageContent>({
    ...readText(realm, params),
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
