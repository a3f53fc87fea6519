const SCHOOL_COUNT = 100;
const SECRETARY_ID = 999_200_000_001;
const DEPUTY_ID = 999_200_000_002;
const FIRST_HEAD_ID = 999_200_000_101;

/** The codes of the schools; the head of THPT7 is HT.THPT7. */
export const SCHOOLS: readonly string[] = Array.from(
  { length: SCHOOL_COUNT },
  (_, index) => `THPT${index + 1}`,
);

/** An agency with a hundred schools under it, as an agency.yaml would declare it. Nobody in it exists. */
export const HUNDRED_SCHOOLS: object = {
  agency: { id: 'sgddt', name: 'Sở Giáo dục và Đào tạo tỉnh Hoa Giang' },
  units: [
    { code: 'VP', name: 'Văn phòng Sở', deputy: 'PGĐ', in_all_units: false },
    ...SCHOOLS.map((code, index) => ({
      code,
      name: `Trường Trung học phổ thông số ${index + 1}`,
      short_name: `THPT số ${index + 1}`,
      head: `HT.${code}`,
      deputy: 'PGĐ',
    })),
    {
      code: 'ALL_UNITS',
      name: 'Các trường trực thuộc Sở',
      short_name: 'Các trường',
      aliases: ['các trường', 'các đơn vị', 'các trường trực thuộc'],
      group: true,
    },
  ],
  members: [
    {
      code: 'VT',
      name: 'Bùi Thị Thanh Lam',
      title: 'đồng chí Bùi Thị Thanh Lam',
      role: 'secretary',
      unit: 'VP',
      telegram_id: SECRETARY_ID,
    },
    {
      code: 'PGĐ',
      name: 'Đặng Minh Triết',
      title: 'đồng chí Phó Giám đốc Đặng Minh Triết',
      role: 'deputy',
      telegram_id: DEPUTY_ID,
    },
    ...SCHOOLS.map((code, index) => ({
      code: `HT.${code}`,
      name: `Hiệu trưởng THPT số ${index + 1}`,
      title: `đồng chí Hiệu trưởng THPT số ${index + 1}`,
      role: 'unit_head',
      unit: code,
      telegram_id: FIRST_HEAD_ID + index,
    })),
  ],
  settings: {
    office_unit: 'VP',
    // A report is enough: nobody confirms a hundred of them one by one.
    acceptance: 'automatic',
  },
};
