import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { json, runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-home.ts';

function desk() {
  const folder = tempFolder('compile');
  const home = join(folder, 'home');
  const write = (name: string, text: string | Uint8Array) => {
    const path = join(folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
    return path;
  };
  const run = (...argv: string[]) => runCli(argv, { home });
  return { folder, home, write, run, read: (path: string) => readFileSync(path, 'utf8') };
}

const sqs = '# SQS\n\n- A message waits at most **14 days**\n- A call waits at most **20 seconds**\n';
const sns = '# SNS\n\n- Subscribers get a **copy** of every message\n';

describe('compile', () => {
  test("sorts notes into the learner's own decks, and says what to do next", async () => {
    const { home, write, run } = desk();
    const outcome = await run('compile', write('a.md', sqs), write('b.md', sns));
    expect(outcome).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(join(home, 'decks')).sort()).toEqual(['notes-sns.yaml', 'notes-sqs.yaml']);
    expect(outcome.out).toContain('3 drafts');
    expect(outcome.out).toMatch(/aws-study deck review .*notes-sqs\.yaml/);
    expect(outcome.out).toContain('aws-study quiz notes-sqs');
    const lint = await run('deck', 'lint', join(home, 'decks'));
    expect(lint).toMatchObject({ code: 0 });
  });

  test('drafts are not asked; accepted ones are', async () => {
    const { home, write, run } = desk();
    await run('compile', write('a.md', sqs));
    const file = join(home, 'decks/notes-sqs.yaml');
    expect((await run('quiz', 'notes-sqs', '--json')).out).toBe('');
    const outcome = await runCli(['deck', 'review', file, '--plain'], { home, input: 'a\ns\n' });
    expect(outcome).toMatchObject({ code: 0 });
    expect(json<unknown[]>(await run('quiz', 'notes-sqs', '--json'))).toHaveLength(1);
  });

  test('a folder of notes, one deck by --deck, a file by --out', async () => {
    const { folder, write, run, read } = desk();
    write('notes/a.md', sqs);
    write('notes/deep/b.txt', sns);
    write('notes/.hidden/c.md', '# EC2\n\n- A host has **two** cores\n');
    write('notes/d.pdf', 'x');
    const out = join(folder, 'my-notes.yaml');
    const outcome = await run('compile', join(folder, 'notes'), '--deck', 'my-notes', '--out', out, '--json');
    expect(json(outcome)).toMatchObject({ files: 2, drafts: 3, written: [{ deck: 'my-notes', drafts: 3 }] });
    expect(read(out)).toContain('deck: my-notes\n');
  });

  test('nothing is overwritten without a word for it, and then nothing at all is written', async () => {
    const { home, write, run, read } = desk();
    const file = join(home, 'decks/notes-sqs.yaml');
    await run('compile', write('a.md', sqs));
    const before = read(file);
    const again = await run('compile', write('a.md', sqs.replace('14', '12')), write('b.md', sns));
    expect(again.code).toBe(2);
    expect(again.err).toContain('notes-sqs.yaml is there already.');
    expect(again.err).toContain('--update');
    expect(read(file)).toBe(before);
    expect(existsSync(join(home, 'decks/notes-sns.yaml'))).toBe(false);
    expect(await run('compile', write('a.md', sqs.replace('14', '12')), '--force')).toMatchObject({
      code: 0,
    });
    expect(read(file)).toContain('12 days');
  });

  test('--update of one deck and of a folder report added, changed and gone', async () => {
    const { home, write, run, read } = desk();
    const decks = join(home, 'decks');
    await run('compile', write('a.md', sqs));
    const file = join(decks, 'notes-sqs.yaml');
    const edited = write(
      'a.md',
      `${sqs.replace('20 seconds', '19 seconds')}- A batch holds **ten** messages\n`,
    );
    const one = json<{ written: object[] }>(await run('compile', edited, '--update', file, '--json'));
    expect(one.written).toMatchObject([
      { added: [expect.any(String)], changed: [{ reviewed: false }], gone: [], unchanged: 1 },
    ]);
    expect(read(file)).toContain('19 seconds');
    write('a.md', sns);
    const all = await run('compile', join(home, '../a.md'), '--update', decks);
    expect(all.out).toMatch(/notes-sns +1 added, 0 changed, 0 gone, 0 as before/);
    expect(all.out).toMatch(/notes-sqs +0 added, 0 changed, 3 gone, 0 as before/);
  });

  test('--update knows that a deck was made of everything', async () => {
    const { folder, write, run } = desk();
    const out = join(folder, 'mine.yaml');
    await run('compile', write('a.md', sqs + sns), '--out', out);
    const outcome = json<{ written: object[] }>(
      await run('compile', join(folder, 'a.md'), '--update', out, '--json'),
    );
    expect(outcome.written).toMatchObject([{ deck: 'mine', unchanged: 3, gone: [] }]);
  });

  test('--explain says what became of a line and writes nothing', async () => {
    const { home, write, run } = desk();
    const file = write('a.md', `${sqs}- TODO limits\n`);
    const third = (await run('compile', file, '--explain', '3')).out.replace(/\s+/g, ' ');
    expect(third).toMatch(/notes-sqs-message-waits.*: draft, cloze, from its bullet; look at: numeric/);
    expect((await run('compile', file, '--explain', '5')).out).toContain('the writer was not sure');
    expect((await run('compile', file, '--explain', '2')).out).toContain('an empty line');
    expect(json(await run('compile', file, '--explain', '1', '--json'))).toMatchObject([
      { line: 1, fates: [{ what: 'ignored' }] },
    ]);
    expect(await run('compile', file, '--explain', '99')).toMatchObject({ code: 2 });
    expect(existsSync(join(home, 'decks'))).toBe(false);
  });

  test('stale facts are said with the current one and its source', async () => {
    const { write, run } = desk();
    const outcome = await run('compile', write('a.md', '# RDS\n\n- At most 5 read replicas\n'));
    expect(outcome.out.replace(/\s+/g, ' ')).toMatch(
      /your note says "5 read replicas"; AWS now says 15 .*docs\.aws\.amazon\.com/,
    );
  });

  test('UTF-16 is read', async () => {
    const { write, run } = desk();
    const bytes = Buffer.from(`\uFEFF${sqs}`, 'utf16le');
    expect(json(await run('compile', write('a.md', bytes), '--json'))).toMatchObject({ drafts: 2 });
  });

  test.each<[string, (d: ReturnType<typeof desk>) => string[], RegExp, RegExp]>([
    ['no fact', ({ write }) => [write('a.md', '\n\n')], /no draft could be made of 2 lines/, /--explain/],
    ['an empty file', ({ write }) => [write('a.md', '')], /no draft could be made of 0 lines/, /--explain/],
    ['no text', ({ write }) => [write('a.md', new Uint8Array([1, 0, 2, 0]))], /is no text/, /Markdown/],
    ['no file', ({ folder }) => [join(folder, 'none.md')], /there is no file/, /path/],
    ['an empty folder', ({ folder }) => [folder], /holds no notes/, /\.md/],
    ['a bad name', ({ write }) => [write('a.md', sqs), '--deck', '../x'], /cannot name a deck/, /lower-case/],
    ['a name that ships', ({ write }) => [write('a.md', sqs), '--deck', 'sqs'], /ships with/, /notes-sqs/],
    [
      'two names',
      ({ write, folder }) => [write('a.md', sqs), '--deck', 'x', '--out', join(folder, 'y.yaml')],
      /does not go into/,
      /x\.yaml/,
    ],
    [
      '--update and --out',
      ({ write }) => [write('a.md', sqs), '--update', 'x.yaml', '--out', 'y.yaml'],
      /both given/,
      /one/,
    ],
    [
      'an update of nothing',
      ({ write, folder }) => [write('a.md', sqs), '--update', join(folder, 'none.yaml')],
      /there is no file or folder/,
      /path/,
    ],
    [
      'an update of a broken deck',
      ({ write }) => [write('a.md', sqs), '--update', write('mine.yaml', 'deck: mine\ncards: [')],
      /mine\.yaml:\d+: /,
      /deck lint/,
    ],
  ])('%s is said in words', async (_, argv, message, hint) => {
    const made = desk();
    const outcome = await made.run('compile', ...argv(made));
    expect(outcome).toMatchObject({ code: 2, out: '' });
    expect(outcome.err).toMatch(new RegExp(`^error: .*${message.source}`));
    expect(outcome.err).toMatch(new RegExp(`hint: .*${hint.source}`));
  });
});

describe('deck review, line by line', () => {
  async function reviewed(input: string) {
    const { home, write, run, read } = desk();
    await run('compile', write('a.md', `${sqs}- Queues are **regional** in every account\n`));
    const file = join(home, 'decks/notes-sqs.yaml');
    const before = read(file);
    const outcome = await runCli(['deck', 'review', file, '--plain'], { home, input });
    return { outcome, before, after: read(file), file };
  }

  test('shows place, flags, question and answer, and takes each decision', async () => {
    const { outcome, after } = await reviewed('a\nr\ns\n');
    expect(outcome.code).toBe(0);
    expect(outcome.out).toMatch(/a\.md:3\n.*flags: numeric/);
    expect(outcome.out).toContain('A message waits at most [14 days].');
    expect(outcome.out).toContain('Accepted.');
    expect(outcome.out).toContain('Rejected: it is out of the file.');
    expect(outcome.out).toContain('1 accepted, 1 rejected, 0 merged; 1 draft left.');
    expect(outcome.out).toContain('aws-study quiz notes-sqs');
    expect(after.match(/status: draft/g)).toHaveLength(1);
    expect(after).toContain('# rejected: notes-sqs-');
  });

  test('undo takes back, also several', async () => {
    const { outcome, before, after } = await reviewed('a\nr\nundo\nu\nu\nq\n');
    expect(outcome.out).toContain('There is no change to take back.');
    expect(after).toBe(before);
    expect(outcome.out).toContain('0 accepted, 0 rejected, 0 merged; 3 drafts left.');
  });

  test('merge, help, and a word that is no command', async () => {
    const { outcome, after } = await reviewed('what\n?\nm\nq\n');
    expect(outcome.out).toContain('"what" is no command.');
    expect(outcome.out).toContain('e edit: open it in $EDITOR');
    expect(outcome.out).toContain('0 accepted, 0 rejected, 1 merged; 2 drafts left.');
    expect(after).toContain('previousIds: [notes-sqs-');
  });

  test('the end of input ends it, with everything saved', async () => {
    const { outcome, after } = await reviewed('a\n');
    expect(outcome).toMatchObject({ code: 0 });
    expect(after.match(/status: draft/g)).toHaveLength(2);
  });

  test('a deck without drafts, --json, and what is no deck', async () => {
    const { outcome, file } = await reviewed('a\na\na\n');
    expect(outcome.out).toContain('3 accepted, 0 rejected, 0 merged; no drafts left.');
    const home = join(file, '../..');
    expect((await runCli(['deck', 'review', file], { home })).out).toContain(
      'has no drafts: all of its 3 cards can be studied.',
    );
    expect(json(await runCli(['deck', 'review', file, '--json'], { home }))).toEqual({
      deck: 'notes-sqs',
      cards: 3,
      drafts: [],
    });
    expect(await runCli(['deck', 'review', join(home, 'decks')], { home })).toMatchObject({ code: 2 });
    expect(await runCli(['deck', 'review', join(home, 'none.yaml')], { home })).toMatchObject({ code: 2 });
  });
});
