// Small words that join units, open clauses and soften requests.
import { phraseList } from './phrase-list.ts';

export const GROUP_CONNECTORS: readonly (readonly ['and' | 'with', readonly string[]])[] = [
  ['and', ['và', 'hoặc', 'lẫn', 'cũng như', 'cùng các', 'và cả']],
  ['with', ['cùng', 'với', 'cùng với', 'vs']],
];

/** They open a new clause with its own subject. */
export const CONNECTORS: readonly string[] = phraseList(`
  và, còn, đồng thời, trong đó, thì, riêng, nội bộ, ngoài ra, bên cạnh đó, sau đó, tiếp đó, trên cơ sở đó,
  theo đó, cụ thể, đối với, riêng đối với, về phía, phía, mặt khác, rồi, nay
`);

export const PARTICLES: readonly string[] = phraseList(`
  nhé, nha, nhá, ạ, ah, nghe, nhen, hen, thì, nè, với, giùm, dùm, hộ, tự, cũng, cùng, đều, vui lòng, làm ơn,
  ơi, xin
`);

export const PRONOUNS: readonly string[] = phraseList(`
  anh, chị, em, tôi, mình, tớ, cô, chú, bác, sếp, lãnh đạo, a, c, e, t
`);

/** Before the subject of a sentence without belonging to its work. */
export const LEAD_INS: readonly string[] = phraseList(`
  trong đó, đồng thời, ngoài ra, bên cạnh đó, riêng, theo đó, cụ thể, cụ thể như sau, trước mắt, tiếp theo,
  sau đó, và, còn, thì, nội bộ, nay, tại cuộc họp, như vậy, trên cơ sở đó, qua xem xét
`);
