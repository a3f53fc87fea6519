import { stringify } from 'yaml';

/** What is asked of an office that is new here. The rest is added to the file by hand. */
export interface NewAgency {
  readonly id: string;
  readonly name: string;
  /** The first is the office (Văn phòng), whose group may enter tasks. */
  readonly units: readonly { readonly code: string; readonly name: string }[];
  readonly administrator: string;
  readonly secretary: string;
}

const HEADING = `# Khai báo cơ quan dùng Đôn Đốc, do lệnh setup tạo. Thêm người, đơn vị, tên gọi khác rồi khởi động lại bot.
# Mọi mục và cách ghi: xem tệp mẫu config/agency.yaml đi kèm chương trình.

`;

/** The declaration of a new agency, as config/agency.yaml. */
export const agencyText = ({ id, name, units, administrator, secretary }: NewAgency): string => {
  const [office] = units;
  const person = (code: string, called: string, role: string): object => ({
    code,
    name: called,
    title: `đồng chí ${called}`,
    role,
  });
  return (
    HEADING +
    stringify(
      {
        agency: { id, name },
        units: [
          ...units.map((unit) => ({ code: unit.code, name: unit.name })),
          {
            code: 'ALL_UNITS',
            name: 'Các phòng, đơn vị thuộc Sở',
            aliases: ['các phòng, đơn vị', 'các phòng', 'các đơn vị'],
            group: true,
          },
        ],
        members: [person('QT', administrator, 'admin'), person('VT', secretary, 'secretary')],
        settings: { office_unit: office?.code ?? '' },
      },
      { lineWidth: 0 },
    )
  );
};

/** "Sở Khoa học và Công nghệ" → "skhvcn": the first letters, as an id that is never shown. */
export const idFrom = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/gu, 'd')
    .toLowerCase()
    .split(/[^a-z0-9]+/u)
    .map((word) => word.charAt(0))
    .join('');
