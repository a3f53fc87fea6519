/**
 * Identifiers from counters, in the ranges Telegram uses: users past 32 bits, groups negative, supergroups -100…,
 * so that nothing which truncates or mixes them up survives a test. The same calls give the same ids.
 */
export class IdSource {
  #user = 5_200_000_000;
  #group = 4_100_000_000;
  #supergroup = 2_100_000_000;
  #callbackQuery = 2_233_445_566_778_899_000n;
  #file = 0;
  #message = 0;
  #ephemeral = 0;
  #mediaGroup = 13_900_000_000_000_000n;

  user(): number {
    return (this.#user += 7_919);
  }

  group(): number {
    return -(this.#group += 6_101);
  }

  supergroup(): number {
    return -(1_000_000_000_000 + (this.#supergroup += 5_003));
  }

  callbackQuery(): string {
    return String((this.#callbackQuery += 104_729n));
  }

  /** For private chats and groups: one counter for the whole account, as in Telegram. */
  message(): number {
    return ++this.#message;
  }

  ephemeral(): number {
    return ++this.#ephemeral;
  }

  mediaGroup(): string {
    return String((this.#mediaGroup += 7_907n));
  }

  file(prefix: string): { number: number; fileId: string; uniqueId: string } {
    const number = this.#file++;
    const tail = (number + 1).toString(36).toUpperCase().padStart(6, '0');
    return {
      number,
      fileId: `${prefix}AgUAAxkBAAIB${tail}sandboxFileIdentifier${tail}BwADNgQ`,
      uniqueId: `AgAD${tail}sb`,
    };
  }
}
