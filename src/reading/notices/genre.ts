import { NARRATIVE, PAGE_FURNITURE } from '../lexicon/news-page.ts';
import { Phrases, phraseLength } from '../words/phrases.ts';
import type { Word } from '../words/word.ts';
import type { Footer } from './footer.ts';
import type { Header } from './header.ts';

const furniture = new Phrases([[true, PAGE_FURNITURE]]);
const narrative = new Phrases([[true, NARRATIVE]]);

const SHORTEST_ARTICLE_IN_WORDS = 250;
const LEAST_NARRATIVE_PER_100_WORDS = 0.8;

/** True where enough of the official layout is there to read the text as a document. */
export const hasDocumentLayout = (header: Header, footer: Footer): boolean =>
  header.symbol !== null ||
  [header.kind, header.issuedOn ?? header.place, footer.recipients[0] ?? null, footer.signerCapacity].filter(
    (part) => part !== null,
  ).length >= 2;

/** Invitations call people together: what they ask for without a date is to come. */
export const isInvitation = ({ kind }: Header): boolean => kind === 'GIẤY MỜI' || kind === 'THƯ MỜI';

/** A page of a news site tells what was said and done; nothing in it is an order to anyone. */
export function isNewsPage(words: readonly Word[], header: Header, footer: Footer): boolean {
  if (hasDocumentLayout(header, footer)) return false;
  let furnitureCount = 0;
  let narrativeCount = 0;
  for (let at = 0; at < words.length; at++) {
    if (phraseLength(furniture, words, at) > 0) furnitureCount++;
    if (phraseLength(narrative, words, at) > 0) narrativeCount++;
  }
  if (words.length < SHORTEST_ARTICLE_IN_WORDS) return false;
  return furnitureCount > 0 || narrativeCount / words.length > LEAST_NARRATIVE_PER_100_WORDS / 100;
}
