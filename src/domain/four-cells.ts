/**
 * How work stands, in the four cells that offices report by (hoàn thành đúng hạn · hoàn thành quá hạn · đang thực hiện
 * trong hạn · đang thực hiện quá hạn), and what fits into none of them. Each lead assignment is counted once.
 */
export interface FourCells {
  readonly doneInTime: number;
  readonly doneLate: number;
  readonly openInTime: number;
  /** The same that /quahan lists. */
  readonly openLate: number;
  /** Reported done or submitted, and not yet accepted: no longer late, not yet finished. */
  readonly submitted: number;
  /** Open without a date. */
  readonly undated: number;
}

export const NO_CELLS: FourCells = {
  doneInTime: 0,
  doneLate: 0,
  openInTime: 0,
  openLate: 0,
  submitted: 0,
  undated: 0,
};

export const addCells = (one: FourCells, other: FourCells): FourCells => ({
  doneInTime: one.doneInTime + other.doneInTime,
  doneLate: one.doneLate + other.doneLate,
  openInTime: one.openInTime + other.openInTime,
  openLate: one.openLate + other.openLate,
  submitted: one.submitted + other.submitted,
  undated: one.undated + other.undated,
});
