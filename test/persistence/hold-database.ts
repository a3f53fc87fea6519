// Run as a process: works with a database as a bot does, until it is killed.
import { lockDatabase } from '../../src/persistence/sqlite/lock.ts';

const [databaseUrl = '', since = ''] = process.argv.slice(2);
lockDatabase(databaseUrl, Number(since));
process.send?.('held');
// The channel to the parent keeps the process alive; it ends with the parent at the latest.
process.on('disconnect', () => process.exit());
