import type { Role } from '../../domain/member.ts';

/** What people are to the bot, in the order in which they are offered. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  staff: 'Chuyên viên',
  unit_head: 'Lãnh đạo đơn vị',
  secretary: 'Văn thư',
  deputy: 'Phó Giám đốc',
  director: 'Giám đốc',
  admin: 'Quản trị viên',
};
