// Where Node.js begins, in plain JavaScript: the cache of compiled code has to be on before the first file whose types are
// to be stripped, or the stripper is loaded at each start for that file alone, which takes 16 MB and a tenth of a second.
// And a Node.js that is too old to strip types gets as far as saying so.
import module from 'node:module';
import process from 'node:process';

/** Type stripping without a flag, and the database's binaries, come with this version. */
const OLDEST_NODE = [22, 18];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  process.stderr.write(
    `dondoc: cần Node.js ${OLDEST_NODE.join('.')} trở lên, máy này đang dùng ${process.versions.node}. Chạy bằng “npm start”: bản Node.js phù hợp có sẵn trong gói.\n`,
  );
  process.exitCode = 1;
} else {
  module.enableCompileCache();
  await import('./src/main.ts');
}
