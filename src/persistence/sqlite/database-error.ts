/** The database cannot be used. The message is Vietnamese, for the operator: what, where, and what to do. */
export class DatabaseError extends Error {
  override readonly name: string = 'DatabaseError';
}

/** The database was written by a later version of this program. */
export class NewerDatabaseError extends DatabaseError {
  override readonly name = 'NewerDatabaseError';
}
