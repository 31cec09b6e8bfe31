import { join } from 'node:path';
import { inTurn, wholeProcess } from './measure.mjs';

const runs = 15;

/** A calculation from flags: neither decks nor journal, nor what checks them, may be loaded for it. */
export function calcRows(root) {
  const bin = join(root, 'bin/aws-study.mjs');
  const row = (line) => ({
    name: `calc: ${line}`,
    async measure() {
      const [bare, ours] = await inTurn(
        () => wholeProcess(['-e', '0']),
        () => wholeProcess([bin, 'calc', ...line.split(' ')]),
        runs,
      );
      return {
        figure: `${(ours / bare).toFixed(2)}x`,
        bar: '1.5x',
        note: `${ours.toFixed(0)} ms against ${bare.toFixed(0)} ms`,
      };
    },
  });
  return [
    row('dynamodb --operation GetItem --size 6KB --rate 200/s --json'),
    row('cidr --cidr 10.0.0.0/16 --into 6'),
  ];
}
