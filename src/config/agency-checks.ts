// What the parts of config/agency.yaml say of each other. Every check works on what is right by itself, so that a
// mistake in one place does not hide those in others, and does not cause new ones.
import type { Role } from '../domain/member.ts';
import { ALL_UNITS } from '../domain/unit.ts';
import type { AgencyFile } from './agency-schema.ts';
import type { Partially } from './check-schema.ts';
import { suggest } from './check-schema.ts';
import { checkSettings } from './settings-checks.ts';
import type { Report } from './yaml-file.ts';

type SoundAgency = Partially<AgencyFile>;
type SoundUnit = Partially<AgencyFile['units'][number]>;
type SoundMember = Partially<AgencyFile['members'][number]>;

/** Reports what contradicts itself. */
export const checkAgency = (agency: SoundAgency, report: Report): void => {
  const units = agency.units ?? [];
  const members = agency.members ?? [];
  checkCodes('units', units, report);
  checkCodes('members', members, report);
  checkNames(units, report);
  checkGroup(units, report);
  checkPosts(units, members, report);
  checkMembers(units, members, report);
  checkSettings(agency, report);
};

/** What is allowed, but most likely not meant. */
export const agencyWarnings = (agency: AgencyFile): string[] => {
  const warnings: string[] = [];
  if (!agency.units.some(isGroup)) {
    warnings.push(`units: chưa có mục ${ALL_UNITS}, nên “các phòng, đơn vị” sẽ không được hiểu là tất cả`);
  }
  const inNobodysCharge = agency.units.filter((unit) => !isGroup(unit) && unit.deputy == null);
  if (!agency.members.some(({ role }) => role === 'director') && inNobodysCharge.length > 0) {
    const codes = inNobodysCharge.map(({ code }) => code).join(', ');
    warnings.push(`members: chưa có ai vai trò director, nên không ai duyệt gia hạn cho ${codes}`);
  }
  for (const unit of agency.units) {
    const head = agency.members.find(({ code, role }) => code === unit.head && role === 'unit_head');
    if (head !== undefined && head.unit !== unit.code) {
      warnings.push(
        `units: người đứng đầu ${unit.code} là ${head.code}, nhưng ${head.code} khai thuộc ${head.unit ?? ''}, nên không báo cáo được việc của ${unit.code}`,
      );
    }
  }
  return warnings;
};

const isGroup = (unit: SoundUnit | undefined): boolean => unit?.group === true;

/** The first of several equal codes is right, the later ones are reported. */
const checkCodes = (
  section: 'units' | 'members',
  entries: readonly (SoundUnit | SoundMember | undefined)[],
  report: Report,
): void => {
  const seen = new Set<string>();
  entries.forEach((entry, index) => {
    if (entry?.code === undefined) return;
    if (seen.has(entry.code))
      report([section, index, 'code'], `mã “${entry.code}” đã dùng ở trên, mỗi mã chỉ một lần`);
    seen.add(entry.code);
  });
};

/** A name must lead to one unit, whatever its letters' case. Weak names may be shared: they are always asked about. */
const checkNames = (units: readonly (SoundUnit | undefined)[], report: Report): void => {
  const owners = new Map<string, { unit: SoundUnit; isWeak: boolean }>();
  units.forEach((unit, index) => {
    if (unit === undefined) return;
    for (const { path, name, isWeak } of namesOf(unit)) {
      const key = name.toLowerCase().replaceAll(/\s+/gu, ' ');
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, { unit, isWeak });
      else if (owner.unit !== unit && owner.unit.code !== unit.code && !(owner.isWeak && isWeak)) {
        report(
          ['units', index, ...path],
          `ghi “${name}”, nhưng đó đã là tên gọi của ${owner.unit.code ?? 'một đơn vị ở trên'}; ` +
            'mỗi tên gọi chỉ được chỉ một đơn vị (tên dùng chung thì ghi trong weak_aliases của cả hai)',
        );
      }
    }
  });
};

const namesOf = (unit: SoundUnit): { path: (string | number)[]; name: string; isWeak: boolean }[] => {
  const single = (['code', 'name', 'short_name'] as const).map((key) => ({
    path: [key],
    name: unit[key],
    isWeak: false,
  }));
  const listed = (['aliases', 'weak_aliases'] as const).flatMap((key) =>
    (unit[key] ?? []).map((name, index) => ({ path: [key, index], name, isWeak: key === 'weak_aliases' })),
  );
  return [...single, ...listed].flatMap((entry) =>
    entry.name == null ? [] : [{ ...entry, name: entry.name }],
  );
};

