import { ConfigError } from '../../config/config-error.ts';
import type { Config } from '../../config/load-config.ts';
import type { Settings } from '../../config/settings.ts';
import type { ChatBinding, SendingHold, UnreachableChat } from '../../domain/chat.ts';
import type { Instant } from '../../domain/local-time.ts';
import { localDateOf } from '../../domain/local-time.ts';
import type { OutboxMessage } from '../../domain/outbox-message.ts';
import { backupFinding, databaseFindings } from './database-findings.ts';
import type { Finding } from './finding.ts';
import { fault, ok, warning } from './finding.ts';
import { shownLength, shownMoment } from './moments.ts';
import { calendarFindings, memberFindings, unitFindings } from './office-findings.ts';
import { botFindings, chatFindings } from './telegram-findings.ts';
import type { Database, DoctorWorld } from './world.ts';

export interface ExamineOptions {
  /** Whether topics are tried by a silent message that is deleted at once. */
  readonly isSending: boolean;
}

/**
 * Looks at everything that a bot needs in order to work, and changes nothing: also while it is running, and while
 * Telegram cannot be reached. What cannot be looked at because something else is wrong is left out.
 */
export const examine = async (
  settings: Settings,
  world: DoctorWorld,
  { isSending }: ExamineOptions,
): Promise<readonly Finding[]> => {
  const findings: Finding[] = [];
  const declared = await loadOffice(settings, world, findings);
  const database = await openDatabase(settings, world, findings);
  try {
    const office = declared && (await asItStands(declared, database));
    if (office !== null) findings.push(...memberFindings(office));
    const known = await knownChats(office, database, findings, world.now());
    const { telegram, isReachable } = await askTelegram(settings, world, findings);
    if (office !== null && known !== null) {
      if (telegram !== null && isReachable) {
        findings.push(...(await chatFindings(telegram, known.bindings, office.units, isSending)));
      }
      findings.push(...holdFindings(known));
      findings.push(deliveryFinding(known, world.now(), database?.holder != null && isReachable));
      findings.push(...unreachableFindings(office, known));
      findings.push(...unitFindings(office, known.bindings, localDateOf(world.now())));
    }
    findings.push(backupFinding(world.backups(settings), world.now()));
    return findings;
  } finally {
    database?.close();
  }
};

const loadOffice = async (
  { configDir }: Settings,
  world: DoctorWorld,
  findings: Finding[],
): Promise<Config | null> => {
  try {
    const office = await world.loadOffice(configDir);
    findings.push(
      ok(
        'config',
        `Khai báo trong ${configDir} đọc được: ${office.agency.name}, ${office.units.filter(({ isGroup }) => isGroup !== true).length} đơn vị, ${office.members.length} người.`,
      ),
      ...calendarFindings(office, localDateOf(world.now())),
    );
    return office;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    findings.push(...configFaults(error));
    return null;
  }
};

/** The office with the accounts, heads and leavings that were decided in Telegram; as it is declared where nobody knows. */
const asItStands = async (office: Config, database: Database | null): Promise<Config> => {
  const store = database?.store;
  if (store == null) return office;
  const { id } = office.agency;
  try {
    const former = new Set((await store.formerMembers(id)).map((member) => member.id));
    const members = await Promise.all(
      office.members
        .filter((member) => !former.has(member.id))
        .map(async (member) => {
          const known = await store.memberRecord(member.id);
          const isOlder = known?.declared?.telegramId === member.telegramId;
          return isOlder ? { ...member, telegramId: known.telegramId } : member;
        }),
    );
    const units = await Promise.all(
      office.units.map(async (unit) => {
        const known = await store.unitPost(unit.id);
        return known?.declared?.headId === unit.headId ? { ...unit, headId: known.headId } : unit;
      }),
    );
    return { ...office, members, units };
  } catch {
    // What is wrong with the database has its own line.
    return office;
  }
};

/** Each thing that is wrong in what was declared, on a line of its own. */
export const configFaults = (error: ConfigError): Finding[] =>
  error.message.split('\n').map((line) => fault('config', line));

const openDatabase = async (
  { databaseUrl }: Settings,
  world: DoctorWorld,
  findings: Finding[],
): Promise<Database | null> => {
  try {
    const database = await world.database(databaseUrl);
    findings.push(...databaseFindings(database));
    return database;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'DatabaseError') throw error;
    findings.push(fault('database', `DATABASE_URL không dùng được (${error.message}).`));
    return null;
  }
};

