/** What was looked at, as scripts know it. */
export type CheckName =
  | 'config'
  | 'calendar'
  | 'token'
  | 'privacy'
  | 'telegram'
  | 'proxy'
  | 'clock'
  | 'chats'
  | 'units'
  | 'members'
  | 'database'
  | 'migrations'
  | 'integrity'
  | 'disk'
  | 'bot'
  | 'delivery'
  | 'backup';

/** `fault`: something does not work; `warning`: it works, but someone should look at it. */
export type Level = 'ok' | 'warning' | 'fault';

/** One line of the report. */
export interface Finding {
  readonly check: CheckName;
  readonly level: Level;
  /** In Vietnamese: how it is and, where it is not well, what to do. */
  readonly message: string;
}

export const ok = (check: CheckName, message: string): Finding => ({ check, level: 'ok', message });

export const warning = (check: CheckName, message: string): Finding => ({ check, level: 'warning', message });

export const fault = (check: CheckName, message: string): Finding => ({ check, level: 'fault', message });
