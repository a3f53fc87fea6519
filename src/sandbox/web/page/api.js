/** @import { CommandView, MessagesView, StateView } from '../wire.ts' */

/** What the server said that it cannot do, in words for the person. */
export class Refused extends Error {}

/**
 * @param {string} path
 * @param {RequestInit} [options]
 * @returns {Promise<any>}
 */
const ask = async (path, options) => {
  const response = await fetch(path, options);
  const body = await response.json();
  if (!response.ok) throw new Refused(body.error);
  return body;
};

/** @param {string} path @param {object} body */
const post = (path, body) =>
  ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** @returns {Promise<StateView>} */
export const fetchState = () => ask('/api/state');

/** @typedef {{ stage: number, person: number, chat: number, topic?: number | null }} Whose a chat, or a topic of it, as a person sees it */

/** @param {Whose} whose */
const queryOf = ({ stage, person, chat, topic = null }) =>
  new URLSearchParams({
    stage: String(stage),
    person: String(person),
    chat: String(chat),
    ...(topic === null ? {} : { topic: String(topic) }),
  });

/**
 * Messages of a chat as a person sees it, oldest first; none where the stage is over.
 * @param {Whose} whose
 * @param {number | null} before a position that is not included; null: the newest
 * @param {number} limit
 * @returns {Promise<MessagesView>}
 */
export const fetchMessages = (whose, before, limit) => {
  const query = queryOf(whose);
  query.set('limit', String(limit));
  if (before !== null) query.set('before', String(before));
  return ask(`/api/messages?${query}`);
};

/**
 * The command menu that a person has in a chat.
 * @param {Whose} whose
 * @returns {Promise<CommandView[]>}
 */
export const fetchCommands = (whose) => ask(`/api/commands?${queryOf(whose)}`);

/** Does something as a person, or with the clock and the network. @param {object} action */
export const act = (action) => post('/api/act', action);

/** Begins anew. @param {string | null} story */
export const openStage = (story) => post('/api/stage', { story });

export const nextOfStory = () => post('/api/story/next', {});

/**
 * Sends files, as the clients do: pictures as photos, what is of one kind as an album.
 * @param {{ person: number, chat: number, caption: string, replyTo: number | null, topic: number | null }} to
 * @param {readonly File[]} files
 */
export const sendFiles = (to, files) => {
  const body = new FormData();
  body.set('to', JSON.stringify(to));
  for (const [index, file] of files.entries()) body.set(`file${index}`, file);
  return ask('/api/files', { method: 'POST', body });
};

/** Where a file of a message can be fetched. @param {string} id */
export const fileUrl = (id) => `/api/file?id=${encodeURIComponent(id)}`;
