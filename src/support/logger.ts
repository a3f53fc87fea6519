import type { DestinationStream, Logger as PinoLogger } from 'pino';
import { pino } from 'pino';
import { redactSecrets } from './redact.ts';

export type Logger = PinoLogger;

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

type LogLevel = (typeof LOG_LEVELS)[number];

export interface LoggerOptions {
  readonly level: LogLevel;
  /** Words that must not appear besides what looks like a token or a password: the bot's own token. */
  readonly secrets?: readonly string[];
  /** Where lines go; standard error unless told, so that standard output stays free for results. */
  readonly destination?: DestinationStream;
}

/**
 * The program's log: one JSON object a line, in English, times in UTC. Lines are written synchronously, so that the
 * last words before a crash are not lost. No bot token and no proxy password can appear in it, whatever is logged.
 */
export const createLogger = ({ level, secrets = [], destination }: LoggerOptions): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      hooks: { streamWrite: (line) => redactSecrets(line, secrets) },
    },
    destination ?? pino.destination({ dest: 2, sync: true }),
  );
