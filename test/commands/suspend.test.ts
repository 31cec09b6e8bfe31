import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aCard, aDeck, writeDeck } from '../support/deck-file.ts';
import { today } from '../support/fixed-clock.ts';
import { json, runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-home.ts';

function aHome(): string {
  const home = tempFolder('home');
  writeDeck(join(home, 'decks', 'mine.yaml'), aDeck('mine'));
  writeDeck(join(home, 'decks', 'also.yaml'), aDeck('also', [aCard('also', 'basic')]));
  return home;
}

const run = (home: string, ...argv: string[]) => runCli(argv, { home });

describe('the list of what is left out', () => {
  test('is empty at first', async () => {
    const home = aHome();
    expect((await run(home, 'suspend')).out).toBe('No card is suspended or buried.\n');
    expect(json(await run(home, 'suspend', '--json'))).toEqual({ cards: [] });
  });

  test('names suspended and buried cards below their decks', async () => {
    const home = aHome();
    await run(home, 'suspend', 'mine-text', 'also-basic');
    await run(home, 'bury', 'mine-basic', 'mine-order');
    await run(home, 'unsuspend', 'mine-order');
    expect(await run(home, 'suspend')).toEqual({
      code: 0,
      err: '',
      out: `3 cards left out
  also
    also-basic  suspended
  mine
    mine-basic  buried until 2026-11-21
    mine-text  suspended

"aws-study unsuspend <card>" brings one back.
`,
    });
    expect(json(await run(home, 'suspend', '--json'))).toEqual({
      cards: [
        { card: 'also-basic', deck: 'also', topic: 'basics', state: 'suspended', until: null },
        { card: 'mine-basic', deck: 'mine', topic: 'basics', state: 'buried', until: '2026-11-21' },
        { card: 'mine-text', deck: 'mine', topic: 'basics', state: 'suspended', until: null },
      ],
    });
  });

  test('a card whose burial is over is not in it; one that left the decks is', async () => {
    const home = aHome();
    const events = [
      { type: 'bury', card: 'mine-basic', until: today },
      { type: 'suspend', card: 'gone-1' },
    ];
    mkdirSync(join(home, 'journal'));
    const file = join(home, 'journal', 'd-other.jsonl');
    writeFileSync(file, '');
    events.forEach((event, index) => {
      const stamp = { v: 1, id: `E${index}`, at: 1000 + index, tz: 0, day: today - 1 };
      appendFileSync(file, `${JSON.stringify({ ...stamp, ...event })}\n`);
    });
    const { out } = await run(home, 'suspend');
    expect(out).toContain('1 card left out\n  in no deck any more\n    gone-1  suspended\n');
  });
});
