// Units of invented agencies, in the shapes that the units of a Sở Y tế, a Sở Xây dựng and a Sở Nội vụ take.
import type { UnitNames } from '../../src/domain/unit.ts';

const everyone = (name: string): UnitNames => ({
  code: 'ALL_UNITS',
  name,
  aliases: ['các phòng, đơn vị'],
  isGroup: true,
});

export const SCIENCE: readonly UnitNames[] = [
  {
    code: 'VP',
    name: 'Văn phòng Sở',
    aliases: ['VP Sở', 'VP', 'Văn phòng', 'HCTH', 'Hành chính - Tổng hợp'],
  },
  {
    code: 'QLKH&CN',
    name: 'Phòng Quản lý Khoa học và Công nghệ',
    aliases: ['QLKHCN', 'QLKH', 'phòng KH', 'Quản lý khoa học'],
  },
  {
    code: 'QLCN',
    name: 'Phòng Quản lý Công nghệ',
    aliases: ['phòng CN', 'Quản lý công nghệ'],
    isAmbiguous: true,
  },
  {
    code: 'BCVT&CNTT',
    name: 'Phòng Bưu chính, Viễn thông và Công nghệ thông tin',
    aliases: ['BCVT', 'CNTT', 'Bưu chính Viễn thông'],
  },
  { code: 'CĐS', name: 'Phòng Chuyển đổi số', aliases: ['chuyển đổi số'] },
  { code: 'KHTC', name: 'Phòng Kế hoạch - Tài chính', aliases: ['KH-TC', 'Kế toán', 'phòng tài chính'] },
  { code: 'TTRA', name: 'Thanh tra Sở', aliases: ['TTra', 'Thanh tra'] },
  { code: 'CCTĐC', name: 'Chi cục Tiêu chuẩn Đo lường Chất lượng', aliases: ['Chi cục TĐC', 'CC TĐC'] },
  {
    code: 'TT CĐS&ĐMST',
    name: 'Trung tâm Chuyển đổi số và Đổi mới sáng tạo',
    aliases: ['TT CĐS', 'TTCĐS', 'Trung tâm CĐS'],
    weakAliases: ['Trung tâm'],
  },
  { code: 'ĐOÀN TN', name: 'Đoàn Thanh niên Sở', aliases: ['Đoàn Thanh niên', 'Đoàn TN', 'Chi đoàn'] },
  { code: 'CÔNG ĐOÀN', name: 'Công đoàn cơ sở', aliases: ['Công đoàn Sở', 'Công đoàn'] },
  everyone('Các phòng, đơn vị thuộc Sở'),
];

export const HEALTH: readonly UnitNames[] = [
  { code: 'VP', name: 'Văn phòng Sở', aliases: ['VP'] },
  { code: 'NVY', name: 'Phòng Nghiệp vụ Y', aliases: ['Nghiệp vụ Y'] },
  { code: 'NVD', name: 'Phòng Nghiệp vụ Dược', aliases: ['Nghiệp vụ Dược', 'phòng Dược'] },
  { code: 'TCCB', name: 'Phòng Tổ chức cán bộ', aliases: ['Tổ chức cán bộ', 'phòng Tổ chức'] },
  { code: 'KHTC', name: 'Phòng Kế hoạch - Tài chính', aliases: ['phòng tài chính', 'Kế toán'] },
  { code: 'TTRA', name: 'Thanh tra Sở', aliases: ['Thanh tra'] },
  { code: 'CDC', name: 'Trung tâm Kiểm soát bệnh tật', aliases: ['TT KSBT', 'TTKSBT', 'CDC tỉnh'] },
  { code: 'ATTP', name: 'Chi cục An toàn vệ sinh thực phẩm', aliases: ['CC ATTP', 'Chi cục ATTP'] },
  { code: 'DS', name: 'Chi cục Dân số', aliases: ['CC Dân số'] },
  { code: 'BVĐK', name: 'Bệnh viện Đa khoa tỉnh', aliases: ['BVĐK tỉnh', 'Bệnh viện tỉnh'] },
  { code: '115', name: 'Trung tâm Cấp cứu 115', aliases: ['TT 115', 'Trung tâm 115'] },
  everyone('Các phòng, đơn vị trực thuộc Sở'),
];

const CONSTRUCTION: readonly UnitNames[] = [
  { code: 'VP', name: 'Văn phòng Sở', aliases: ['VP Sở', 'VP'] },
  { code: 'QHKT', name: 'Phòng Quy hoạch - Kiến trúc', aliases: ['QH-KT', 'phòng Quy hoạch'] },
  { code: 'QLXD', name: 'Phòng Quản lý xây dựng', aliases: [] },
  { code: 'HTKT', name: 'Phòng Hạ tầng kỹ thuật', aliases: ['phòng Hạ tầng'] },
  {
    code: 'QLN&TTBĐS',
    name: 'Phòng Quản lý nhà và thị trường bất động sản',
    aliases: ['phòng Quản lý nhà', 'QLN'],
  },
  { code: 'QLVT', name: 'Phòng Quản lý vận tải', aliases: ['phòng Vận tải'] },
  { code: 'TTRA', name: 'Thanh tra Sở', aliases: ['Thanh tra'] },
  { code: 'CCGĐ', name: 'Chi cục Giám định xây dựng', aliases: ['Chi cục Giám định'] },
  {
    code: 'TTKĐ',
    name: 'Trung tâm Kiểm định chất lượng xây dựng',
    aliases: ['Trung tâm Kiểm định', 'TT Kiểm định'],
  },
  { code: 'BQLDA', name: 'Ban Quản lý dự án', aliases: ['Ban QLDA'] },
  everyone('Các phòng, đơn vị thuộc Sở'),
];

export const HOME_AFFAIRS: readonly UnitNames[] = [
  { code: 'VP', name: 'Văn phòng Sở', aliases: ['VP'] },
  { code: 'TCBC', name: 'Phòng Tổ chức, biên chế', aliases: ['TC-BC'] },
  { code: 'CCVC', name: 'Phòng Công chức, viên chức', aliases: ['CC,VC'] },
  {
    code: 'XDCQ&CTTN',
    name: 'Phòng Xây dựng chính quyền và Công tác thanh niên',
    aliases: ['XDCQ', 'phòng Xây dựng chính quyền'],
  },
  { code: 'CCHC', name: 'Phòng Cải cách hành chính', aliases: ['cải cách hành chính'] },
  { code: 'LĐVL', name: 'Phòng Lao động - Việc làm', aliases: ['phòng Lao động'] },
  { code: 'NCC', name: 'Phòng Người có công', aliases: [] },
  { code: 'TTLTLS', name: 'Trung tâm Lưu trữ lịch sử', aliases: ['TT Lưu trữ', 'Trung tâm Lưu trữ'] },
  { code: 'TTDVVL', name: 'Trung tâm Dịch vụ việc làm', aliases: ['TT DVVL'] },
  { code: 'BTĐKT', name: 'Ban Thi đua - Khen thưởng', aliases: ['Ban TĐKT', 'TĐ-KT'] },
  everyone('Các phòng, ban, trung tâm thuộc Sở'),
];

export const REGISTRIES = {
  science: SCIENCE,
  health: HEALTH,
  construction: CONSTRUCTION,
  home_affairs: HOME_AFFAIRS,
} as const;
