/** A file that Telegram keeps, and sends again by its id to whoever the bot sends it to. */
export interface EvidenceFile {
  readonly kind: 'document' | 'photo';
  /** Telegram's id of the file for this bot. */
  readonly fileId: string;
  /** As the sender's device calls it; null where it says nothing. */
  readonly name: string | null;
}
