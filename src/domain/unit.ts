import type { LocalDate } from './local-time.ts';

/** The code of the group that stands for every unit of the agency ("Các phòng, đơn vị"). */
export const ALL_UNITS = 'ALL_UNITS';

/** What the reader must know of a unit to recognise it in a text. */
export interface UnitNames {
  /** The short official code, as written in documents: "QLKH&CN". */
  readonly code: string;
  /** The full official name: "Phòng Quản lý Khoa học và Công nghệ". */
  readonly name: string;
  /** How messages name it: "Phòng QLKH&CN". */
  readonly shortName?: string;
  /** Other ways people write it. */
  readonly aliases: readonly string[];
  /** Ways that mean it only when nothing else fits ("Trung tâm"): matched, but the secretary is asked. */
  readonly weakAliases?: readonly string[];
  /** True where the name is known to be shared by two units, so that the secretary is asked. */
  readonly isAmbiguous?: boolean;
  /** True for {@link ALL_UNITS}, which stands for every other unit. */
  readonly isGroup?: boolean;
}

/** A phòng, trung tâm, chi cục… of the agency, as config/agency.yaml declares it. */
export interface Unit extends UnitNames {
  readonly id: string;
  readonly agencyId: string;
  /** How messages name it: "Phòng QLKH&CN". */
  readonly shortName: string;
  /** The member who heads it; null where the post is vacant. */
  readonly headId: string | null;
  /** The deputy director in charge of it; null where the director keeps it. */
  readonly deputyId: string | null;
  /** False for a body that "các phòng, đơn vị" does not mean (Đoàn Thanh niên, Công đoàn). */
  readonly isInAllUnits: boolean;
  /** First and last day on which the unit exists (reorganisations); null means unbounded. */
  readonly validFrom: LocalDate | null;
  readonly validUntil: LocalDate | null;
}

/** Who heads a unit and has it in charge, for those who change it. */
export interface UnitPost extends Pick<Unit, 'id' | 'agencyId' | 'headId' | 'deputyId'> {
  /** What the configuration said of it at the last start. */
  readonly declared: Pick<Unit, 'headId' | 'deputyId'> | null;
  readonly version: number;
}

/** True where the unit exists on a day. */
export const existsOn = (unit: Pick<Unit, 'validFrom' | 'validUntil'>, date: LocalDate): boolean =>
  (unit.validFrom === null || unit.validFrom <= date) &&
  (unit.validUntil === null || date <= unit.validUntil);

/** The units that "các phòng, đơn vị" stands for. */
export const membersOfAllUnits = <U extends Pick<Unit, 'isGroup' | 'isInAllUnits'>>(
  units: readonly U[],
): U[] => units.filter((unit) => unit.isGroup !== true && unit.isInAllUnits);
