import { FAR_MS } from '../../application/sending/clock-check.ts';
import type { Settings } from '../../config/settings.ts';
import type { ChatBinding } from '../../domain/chat.ts';
import type { Instant } from '../../domain/local-time.ts';
import type { Unit } from '../../domain/unit.ts';
import type { Finding } from './finding.ts';
import { fault, ok, warning } from './finding.ts';
import { shownLength } from './moments.ts';
import type { NoAnswer, Telegram } from './world.ts';

/** More than this off, and messages come at the wrong minute; a difference of seconds is the way's. */
const CLOCK_TOLERANCE_MS = 60_000;

const UNAUTHORIZED = [401, 404];

/** What Telegram says of the bot itself. `isReachable`: whether it makes sense to ask on. */
export interface Asked {
  readonly findings: readonly Finding[];
  readonly isReachable: boolean;
}

/** The token, privacy mode, the way to Telegram, and the clock. */
export const botFindings = async (
  telegram: Telegram,
  settings: Settings,
  now: () => Instant,
): Promise<Asked> => {
  const findings: Finding[] = [];
  if (settings.telegramProxy !== null) {
    const answers = await telegram.proxyAnswers();
    findings.push(
      answers
        ? ok('proxy', 'Proxy nhận kết nối.')
        : fault(
            'proxy',
            'Không kết nối được proxy: kiểm tra địa chỉ và cổng trong TELEGRAM_PROXY, và proxy có đang chạy không.',
          ),
    );
    if (!answers) return { findings, isReachable: false };
  }
  try {
    const bot = await telegram.me();
    findings.push(
      ok('token', `Telegram nhận mã bot: @${bot.username}.`),
      bot.readsAllGroupMessages
        ? fault(
            'privacy',
            'Chế độ riêng tư (privacy mode) đang tắt: bot nhận được mọi tin trong nhóm. Nhắn @BotFather: /setprivacy, chọn bot, Enable; rồi đưa bot ra khỏi từng nhóm và mời lại.',
          )
        : ok(
            'privacy',
            'Chế độ riêng tư đang bật: trong nhóm bot chỉ thấy lệnh, nút bấm và tin trả lời bot.',
          ),
    );
    if (!bot.canJoinGroups) {
      findings.push(
        fault('token', 'Bot không vào được nhóm. Nhắn @BotFather: /setjoingroups, chọn bot, Enable.'),
      );
    }
  } catch (error) {
    findings.push(noBot(asNoAnswer(error), settings));
    return { findings, isReachable: false };
  }
  findings.push(await clockFinding(telegram, now));
  return { findings, isReachable: true };
};

const noBot = ({ kind, code, message }: NoAnswer, settings: Settings): Finding => {
  if (kind === 'refused' && code !== null && UNAUTHORIZED.includes(code)) {
    return fault(
      'token',
      'Telegram không nhận mã trong BOT_TOKEN: kiểm tra lại mã do @BotFather cấp (và TELEGRAM_API_ROOT, nếu có đặt).',
    );
  }
  const where = settings.telegramProxy === null ? '' : ' qua proxy';
  return fault(
    'telegram',
    `Không liên lạc được với Telegram${where} (${message}): kiểm tra mạng, tường lửa${settings.telegramProxy === null ? ', hoặc đặt TELEGRAM_PROXY nếu mạng chặn Telegram' : ', tài khoản proxy'}. Tin vẫn xếp hàng và được gửi khi có mạng.`,
  );
};

const clockFinding = async (telegram: Telegram, now: () => Instant): Promise<Finding> => {
  let theirs: Instant | null;
  try {
    theirs = await telegram.serverTime();
  } catch (error) {
    asNoAnswer(error);
    theirs = null;
  }
  if (theirs === null)
    return warning('clock', 'Không so được đồng hồ của máy: máy chủ Telegram không cho biết giờ.');
  const ahead = now() - theirs;
  if (Math.abs(ahead) <= CLOCK_TOLERANCE_MS) return ok('clock', 'Đồng hồ của máy khớp với Telegram.');
  return fault(
    'clock',
    `Đồng hồ của máy chạy ${ahead > 0 ? 'nhanh' : 'chậm'} ${shownLength(Math.abs(ahead))} so với Telegram, nên ${Math.abs(ahead) >= FAR_MS ? 'bot đang giữ tin nhắc lại' : 'tin nhắc sai giờ'}: bật đồng bộ giờ (NTP) trên máy.`,
  );
};

