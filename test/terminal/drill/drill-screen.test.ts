import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../src/domain/chance.ts';
import type { DrillTemplate } from '../../../src/domain/drills/drill.ts';
import { drillTemplates } from '../../../src/domain/drills/index.ts';
import type { JournalEvent } from '../../../src/domain/journal/event.ts';
import { UserError } from '../../../src/errors.ts';
import type { Journal } from '../../../src/ports.ts';
import { JournalStore } from '../../../src/storage/journal-store.ts';
import { type AskedDrill, DrillSession } from '../../../src/study/drill-session.ts';
import { drillScreen } from '../../../src/terminal/drill/drill-screen.ts';
import { makeTheme } from '../../../src/terminal/theme.ts';
import { widthOf } from '../../../src/terminal/wrap.ts';
import { FixedClock, today } from '../../support/fixed-clock.ts';
import { PlayedScreen } from '../../support/play-screen.ts';
import { tempFolder } from '../../support/temp-home.ts';

function drills(
  ids: readonly string[],
  options: { count?: number; twoGrades?: boolean; unicode?: boolean } = {},
) {
  const folder = tempFolder('journal');
  const store = new JournalStore({ folder, snapshot: join(folder, 'snapshot.json'), device: () => 'd-test' });
  const written: JournalEvent[] = [];
  let full = false;
  const journal: Pick<Journal, 'read' | 'refresh' | 'append'> = {
    read: () => store.read(),
    refresh: () => store.refresh(),
    append(happening, stamp) {
      if (full) throw new UserError('the disk is full.', 'Make room.');
      const event = store.append(happening, stamp);
      written.push(event);
      return event;
    },
  };
  const clock = new FixedClock();
  const session = new DrillSession({
    journal: journal as Journal,
    clock,
    random: seededRandom(1),
    moment: () => ({ at: clock.now(), tz: 0, day: today }),
    order: ids.map((id) => ({
      template: drillTemplates.find((one) => one.id === id) as DrillTemplate,
      reason: 'new' as const,
    })),
    count: options.count ?? ids.length,
  });
  const unicode = options.unicode ?? true;
  const theme = makeTheme({ colors: false, unicode });
  const first = session.ask() as AskedDrill;
  const screen = new PlayedScreen(
    drillScreen({ session, theme, unicode, twoGrades: options.twoGrades === true }, first),
  );
  const answers = () =>
    written.flatMap((event) => (event.type === 'review' ? [`${event.card} ${event.grade}`] : []));
  const fill = () => {
    full = true;
  };
  return { screen, session, answers, fill, drill: () => session.ask()?.drill };
}

