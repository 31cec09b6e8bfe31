// Prints what a learner feels, as ratios against a bare `node -e 0`: interleaved runs, medians. Not a test: machines differ.
//   npm run bench            all of it (about two minutes)
//   npm run bench -- start   only the rows whose name holds "start"
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { calcRows } from './bench/calc.mjs';
import { examRows } from './bench/exam.mjs';
import { journalRows } from './bench/journal.mjs';
import { startRows } from './bench/start.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
if (!existsSync(`${root}dist/cli.js`)) {
  console.error('error: dist/ is missing.\nhint: Run "npm run build" first.');
  process.exit(2);
}

const wanted = process.argv[2] ?? '';
console.log(`node ${process.version}, ${process.platform} ${process.arch}`);
for (const row of [...startRows(root), ...examRows(root), ...calcRows(root), ...journalRows(root)]) {
  if (!row.name.includes(wanted)) continue;
  const { figure, bar, note } = await row.measure();
  console.log(`${row.name.padEnd(58)} ${figure.padStart(16)}  bar ${bar.padEnd(8)} ${note ?? ''}`);
}
