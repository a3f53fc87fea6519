import type { FileProblem } from '../../ingestion/read-file.ts';
import { isReadable, kindOfFile, LARGEST_FILE_BYTES, readFile } from '../../ingestion/read-file.ts';

/** Larger files are not fetched. */
export const LARGEST_ORDER_FILE_BYTES = LARGEST_FILE_BYTES;

/** Why no orders are read out of a file. */
export type OrderFileProblem = FileProblem;

/** A file that somebody sent, before it is fetched. */
export interface OrderFile {
  readonly name: string;
  /** Null where Telegram does not say. */
  readonly bytes: number | null;
}

/** Whether orders may stand in it: its name says that it holds text. */
export const mayHoldOrders = ({ name }: Pick<OrderFile, 'name'>): boolean => isReadable(kindOfFile(name));

/**
 * Reads a notice out of a file. What can be seen beforehand not to be readable is not fetched.
 * @param fetch the bytes of the file
 */
export const readOrderFile = async (
  file: OrderFile,
  fetch: () => Promise<Uint8Array>,
): Promise<{ readonly text: string } | { readonly problem: OrderFileProblem }> => {
  const kind = kindOfFile(file.name);
  if (!isReadable(kind)) return { problem: kind };
  if ((file.bytes ?? 0) > LARGEST_ORDER_FILE_BYTES) return { problem: 'too_large' };
  return readFile(kind, await fetch());
};
