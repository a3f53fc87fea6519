import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { withVariables } from '../../../src/cli/setup/env-file.ts';

test('a variable takes the place of its line, set or commented out; all else stays', () => {
  const text = '# Mã của bot\n#BOT_TOKEN=\n\nLOG_LEVEL=warn\nCONFIG_DIR=config\nCONFIG_DIR=other\n';
  expect(withVariables(text, { BOT_TOKEN: '1:a', CONFIG_DIR: 'data/config', BACKUP_DIR: '/mnt/b' })).toBe(
    '# Mã của bot\nBOT_TOKEN=1:a\n\nLOG_LEVEL=warn\nCONFIG_DIR=config\nCONFIG_DIR=data/config\nBACKUP_DIR=/mnt/b\n',
  );
});

test.each(['socks5h://u:p%23x@10.0.0.5:1080', 'a b', 'x#y', '', 'with "quotes"', "it's", 'Sở'])(
  '%j is read back whole',
  (value) => {
    expect(parseEnv(withVariables('', { VALUE: value })).VALUE).toBe(value);
  },
);
