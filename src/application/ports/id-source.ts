export interface IdSource {
  /** A new id, unique for ever; later ids sort after earlier ones. */
  next(): string;
}
