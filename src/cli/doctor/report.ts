import type { Output } from '../output.ts';
import type { Finding, Level } from './finding.ts';

const MARKS: Readonly<Record<Level, string>> = { ok: '✓', warning: '!', fault: '✗' };

const count = (findings: readonly Finding[], level: Level): number =>
  findings.filter((finding) => finding.level === level).length;

/** Prints the findings, one line each, and what they come to. @param redact takes secrets out of a line */
export const printReport = async (
  findings: readonly Finding[],
  output: Output,
  redact: (text: string) => string,
): Promise<void> => {
  for (const { level, message } of findings) await output.line(redact(`${MARKS[level]} ${message}`));
  const faults = count(findings, 'fault');
  const warnings = count(findings, 'warning');
  const toWatch = warnings === 0 ? '' : `, ${warnings} điểm cần lưu ý`;
  await output.line('');
  await output.line(faults === 0 ? `Không có lỗi${toWatch}.` : `${faults} lỗi cần sửa${toWatch}.`);
};

/** Prints the findings as one JSON object, for scripts. */
export const printJson = async (
  findings: readonly Finding[],
  output: Output,
  redact: (text: string) => string,
): Promise<void> => {
  const isWell = count(findings, 'fault') === 0;
  const shown = findings.map((finding) => ({ ...finding, message: redact(finding.message) }));
  await output.line(JSON.stringify({ ok: isWell, findings: shown }, null, 2));
};
