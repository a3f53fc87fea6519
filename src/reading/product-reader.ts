import { PRODUCTS } from './lexicon/products.ts';

const NAMED = new RegExp(`(?<![\\p{L}\\p{M}])(?:${PRODUCTS.join('|')})(?![\\p{L}\\p{M}])`, 'iu');

/** Whether the words of a piece of work say what comes of it: a document or another result that can be shown. */
export const namesProduct = (content: string): boolean => NAMED.test(content.normalize('NFC'));
