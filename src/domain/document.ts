import type { MessageSource } from './chat.ts';
import type { Instant, LocalDate } from './local-time.ts';

/** A văn bản giao việc that tasks were taken from. */
export interface Document {
  readonly id: string;
  readonly agencyId: string;
  readonly number: string | null;
  readonly symbol: string | null;
  readonly kind: string | null;
  readonly title: string | null;
  readonly issuedOn: LocalDate | null;
  readonly place: string | null;
  readonly signer: string | null;
  readonly signerCapacity: string | null;
  readonly recipients: readonly string[];
  readonly text: string;
  readonly source: MessageSource;
  readonly createdBy: string;
  readonly createdAt: Instant;
}

/** The particulars of a document as read from its text, before it is stored. */
export type DocumentParticulars = Pick<
  Document,
  'number' | 'symbol' | 'kind' | 'title' | 'issuedOn' | 'place' | 'signer' | 'signerCapacity' | 'recipients'
>;
