import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bareInTerminal, inTurn, untilShown, wholeProcess } from './measure.mjs';

const runs = 15;
const ratio = (value, bare) => `${(value / bare).toFixed(2)}x`;
const times = (value, bare) => `${value.toFixed(0)} ms against ${bare.toFixed(0)} ms`;

/** Start-up: the two commands that load nothing, and the first card in a real terminal. */
export function startRows(root) {
  const bin = join(root, 'bin/aws-study.mjs');
  const plain = (name, args, bar) => ({
    name: `start: ${name}`,
    async measure() {
      const [bare, ours] = await inTurn(
        () => wholeProcess(['-e', '0']),
        () => wholeProcess([bin, ...args]),
        runs,
      );
      return { figure: ratio(ours, bare), bar, note: times(ours, bare) };
    },
  });
  const firstCard = (name, home, bar, prepare = () => {}) => ({
    name: `start: ${name}`,
    async measure() {
      prepare(home);
      const env = { AWS_STUDY_HOME: home };
      // Another seed at each run: the first card is now a plain one, now one with code or options.
      let seed = 0;
      const quiz = () => untilShown([bin, 'quiz', '--seed', String(++seed)], 'quit', { env });
      const [bare, ours] = await inTurn(bareInTerminal, quiz, runs);
      const peak = peakMegabytes(bin, env);
      rmSync(home, { recursive: true, force: true });
      return { figure: ratio(ours, bare), bar, note: `${times(ours, bare)}, peak ${peak} MB` };
    },
  });
  const home = () => mkdtempSync(join(tmpdir(), 'aws-study-bench-'));
  return [
    plain('--version', ['--version'], '1.3x'),
    plain('--help', ['--help'], '1.3x'),
    firstCard('first card, shipped decks', home(), '2.0x'),
    firstCard('first card, 100,000 own cards, cache warm', home(), '6x', (folder) =>
      writeLibrary(bin, folder),
    ),
  ];
}

/** A personal library of 100,000 cards in 20 decks; the first run compiles it into the cache. */
function writeLibrary(bin, home) {
  mkdirSync(join(home, 'decks'), { recursive: true });
  for (let deck = 0; deck < 20; deck += 1) {
    const cards = Array.from(
      { length: 5_000 },
      (_, card) => `  - id: own${deck}-fact-${card}
    kind: basic
    topic: topic-${card % 40}
    front: What is number ${card} of deck ${deck}, asked in a sentence of ordinary length?
    back: It is answer ${card}.
    why: A sentence that says why, as cards have one, with a number ${card * 7} in it.
    sources: [https://docs.aws.amazon.com/page-${card}.html]
    asOf: 2026-11-20`,
    );
    writeFileSync(
      join(home, 'decks', `own${deck}.yaml`),
      `deck: own${deck}\ntitle: Deck ${deck}\ncards:\n${cards.join('\n')}\n`,
    );
  }
  wholeProcess([bin, 'quiz', '--json'], { AWS_STUDY_HOME: home });
  // Past the moment in which a file that was just written is still compared by content.
  spawnSync(process.execPath, ['-e', 'setTimeout(() => {}, 2500)']);
  wholeProcess([bin, 'quiz', '--json'], { AWS_STUDY_HOME: home });
}

/** Peak resident memory of planning a session, from the process itself. */
function peakMegabytes(bin, env) {
  const script = `process.argv = [process.argv[0], ${JSON.stringify(bin)}, 'quiz', '--json'];
    process.on('exit', () => process.stderr.write('peak ' + Math.round(process.resourceUsage().maxRSS / 1024)));
    await import(${JSON.stringify(bin)});`;
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return /peak (\d+)/.exec(stderr)?.[1] ?? '?';
}