const askTelegram = async (settings: Settings, world: DoctorWorld, findings: Finding[]) => {
  if (settings.botToken === null) {
    findings.push(
      fault(
        'token',
        'Chưa có BOT_TOKEN nên chưa kiểm tra được Telegram: ghi mã do @BotFather cấp vào tệp .env.',
      ),
    );
    return { telegram: null, isReachable: false };
  }
  const telegram = world.telegram(settings.botToken, settings);
  const asked = await botFindings(telegram, settings, world.now);
  findings.push(...asked.findings);
  return { telegram, isReachable: asked.isReachable };
};

interface KnownChats {
  readonly bindings: readonly ChatBinding[];
  readonly unreachable: readonly UnreachableChat[];
  /** Messages that have waited for longer than they should. */
  readonly late: readonly OutboxMessage[];
  /** Where Telegram wants quiet now. */
  readonly held: readonly SendingHold[];
}

const LATE_MS = 3_600_000;
const MOST_COUNTED = 1_000;

const knownChats = async (
  office: Config | null,
  database: Database | null,
  findings: Finding[],
  now: Instant,
): Promise<KnownChats | null> => {
  if (office === null) return null;
  const store = database?.store;
  // Without a database no unit has a chat yet; with one that cannot be read, nobody knows.
  if (store == null)
    return database?.exists === false ? { bindings: [], unreachable: [], late: [], held: [] } : null;
  const { id } = office.agency;
  try {
    return {
      bindings: await store.bindings(id),
      unreachable: await store.unreachableChats(id),
      late: await store.lateMessages(now - LATE_MS, MOST_COUNTED),
      held: (await store.sendingHolds()).filter(({ until }) => until > now),
    };
  } catch (error) {
    // Whatever is wrong with it, the rest of the report must come.
    const why = error instanceof Error ? error.message : String(error);
    findings.push(fault('database', `Không đọc được nhóm của các đơn vị từ dữ liệu (${why}).`));
    return null;
  }
};

/** That Telegram has asked for quiet (429), and until when: nothing is to be done, but to know why nothing comes. */
const holdFindings = ({ held }: KnownChats): Finding[] => {
  if (held.length === 0) return [];
  const ofBot = held.filter(({ chatId }) => chatId === null);
  const until = shownMoment(Math.max(...(ofBot.length > 0 ? ofBot : held).map((hold) => hold.until)));
  const where =
    ofBot.length > 0
      ? `bot ngừng gửi tin đến ${until}`
      : `ngừng gửi vào ${held.length} cuộc trò chuyện, lâu nhất đến ${until}`;
  return [warning('delivery', `Telegram yêu cầu ${where}: các tin sẽ tự gửi sau đó.`)];
};

/** Whether messages go out. @param isBotAbleTo whether a bot is running that could send them */
const deliveryFinding = ({ late: all, held }: KnownChats, now: Instant, isBotAbleTo: boolean): Finding => {
  const chats = new Set(held.map(({ chatId }) => chatId));
  // Those that Telegram wants to wait are accounted for.
  const late = chats.has(null) ? [] : all.filter(({ chatId }) => !chats.has(chatId));
  const [longest] = late;
  if (longest === undefined) return ok('delivery', 'Không có tin nào chờ gửi quá một giờ.');
  const many = late.length === MOST_COUNTED ? `Từ ${MOST_COUNTED} tin trở lên` : `${late.length} tin`;
  const wait = shownLength(now - (longest.leaseUntil ?? longest.notBefore));
  const waiting = `${many} chờ gửi quá một giờ, lâu nhất ${wait}`;
  return isBotAbleTo
    ? fault(
        'delivery',
        `${waiting}, tuy bot đang chạy và Telegram liên lạc được: xem nhật ký của bot để biết vì sao.`,
      )
    : warning('delivery', `${waiting}: sẽ được gửi khi bot chạy và liên lạc được với Telegram.`);
};

/** Chats that the bot has given up on, by what it was told when it wrote there. */
const unreachableFindings = ({ units, members }: Config, { bindings, unreachable }: KnownChats): Finding[] =>
  unreachable.map(({ chatId, since, reason }) => {
    const person = members.find(({ telegramId }) => telegramId === chatId);
    const when = `từ ${shownMoment(since)} (${reason})`;
    if (person !== undefined) {
      return fault(
        'chats',
        `Không nhắn riêng được cho ${person.name} ${when}: đề nghị mở trò chuyện riêng với bot và bấm Bắt đầu (Start).`,
      );
    }
    const bound = bindings.filter((binding) => binding.chatId === chatId);
    const names = bound.flatMap(({ unitId }) => units.find(({ id }) => id === unitId)?.shortName ?? []);
    const title =
      bound[0] === undefined ? `Chat ${chatId}` : `Nhóm “${bound[0].title}” (${names.join(', ')})`;
    return fault(
      'chats',
      `${title}: bot không gửi được ${when}. Mời bot vào lại hoặc cho quyền gửi tin, rồi gõ /gan trong nhóm.`,
    );
  });