const checkGroup = (units: readonly (SoundUnit | undefined)[], report: Report): void => {
  units.forEach((unit, index) => {
    if (unit === undefined) return;
    const path = ['units', index];
    if (isGroup(unit) && unit.code !== undefined && unit.code !== ALL_UNITS) {
      report([...path, 'group'], `chỉ mục có mã ${ALL_UNITS} được ghi group: true`);
    }
    if (unit.code === ALL_UNITS && !isGroup(unit)) {
      report([...path, 'code'], `mã ${ALL_UNITS} dành cho “các phòng, đơn vị”, cần ghi thêm group: true`);
    }
    for (const key of ['head', 'deputy', 'in_all_units', 'valid_from', 'valid_until'] as const) {
      if (isGroup(unit) && unit[key] != null)
        report([...path, key], 'mục chung cho mọi đơn vị không có mục này');
    }
    if (unit.valid_from != null && unit.valid_until != null && unit.valid_until < unit.valid_from) {
      report(
        [...path, 'valid_until'],
        `ghi “${unit.valid_until}”, cần ngày không trước valid_from (${unit.valid_from})`,
      );
    }
  });
};

/** Who may hold a post. A deputy director may head a unit besides, and so may those who run the bot. */
const POSTS = {
  head: { roles: ['unit_head', 'deputy', 'secretary', 'admin'], holder: 'người đứng đầu đơn vị' },
  deputy: { roles: ['deputy'], holder: 'phó giám đốc phụ trách' },
} as const satisfies Record<string, { roles: readonly Role[]; holder: string }>;

const checkPosts = (
  units: readonly (SoundUnit | undefined)[],
  members: readonly (SoundMember | undefined)[],
  report: Report,
): void => {
  const byCode = new Map(
    members.flatMap((member) => (member?.code === undefined ? [] : [[member.code, member]])),
  );
  units.forEach((unit, index) => {
    for (const post of ['head', 'deputy'] as const) {
      const code = unit?.[post];
      if (code == null) continue;
      const roles: readonly Role[] = POSTS[post].roles;
      const member = byCode.get(code);
      const path = ['units', index, post];
      if (member === undefined) {
        const fitting = [...byCode.values()].filter(({ role }) => role !== undefined && roles.includes(role));
        const options = fitting.flatMap((candidate) => candidate.code ?? []);
        report(path, `ghi “${code}”, cần mã của một người trong members${suggest(code, options)}`);
      } else if (member.role !== undefined && !roles.includes(member.role)) {
        report(
          path,
          `ghi “${code}”, người này có vai trò ${member.role}; ${POSTS[post].holder} cần vai trò ${roles.join(' hoặc ')}`,
        );
      }
    }
  });
};

const checkMembers = (
  units: readonly (SoundUnit | undefined)[],
  members: readonly (SoundMember | undefined)[],
  report: Report,
): void => {
  const unitCodes = units.flatMap((unit) => (unit?.code === undefined || isGroup(unit) ? [] : [unit.code]));
  const byTelegramId = new Map<number, SoundMember>();
  members.forEach((member, index) => {
    if (member === undefined) return;
    const path = ['members', index];
    if (member.unit != null && !unitCodes.includes(member.unit)) {
      report(
        [...path, 'unit'],
        `ghi “${member.unit}”, cần mã của một đơn vị trong units${suggest(member.unit, unitCodes)}`,
      );
    }
    const hasNoUnit = member.unit === null || !('unit' in member);
    if ((member.role === 'unit_head' || member.role === 'staff') && hasNoUnit) {
      report(path, `vai trò ${member.role} cần ghi unit: mã của đơn vị nơi người này làm việc`);
    }
    if ((member.role === 'director' || member.role === 'deputy') && member.unit != null) {
      report(
        [...path, 'unit'],
        `vai trò ${member.role} không thuộc đơn vị nào, bỏ mục này (đơn vị phụ trách ghi ở units, mục deputy)`,
      );
    }
    if (member.telegram_id == null) return;
    const other = byTelegramId.get(member.telegram_id);
    if (other === undefined) byTelegramId.set(member.telegram_id, member);
    else
      report(
        [...path, 'telegram_id'],
        `số ${member.telegram_id} đã khai cho ${other.code ?? 'một người ở trên'}; mỗi người một số`,
      );
  });
  if (
    members.length > 0 &&
    members.every((member) => member?.role !== undefined && member.role !== 'secretary')
  ) {
    report(['members'], 'cần ít nhất một người vai trò secretary (văn thư) để nhập và duyệt nhiệm vụ');
  }
};
