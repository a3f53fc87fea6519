import type { InlineQueryResult } from 'grammy/types';
import { badRequest } from '../errors.ts';
import { isObject } from '../params.ts';
import type { MethodTable } from './method.ts';

/** How long the bot may take, by the sandbox clock; Telegram does not document it. */
const INLINE_QUERY_LIFETIME_MS = 30_000;
/** core.telegram.org/bots/api#answerinlinequery */
const MOST_RESULTS = 50;
const DEFAULT_CACHE_SECONDS = 300;

export const inlineMethods = {
  answerInlineQuery({ realm }, params) {
    const record = realm.inlineQueries.get(params.text('inline_query_id'));
    if (!record || realm.now() - record.askedAtMs > INLINE_QUERY_LIFETIME_MS)
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    const results = params.jsonArray('results', 'inline query results') ?? [];
    if (results.length > MOST_RESULTS) throw badRequest('RESULTS_TOO_MUCH');
    const articles = results.map(readArticle);
    if (new Set(articles.map(({ id }) => id)).size < articles.length) throw badRequest('RESULT_ID_DUPLICATE');
    record.settle({
      answered: true,
      results: articles,
      isPersonal: params.flag('is_personal'),
      cacheSeconds: params.integer('cache_time', DEFAULT_CACHE_SECONDS),
    });
    return true;
  },
} satisfies MethodTable;

/** Articles with a text to send; the sandbox takes no other kind. */
function readArticle(result: unknown): InlineQueryResult {
  if (!isObject(result) || result.type !== 'article')
    throw badRequest('the sandbox takes only articles as inline query results');
  const { id, title, input_message_content: content } = result;
  if (typeof id !== 'string' || id === '' || Buffer.byteLength(id) > 64)
    throw badRequest('RESULT_ID_INVALID');
  if (typeof title !== 'string' || title === '') throw badRequest('ARTICLE_TITLE_EMPTY');
  if (!isObject(content) || typeof content.message_text !== 'string' || content.message_text === '')
    throw badRequest('MESSAGE_EMPTY');
  return result as unknown as InlineQueryResult;
}
