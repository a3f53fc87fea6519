import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const SAMPLE = join(import.meta.dirname, '..', '..', 'config');

/** A unit with its group and the one who answers for it there. */
export interface LargeUnit {
  readonly code: string;
  readonly headId: number;
}

export const SECRETARY_ID = 999_100_000_001;
export const DEPUTY_ID = 999_100_000_002;
const FIRST_HEAD_ID = 999_100_000_101;

/** "Phòng PB7": a name that is read with certainty. */
export const unitName = ({ code }: Pick<LargeUnit, 'code'>): string => `Phòng ${code}`;

/**
 * Writes the configuration of an agency with so many units into a folder: the conventions and the calendar are those of
 * the sample agency.
 * @param agencyId as an agency file wants it: small letters, at most 16
 */
export const writeOffice = (folder: string, unitCount: number, agencyId: string): readonly LargeUnit[] => {
  const units = Array.from({ length: unitCount }, (_, index) => ({
    code: `PB${index + 1}`,
    headId: FIRST_HEAD_ID + index,
  }));
  const { settings } = parse(readFileSync(join(SAMPLE, 'agency.yaml'), 'utf8')) as { settings: object };
  const agency = {
    agency: { id: agencyId, name: 'Sở Khoa học và Công nghệ' },
    units: [
      { code: 'VP', name: 'Văn phòng Sở', deputy: 'PGĐ' },
      ...units.map((unit) => ({
        code: unit.code,
        name: unitName(unit),
        head: `TP.${unit.code}`,
        deputy: 'PGĐ',
      })),
    ],
    members: [
      member('VT', 'secretary', 'VP', SECRETARY_ID),
      member('PGĐ', 'deputy', null, DEPUTY_ID),
      ...units.map(({ code, headId }) => member(`TP.${code}`, 'unit_head', code, headId)),
    ],
    settings,
  };
  mkdirSync(folder, { recursive: true });
  // JSON is YAML.
  writeFileSync(join(folder, 'agency.yaml'), JSON.stringify(agency));
  copyFileSync(join(SAMPLE, 'holidays.yaml'), join(folder, 'holidays.yaml'));
  return units;
};

const member = (code: string, role: string, unit: string | null, telegramId: number): object => ({
  code,
  name: `Nguyễn Thị ${code}`,
  title: `đồng chí ${code}`,
  role,
  unit,
  telegram_id: telegramId,
});
