// What the library for commands says by itself, in the language of those who type them.
import type { Command, Option } from 'commander';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Cách gõ:',
  'Arguments:': 'Tham số:',
  'Options:': 'Tùy chọn:',
  'Commands:': 'Các lệnh:',
};

/** The help of a program and of the commands that are added to it afterwards. */
export const explainInVietnamese = (program: Command): Command =>
  program
    .helpOption('-h, --help', 'xem cách dùng')
    .helpCommand('help [lệnh]', 'xem cách dùng của một lệnh')
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      styleUsage: placeholders,
      styleSubcommandTerm: placeholders,
      optionDescription,
    });

const placeholders = (usage: string): string =>
  usage.replaceAll('[options]', '[tùy chọn]').replaceAll('[command]', '[lệnh]');

const optionDescription = ({ description, argChoices, defaultValue }: Option): string => {
  const particulars = [
    ...(argChoices === undefined ? [] : [`một trong: ${argChoices.join(', ')}`]),
    ...(defaultValue === undefined ? [] : [`mặc định: ${String(defaultValue)}`]),
  ];
  return particulars.length === 0 ? description : `${description} (${particulars.join('; ')})`;
};

/** The library's complaints; it has no other way to say them differently. What stands below a more special one is asked later. */
const COMPLAINTS: readonly (readonly [complaint: RegExp, vietnamese: string])[] = [
  [/^unknown command '(.+?)' \(Did you mean (?:one of )?(.+?)\?\)$/u, 'không có lệnh “$1”; có phải: $2?'],
  [/^unknown command '(.+)'$/u, 'không có lệnh “$1”; chỉ ghi --help để xem các lệnh'],
  [/^unknown option '(.+?)' \(Did you mean (?:one of )?(.+?)\?\)$/u, 'không có tùy chọn “$1”; có phải: $2?'],
  [/^unknown option '(.+)'$/u, 'không có tùy chọn “$1”; thêm --help để xem các tùy chọn'],
  [/^missing required argument '(.+)'$/u, 'thiếu “$1”; thêm --help để xem cách gõ'],
  [/^option '(.+?)' argument missing$/u, 'thiếu giá trị của “$1”'],
  [
    /^option '(.+?)' argument '(.*)' is invalid\. Allowed choices are (.+)\.$/u,
    '“$1” ghi “$2”, cần một trong: $3',
  ],
  [/^option '(.+?)' argument '(.*)' is invalid\. (.*)$/u, '“$1” ghi “$2”, $3'],
  [/^too many arguments for '(.+?)'\. .*? but got \d+: (.+)\.$/u, 'thừa sau “$1”: $2'],
];

/** @param complaint the library's words in English, which come back where there are none for them */
export const inVietnamese = (complaint: string): string => {
  const line = complaint
    .replace(/^error: /u, '')
    .trim()
    .replaceAll(/\s*\n\s*/gu, ' ');
  const known = COMPLAINTS.find(([pattern]) => pattern.test(line));
  return known === undefined ? line : line.replace(...known);
};
