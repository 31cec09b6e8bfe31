import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seededRandom } from '../../src/domain/chance.ts';
import type { StoredAttempt } from '../../src/ports.ts';
import { AttemptStore } from '../../src/storage/attempt-store.ts';
import { tempFolder } from '../support/temp-home.ts';

const bin = join(import.meta.dirname, '../../bin/aws-study.mjs');
const kills = 100;
const questions = 6;

/** What the program has acknowledged, by question; `doubtful` was sent and not yet acknowledged when the process died. */
interface Known {
  readonly letters: Map<number, string>;
  readonly flags: Map<number, boolean>;
  doubtful: { question: number; letter?: string; flag?: boolean } | undefined;
}

/** Feeds one line after another, each when the one before is acknowledged, until the process is killed. */
async function oneLife(
  child: ChildProcess,
  known: Known,
  { random, killAfterMs, begins }: { random: () => number; killAfterMs: number; begins: boolean },
) {
  let position = -1;
  let out = '';
  let sent: { kind: 'goto' | 'answer' | 'flag'; letter: string; question: number } | undefined;
  const send = () => {
    const roll = random();
    const letter = 'ABCD'[Math.floor(random() * 4)] ?? 'A';
    if (roll < 0.3) sent = { kind: 'goto', letter, question: Math.floor(random() * questions) };
    else if (roll < 0.85) sent = { kind: 'answer', letter, question: position };
    else sent = { kind: 'flag', letter, question: position };
    known.doubtful =
      sent.kind === 'answer'
        ? { question: position, letter }
        : sent.kind === 'flag'
          ? { question: position, flag: known.flags.get(position) !== true }
          : undefined;
    const line =
      sent.kind === 'goto' ? `goto ${sent.question + 1}` : sent.kind === 'answer' ? letter : 'flag';
    child.stdin?.write(`${line}\n`);
  };
  const taken = () => {
    for (;;) {
      // An answer is acknowledged when the next prompt stands there.
      const end = out.indexOf('help:\n');
      if (end === -1) return;
      const said = out.slice(0, end);
      out = out.slice(end + 'help:\n'.length);
      const place = /Question (\d+) of/.exec(said)?.[1];
      if (place !== undefined) position = Number(place) - 1;
      if (sent?.kind === 'answer' && said.includes(`Saved: ${sent.letter}.`)) {
        known.letters.set(sent.question, sent.letter);
      }
      if (sent?.kind === 'flag') known.flags.set(sent.question, said.includes('Flagged.'));
      known.doubtful = undefined;
      send();
    }
  };
  child.stdin?.on('error', () => {});
  if (begins) child.stdin?.write('\n');
  child.stdout?.on('data', (data) => {
    out += data;
    taken();
  });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  await new Promise((resolve) => setTimeout(resolve, killAfterMs));
  child.kill('SIGKILL');
  await ended;
}

/** What differs between the file and what was acknowledged; what was on its way may have arrived or not. */
function lost({ attempt }: StoredAttempt, { letters, flags, doubtful }: Known): string[] {
  const missing: string[] = [];
  for (const [index, item] of attempt.paper.items.entries()) {
    const choices = (letter: string | undefined) =>
      letter === undefined ? '' : String(item.order[letter.charCodeAt(0) - 65]);
    const sentHere = doubtful?.question === index ? doubtful : undefined;
    const answers = [choices(letters.get(index)), ...(sentHere?.letter ? [choices(sentHere.letter)] : [])];
    const actual = attempt.answers[index]?.join() ?? '';
    if (!answers.includes(actual)) missing.push(`question ${index}: ${actual} is none of ${answers}`);
    const wanted = [flags.get(index) === true, ...(sentHere?.flag === undefined ? [] : [sentHere.flag])];
    if (!wanted.includes(attempt.flags[index] === true)) missing.push(`flag of question ${index}`);
    // What had arrived is known from now on.
    if (sentHere?.letter !== undefined && actual === choices(sentHere.letter))
      letters.set(index, sentHere.letter);
    if (sentHere?.flag !== undefined) flags.set(index, attempt.flags[index] === true);
  }
  return missing;
}

test(`killed ${kills} times at random moments, an exam loses nothing that was acknowledged`, async () => {
  const home = tempFolder('home');
  const store = new AttemptStore(join(home, 'attempts'));
  const random = seededRandom(20_261_120);
  const known: Known = { letters: new Map(), flags: new Map(), doubtful: undefined };
  const env = { ...process.env, AWS_STUDY_HOME: home };
  const first = ['exam', 'DVA-C03', '--questions', String(questions), '--minutes', '600', '--seed', '5'];
  let acknowledged = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const begun = store.list().attempts.length > 0;
    const args = begun ? ['exam', '--resume'] : first;
    const child = spawn(process.execPath, [bin, ...args, '--plain'], {
      env,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    known.doubtful = undefined;
    await oneLife(child, known, { random, killAfterMs: 40 + random() * 300, begins: !begun });
    const { attempts } = store.list();
    expect(attempts.length).toBeLessThanOrEqual(1);
    if (attempts[0] === undefined) continue;
    expect(lost(attempts[0], known)).toEqual([]);
    acknowledged = attempts[0].attempt.changes.length;
  }
  // It was killed in the middle of work, not before it began.
  expect(acknowledged).toBeGreaterThan(kills);
  const last = spawn(process.execPath, [bin, 'exam', '--resume', '--plain'], { env });
  let out = '';
  last.stdout.on('data', (data) => {
    out += data;
  });
  last.stdin.end('review\nend\nyes\n');
  expect(await new Promise((resolve) => last.on('exit', resolve))).toBe(0);
  for (const [question, letter] of known.letters) {
    expect(out).toMatch(new RegExp(`^${question + 1}: (?:answered ${letter}|1 of \\d chosen)`, 'm'));
  }
  expect(out).toContain('Scaled score, estimated');
}, 120_000);
