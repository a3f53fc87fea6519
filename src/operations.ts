import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditTrail } from './application/answering/audit-trail.ts';
import { inviteFirstAdministrator } from './application/people/invitations.ts';
import { listDeliveries } from './application/answering/ledger.ts';
import type { ReadAuditTrail } from './cli/audit.ts';
import type { ListDeliveries } from './cli/deliveries.ts';
import type { Operations } from './cli/operations.ts';
import type { SetupWorld } from './cli/setup/setup.ts';
import { UsageError } from './cli/usage-error.ts';
import { loadConfig } from './config/load-config.ts';
import type { Settings } from './config/settings.ts';
import type { Delivery } from './domain/ledger.ts';
import type { Instant } from './domain/local-time.ts';
import { localDateOf } from './domain/local-time.ts';
import { backUpDatabase } from './persistence/sqlite/backup.ts';
import { backupFolderOf, listBackups } from './persistence/sqlite/backup-files.ts';
import { examineDatabase } from './persistence/sqlite/examine.ts';
import type { DatabaseLock } from './persistence/sqlite/lock.ts';
import { DatabaseInUseError, lockDatabase } from './persistence/sqlite/lock.ts';
import { openToRead } from './persistence/sqlite/read-only.ts';
import { restoreDatabase } from './persistence/sqlite/restore.ts';
import { openSqliteTaskStore } from './persistence/sqlite/sqlite-task-store.ts';
import { uuidSource } from './support/id-source.ts';
import { createProbe } from './telegram/transport/probe.ts';
import { messageName, whyDropped, whyNotSent } from './telegram/texts/delivery.ts';
import { answerWords } from './telegram/texts/ledger.ts';

/** Where an office's backups are. */
const backupFolder = ({ backupDir, databaseUrl }: Settings): string =>
  backupDir ?? backupFolderOf(databaseUrl);

/** Why it did not arrive; of what failed also the very words of Telegram, for whoever looks for the cause. */
const whyNot = ({ state, reason }: Delivery): string | null => {
  if (reason === null || state === 'sent') return null;
  return state === 'dropped' ? whyDropped(reason) : `${whyNotSent(reason)} (${reason})`;
};

/** Reads the ledger beside a running bot. */
const readLedger =
  (now: () => Instant): ListDeliveries =>
  async ({ configDir, databaseUrl }, { taskNumber, unitCode, since, isFailed, withDropped, limit }) => {
    const { agency, units } = await loadConfig(configDir);
    const unit = units.find(({ code }) => code.toLocaleLowerCase('vi') === unitCode?.toLocaleLowerCase('vi'));
    if (unitCode !== null && unit === undefined) {
      const codes = units.map(({ code }) => code).join(', ');
      throw new UsageError(`không có đơn vị “${unitCode}”; các mã đơn vị: ${codes}.`);
    }
    const store = openToRead(databaseUrl);
    try {
      if (taskNumber !== null && (await store.taskByNumber(agency.id, taskNumber)) === null) {
        throw new UsageError(`không có việc ${taskNumber}.`);
      }
      const query = {
        ...(taskNumber === null ? {} : { taskNumber }),
        ...(unit === undefined ? {} : { unitCode: unit.code }),
        ...(since === null ? {} : { since }),
        withDropped,
        ...(isFailed ? { state: 'failed' as const } : {}),
      };
      const today = localDateOf(now());
      return (await listDeliveries({ agencyId: agency.id, store }, query, limit)).map((delivery) => ({
        ...delivery,
        what: messageName(delivery.kind),
        why: whyNot(delivery),
        answers: delivery.acknowledgements.map((each) => answerWords(each, today)),
      }));
    } finally {
      await store.close();
    }
  };

/** Reads the record beside a running bot. */
const readAuditTrail: ReadAuditTrail = async function* ({ configDir, databaseUrl }, query) {
  const { agency } = await loadConfig(configDir);
  const store = openToRead(databaseUrl);
  try {
    const { taskNumber, ...within } = query;
    const task = taskNumber === null ? null : await store.taskByNumber(agency.id, taskNumber);
    if (taskNumber !== null && task === null) throw new UsageError(`không có việc ${taskNumber}.`);
    yield* auditTrail(store, { ...within, agencyId: agency.id, taskId: task?.id ?? null });
  } finally {
    await store.close();
  }
};

/** What `dondoc setup` needs: the files that come with the program, and the database for the first link. */
const setupWorld = (now: () => Instant): SetupWorld => ({
  now,
  folder: process.cwd(),
  telegram: (token, { telegramApiRoot: apiRoot, telegramProxy: proxy }) =>
    createProbe(token, { apiRoot, proxy }),
  loadOffice: loadConfig,
  sampleHolidays: () => readFileSync(join(PACKAGE, 'config', 'holidays.yaml'), 'utf8'),
  sampleEnv: () => readFileSync(join(PACKAGE, '.env.example'), 'utf8'),
  firstLink: async (settings) => {
    const { agency, units, members } = await loadConfig(settings.configDir);
    let lock: DatabaseLock;
    try {
      lock = lockDatabase(settings.databaseUrl, now());
    } catch (error) {
      if (error instanceof DatabaseInUseError) return { kind: 'in_use' };
      throw error;
    }
    try {
      const store = openSqliteTaskStore(settings.databaseUrl);
      await store.syncAgency(agency, units, members);
      const clock = { now, waitUntil: () => Promise.resolve() };
      const made = await inviteFirstAdministrator({ agencyId: agency.id, store, clock, ids: uuidSource });
      await store.close();
      if (made === null) return { kind: 'not_needed' };
      const { code, expiresAt, invitee } = made;
      return { kind: 'made', code, expiresAt, name: invitee.name };
    } finally {
      lock.release();
    }
  },
});

/** Where the program is installed. */
const PACKAGE = join(import.meta.dirname, '..');

/** The commands that look after an office, with the real database, Telegram and files. */
export const officeOperations = (now: () => Instant): Operations => ({
  doctor: {
    now,
    loadOffice: loadConfig,
    telegram: (token, { telegramApiRoot: apiRoot, telegramProxy: proxy }) =>
      createProbe(token, { apiRoot, proxy }),
    database: examineDatabase,
    backups: (settings) => {
      const folder = backupFolder(settings);
      // A backup of a time to come was made by a clock that was wrong.
      const made = listBackups(settings.databaseUrl, folder).filter(({ at }) => at <= now());
      return { folder, newest: made[0]?.at ?? null };
    },
  },
  deliveries: readLedger(now),
  audit: readAuditTrail,
  setup: setupWorld(now),
  backUp: (settings, folder) => backUpDatabase(settings.databaseUrl, folder ?? backupFolder(settings), now()),
  restore: (settings, file) =>
    new Promise((resolve) => {
      resolve(restoreDatabase(settings.databaseUrl, file, now()));
    }),
});
