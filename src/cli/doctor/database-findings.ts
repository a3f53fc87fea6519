import type { Instant } from '../../domain/local-time.ts';
import type { Finding } from './finding.ts';
import { fault, ok, warning } from './finding.ts';
import { shownLength, shownMoment } from './moments.ts';
import type { Database, DoctorWorld } from './world.ts';

const MB = 1024 * 1024;
const LITTLE_SPACE = 500 * MB;
const TOO_LITTLE_SPACE = 50 * MB;

/** The file, its disk, its schema, whether it is sound, and whether a bot works with it. */
export const databaseFindings = (database: Database): Finding[] => {
  const { path, exists, isWritable, holder } = database;
  const findings: Finding[] = [];
  if (!isWritable) {
    findings.push(
      fault(
        'database',
        `Không ghi được vào ${path}: cấp quyền ghi tệp và thư mục ấy cho tài khoản chạy bot.`,
      ),
    );
  }
  findings.push(diskFinding(database));
  if (!exists) {
    findings.push(
      warning(
        'database',
        `Chưa có tệp dữ liệu ${path}: bot sẽ tạo khi chạy lần đầu. Nếu trước đây đã có dữ liệu, kiểm tra lại DATABASE_URL.`,
      ),
    );
    return findings;
  }
  findings.push(
    holder === null
      ? warning('bot', 'Bot hiện không chạy trên dữ liệu này: không có tin nào được gửi.')
      : ok('bot', `Bot đang chạy (tiến trình ${holder.pid}, từ ${shownMoment(holder.since)}).`),
    ...stateFindings(database),
  );
  return findings;
};

const diskFinding = ({ freeBytes, path }: Database): Finding => {
  const free = `Ổ đĩa của ${path} còn ${Math.floor(freeBytes / MB)} MB trống`;
  if (freeBytes < TOO_LITTLE_SPACE)
    return fault('disk', `${free}: dọn ổ đĩa ngay, nếu không bot sẽ không ghi được gì.`);
  return freeBytes < LITTLE_SPACE ? warning('disk', `${free}: nên dọn bớt.`) : ok('disk', `${free}.`);
};

const stateFindings = ({ path, failure, schema, damage, bytes }: Database): Finding[] => {
  if (failure !== null || schema === null) {
    const why = failure ?? '';
    const isDamaged = /^SQLITE_(?:CORRUPT|NOTADB)/u.test(why);
    return [
      isDamaged
        ? fault(
            'integrity',
            `Tệp dữ liệu ${path} đã hỏng (${why}): dừng bot rồi khôi phục bản sao lưu bằng lệnh restore.`,
          )
        : fault(
            'database',
            `Không đọc được ${path} (${why}): kiểm tra quyền của tệp và tài khoản đang chạy lệnh này.`,
          ),
    ];
  }
  const findings: Finding[] = [];
  switch (schema.kind) {
    case 'current':
      findings.push(
        ok('migrations', `Dữ liệu đúng phiên bản của chương trình (${Math.ceil(bytes / MB)} MB).`),
      );
      break;
    case 'older':
      findings.push(
        warning(
          'migrations',
          `Dữ liệu của phiên bản cũ, còn thiếu ${schema.missing} bước chuyển: bot tự chuyển khi khởi động lại.`,
        ),
      );
      break;
    case 'newer':
      findings.push(fault('migrations', 'Dữ liệu do phiên bản mới hơn ghi ra: cập nhật chương trình.'));
      break;
    case 'unusable':
      findings.push(
        fault(
          'migrations',
          `Tệp ${path} không phải dữ liệu của Đôn Đốc (${schema.why}): kiểm tra lại DATABASE_URL.`,
        ),
      );
  }
  findings.push(
    damage === null
      ? ok('integrity', 'Dữ liệu nguyên vẹn.')
      : fault(
          'integrity',
          `Dữ liệu bị hỏng (${damage}): dừng bot rồi khôi phục bản sao lưu bằng lệnh restore.`,
        ),
  );
  return findings;
};

/** A daily backup that is older than this was missed. */
const OLD_MS = 50 * 3_600_000;

/** Whether there is a backup, and a new one. */
export const backupFinding = (
  { folder, newest }: ReturnType<DoctorWorld['backups']>,
  now: Instant,
): Finding => {
  if (newest === null) {
    return warning(
      'backup',
      `Chưa có bản sao lưu nào trong ${folder}: bot sao lưu hằng ngày khi đang chạy; làm ngay bằng lệnh backup.`,
    );
  }
  const age = now - newest;
  const made = `Bản sao lưu mới nhất: ${shownMoment(newest)}`;
  if (age <= OLD_MS) return ok('backup', `${made} (${folder}).`);
  return fault(
    'backup',
    `${made}, đã ${shownLength(age)}: xem nhật ký của bot để biết vì sao không sao lưu được, hoặc chạy lệnh backup để thấy lỗi.`,
  );
};