describe('a question on the screen', () => {
  test('right, at 60 columns', () => {
    const { screen, answers, drill } = drills(['dynamodb-rcu-strong', 'cidr-split']);
    expect(screen.shown()).toMatchInlineSnapshot(`
      "
       RCU, strongly consistent                              1/2
      ───────────────────────────────────────────────────────────

        An application makes 501 reads per second, strongly
        consistent, of items of 16 KB each. How many RCU does the
        table need?

        ❯
       enter check   ? show it   q quit
      "
    `);
    screen.type(drill()?.answerText ?? '').press('return');
    expect(screen.shown()).toMatchInlineSnapshot(`
      "
       RCU, strongly consistent                              1/2
      ───────────────────────────────────────────────────────────

        An application makes 501 reads per second, strongly
        consistent, of items of 16 KB each. How many RCU does the
        table need?

        ✓ Right: 2,004 RCU

        round the size up to 4 KB
          ceil(16 KB ÷ 4 KB) = 4 blocks of 4 KB
        strong consistency
          4 × 1 = 4 RCU a request
        times the rate
          501/s × 4 = 2,004 RCU

        docs.aws.amazon.com/amazondy…e/read-write-operations.html

       enter go on   1 again today   2 hard 1d   ❯3 good 2d
       4 easy 8d   q quit
      "
    `);
    expect(answers()).toEqual([]);
    screen.press('return');
    expect(answers()).toEqual(['drill:dynamodb-rcu-strong 3']);
    expect(screen.shown()).toContain('2/2');
    expect(screen.frame().input?.line).toBe('');
  });

  test('wrong by a trap, at 40 columns in ASCII', () => {
    const { screen, drill, answers } = drills(['dynamodb-rcu-eventual'], { unicode: false });
    screen.size = { columns: 40, rows: 40 };
    screen.type(String(drill()?.traps[0]?.value)).press('return');
    expect(screen.shown()).toMatchInlineSnapshot(`
      "
       RCU, eventually consistent        1/1
      ---------------------------------------

        An application makes 501 reads per
        second, eventually consistent, of
        items of 16 KB each. How many RCU
        does the table need?

        x Wrong: 1,002 RCU, not 4008

        That rounds up to 1 KB, the step of
        writes. Reads go in steps of 4 KB.

        round the size up to 4 KB
          ceil(16 KB / 4 KB) = 4 blocks of 4
          KB
        eventual consistency
          4 x 1/2 = 2 RCU a request
        times the rate
          501/s x 2 = 1,002 RCU

        docs.aws.amazon.c...e-operations.html

       enter go on   >1 again today
       2 hard 1d   3 good 2d   4 easy 8d
       q quit
      "
    `);
    expect(screen.shown()).toMatch(/^[\x20-\x7e\n]*$/);
    for (const line of screen.shown().split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(40);
    screen.press('return');
    expect(answers()).toEqual(['drill:dynamodb-rcu-eventual 1']);
    expect(screen.result).toEqual({ why: 'done' });
  });

  test('what is no such answer is asked again', () => {
    const { screen, answers } = drills(['cidr-split']);
    screen.type('cats').press('return');
    expect(screen.shown()).toContain('Expected was a prefix length such as /24. Try again.');
    expect(screen.frame().input?.line).toBe('');
    screen.press('return');
    expect(screen.shown()).toContain('Type an answer first, or ? to be shown it.');
    screen.type('/');
    expect(screen.shown()).not.toContain('Type an answer first');
    expect(answers()).toEqual([]);
  });

  test('? on an empty line shows the answer; the grade can be another', () => {
    const { screen, drill, answers } = drills(['sqs-extend']);
    const right = drill()?.answerText ?? '';
    screen.press('?');
    expect(screen.shown()).toContain(`It is ${right}`);
    expect(screen.shown()).not.toContain('Wrong');
    screen.press('2');
    expect(answers()).toEqual(['drill:sqs-extend 2']);
  });

  test('two grades', () => {
    const { screen, answers } = drills(['sqs-extend'], { twoGrades: true });
    screen.press('?');
    expect(screen.shown()).not.toContain('hard');
    screen.press('3').press('2');
    expect(answers()).toEqual(['drill:sqs-extend 3']);
  });

  test('the templates begin anew where more questions are asked than there are', () => {
    const { screen, answers } = drills(['sqs-extend', 'cidr-split'], { count: 5 });
    for (let question = 0; question < 5; question += 1) screen.press('?').press('return');
    expect(screen.result).toEqual({ why: 'done' });
    expect(answers().map((line) => line.split(' ')[0])).toEqual(
      ['sqs-extend', 'cidr-split', 'sqs-extend', 'cidr-split', 'sqs-extend'].map((id) => `drill:${id}`),
    );
  });
});

describe('leaving', () => {
  test('q on an empty line; a q in a word is a letter', () => {
    const { screen, answers } = drills(['api-gateway-spike']);
    screen.type('5 req').press('backspace');
    expect(screen.result).toBeUndefined();
    const other = drills(['api-gateway-spike']);
    other.screen.press('q');
    expect(other.screen.result).toEqual({ why: 'quit' });
    expect([...answers(), ...other.answers()]).toEqual([]);
  });

  test('after the answer it counts', () => {
    const { screen, answers } = drills(['sqs-extend', 'cidr-split']);
    screen.press('?').press('q');
    expect(screen.result).toEqual({ why: 'quit' });
    expect(answers()).toEqual(['drill:sqs-extend 1']);
  });

  test('Ctrl-D', () => {
    const { screen } = drills(['sqs-extend']);
    screen.ctrl('d');
    expect(screen.result).toEqual({ why: 'quit' });
  });

  test('a full disk ends it with the words for it', () => {
    const { screen, fill, session } = drills(['sqs-extend']);
    fill();
    screen.press('?').press('return');
    expect(screen.result).toMatchObject({ why: 'trouble', error: { message: 'the disk is full.' } });
    expect(session.results()).toEqual([]);
  });
});
