/** `scan-csv.ts FILE`: the barest reading of a table, with the threads and the memory that a report's engine has. */
import process from 'node:process';
import { withDatabase } from '../with-database.ts';

const [file = ''] = process.argv.slice(2);
await withDatabase({ threads: '1', memory_limit: '1GB' }, (connection) =>
  connection.run(
    `SELECT count(*), max(ts), min(user_id), min(event) FROM read_csv('${file.replaceAll("'", "''")}')`,
  ),
);