/** Telegram's words for a group that goes on under another id. */
const UPGRADED = /upgraded to a supergroup/iu;

/** Units that share a chat or topic. */
interface Place {
  readonly chatId: number;
  readonly threadId: number | null;
  readonly title: string;
  readonly units: string;
  readonly code: string;
}

/** Whether the bot can write where the units hear from it. @param isSending whether topics are tried by a message */
export const chatFindings = async (
  telegram: Telegram,
  bindings: readonly ChatBinding[],
  units: readonly Unit[],
  isSending: boolean,
): Promise<Finding[]> => {
  const findings: Finding[] = [];
  for (const place of placesOf(bindings, units)) {
    try {
      findings.push(await chatFinding(telegram, place, isSending));
    } catch (error) {
      const { kind, message } = asNoAnswer(error);
      if (kind === 'unreachable') {
        findings.push(
          fault(
            'telegram',
            `Mất liên lạc với Telegram (${message}) nên chưa kiểm tra hết các nhóm: chạy lại sau.`,
          ),
        );
        return findings;
      }
      if (UPGRADED.test(message)) {
        findings.push(
          ok('chats', `${nameOf(place)}: nhóm vừa được nâng cấp; bot tự chuyển theo khi gửi tin tới.`),
        );
        continue;
      }
      findings.push(
        fault(
          'chats',
          `${nameOf(place)}: bot không còn trong nhóm (${message}). Mời bot vào lại rồi gõ /gan ${place.code} trong nhóm.`,
        ),
      );
    }
  }
  return findings;
};

const placesOf = (bindings: readonly ChatBinding[], units: readonly Unit[]): Place[] => {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const groups = Map.groupBy(
    bindings.filter(({ unitId }) => byId.has(unitId)),
    ({ chatId, threadId }) => `${chatId}/${threadId ?? ''}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const names = group.flatMap(({ unitId }) => byId.get(unitId)?.shortName ?? []);
    const code = byId.get(first.unitId)?.code ?? '';
    return {
      chatId: first.chatId,
      threadId: first.threadId,
      title: first.title,
      units: names.join(', '),
      code,
    };
  });
};

const nameOf = ({ title, units, threadId }: Place): string =>
  `${threadId === null ? 'Nhóm' : 'Chủ đề trong nhóm'} “${title}” (${units})`;

const TRIAL = 'Kiểm tra đường gửi tin; tin này tự xóa ngay.';

const chatFinding = async (telegram: Telegram, place: Place, isSending: boolean): Promise<Finding> => {
  const { chatId, threadId, code } = place;
  const chat = await telegram.chat(chatId);
  const name = nameOf(place);
  if (!chat.isMember) {
    return fault(
      'chats',
      `${name}: bot không còn trong nhóm. Mời bot vào lại rồi gõ /gan ${code} trong nhóm.`,
    );
  }
  if (!chat.mayWrite) {
    return fault(
      'chats',
      `${name}: bot không có quyền gửi tin. Đề nghị quản trị nhóm cho bot quyền gửi tin nhắn.`,
    );
  }
  if (threadId === null) return ok('chats', `${name}: bot gửi tin được.`);
  const gone = `Gõ /gan ${code} ở chủ đề khác, hoặc để tin vào phần chung của nhóm.`;
  if (!chat.isForum) return fault('chats', `${name}: nhóm không còn chia chủ đề. ${gone}`);
  if (!isSending)
    return ok(
      'chats',
      `${name}: bot gửi tin được; chủ đề còn hay không thì chưa thử (thêm --send-test để gửi thử).`,
    );
  return (await telegram.takesMessages(chatId, threadId, TRIAL))
    ? ok('chats', `${name}: đã gửi thử được.`)
    : fault('chats', `${name}: không gửi được vào chủ đề này, có thể chủ đề đã bị xóa hoặc đóng. ${gone}`);
};

/** @throws what is not an answer of Telegram's, or the lack of one */
const asNoAnswer = (error: unknown): NoAnswer => {
  if (error instanceof Error && 'kind' in error && 'code' in error) return error as NoAnswer;
  throw error;
};
