import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Request } from '../../src/commands/command.ts';
import { run as formatDecks } from '../../src/commands/deck-format.ts';
import { DeckWorkshop } from '../../src/content/deck-workshop.ts';
import type { World } from '../../src/ports.ts';
import { authorFiles } from '../../src/storage/author-files.ts';
import { aCard, aDeck, writeDeck } from '../support/deck-file.ts';
import { json, runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-home.ts';

const start = process.cwd();
afterEach(() => process.chdir(start));

/** A folder of somebody's own, with a decks folder where it is asked for. */
function workplace(withDecks = true) {
  const folder = tempFolder('work');
  if (withDecks) mkdirSync(join(folder, 'decks'));
  process.chdir(folder);
  const home = join(folder, 'home');
  return { folder, home, run: (...argv: string[]) => runCli(argv, { home }) };
}

const read = (...path: string[]) => readFileSync(join(...path), 'utf8');

describe('deck new', () => {
  test('from nothing to a card that lint has nothing against', async () => {
    const { run } = workplace();
    const made = await run('deck', 'new', 'ecs', '--title', 'Amazon ECS');
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out).toBe(
      [
        '✓ decks/ecs.yaml: fill in what says TODO, then take "status: draft" away.',
        '  aws-study deck preview decks/ecs.yaml   shows it as you save',
        '  aws-study deck lint decks/ecs.yaml      says what is left',
        '  aws-study quiz decks/ecs.yaml           asks its cards, once they are no drafts',
        '',
      ].join('\n'),
    );
    const left = json<{ problems: { rule: string; line: number }[] }>(
      await run('deck', 'lint', 'decks', '--json'),
    );
    expect(new Set(left.problems.map(({ rule }) => rule))).toEqual(new Set(['todo']));
    writeFileSync(
      'decks/ecs.yaml',
      read('decks/ecs.yaml')
        .replace(/(\w+): "TODO[^"]*"/g, '$1: "Filled in the $1"')
        .replace('com/TODO', 'com/ecs'),
    );
    expect(await run('deck', 'lint', 'decks')).toMatchObject({
      code: 0,
      out: '✓ 1 file, 1 card checked, no problems.\n1 draft among them: not asked until accepted with "aws-study deck review", or "status: draft" is taken away.\n',
    });
    writeFileSync('decks/ecs.yaml', read('decks/ecs.yaml').replace(/^ *status: draft.*\n/m, ''));
    expect(await run('deck', 'lint', 'decks')).toMatchObject({
      code: 0,
      out: '✓ 1 file, 1 card checked, no problems.\n',
    });
    expect(await run('deck', 'format', 'decks', '--check')).toMatchObject({ code: 0 });
  });

  test('without a decks folder here it goes among the own decks, where quiz finds it', async () => {
    const { run, home } = workplace(false);
    expect(json(await run('deck', 'new', 'my notes', '--json'))).toEqual({
      deck: 'my-notes',
      file: 'home/decks/my-notes.yaml',
    });
    expect(json<{ deck: string }[]>(await run('deck', 'list', '--json')).map(({ deck }) => deck)).toContain(
      'my-notes',
    );
    expect(existsSync(join(home, 'decks', 'my-notes.yaml'))).toBe(true);
  });

  test('nobody is asked a TODO: the quiz leaves the starter card out, the preview shows it', async () => {
    const { run } = workplace();
    await run('deck', 'new', 'ecs');
    expect((await run('deck', 'preview', 'ecs')).out).toContain('ecs-first-fact');
    expect((await run('quiz', './decks/ecs.yaml', '--json')).out).not.toContain('ecs-first-fact');
    const shown = await run('deck', 'preview', 'decks/ecs.yaml');
    expect(shown.out).toContain('ecs-first-fact · basics (draft)');
    expect((await run('deck', 'format', 'decks', '--check')).code).toBe(0);
    const all = json<{ accepted: string[]; left: object[] }>(
      await run('deck', 'review', 'decks/ecs.yaml', '--accept-all', '--with-flags', '--json'),
    );
    expect(all).toEqual({ deck: 'ecs', accepted: [], left: [{ id: 'ecs-first-fact', flags: ['todo'] }] });
  });

  test.each([
    [['deck', 'new', 'a/b'], '"a/b" cannot name a deck.\nhint: Use lower-case'],
    [
      ['deck', 'new', 'notes.yaml'],
      '"notes.yaml" cannot name a deck.\nhint: Leave out ".yaml"; a place for its file is given with --out.',
    ],
    [['deck', 'new', 'ecs', '--out', 'eks.yaml'], 'a deck called "ecs" does not go into "eks.yaml".'],
  ])('%j is refused', async (argv, words) => {
    const { run } = workplace();
    const refused = await run(...argv);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain(`error: ${words}`);
  });

  test.each([
    ['Amazon ECS', 'amazon-ecs', 'Amazon ECS', ', titled "Amazon ECS"'],
    ['  my   notes ', 'my-notes', 'my notes', ', titled "my notes"'],
    ['my_notes', 'my-notes', undefined, ''],
  ])('%j is said to become %s, and is its title where it has words', async (typed, deck, title, titled) => {
    const { run } = workplace();
    const { code, out } = await run('deck', 'new', typed);
    expect(code).toBe(0);
    expect(out).toContain(`✓ decks/${deck}.yaml: the deck "${deck}"${titled}; fill in`);
    const written = /^title: (.*)$/m.exec(read(`decks/${deck}.yaml`))?.[1];
    expect(written).toEqual(title === undefined ? expect.stringContaining('TODO') : JSON.stringify(title));
  });

  test('--title goes before the words of the name', async () => {
    const { run } = workplace();
    await run('deck', 'new', 'Amazon ECS', '--title', 'Containers');
    expect(read('decks/amazon-ecs.yaml')).toContain('title: "Containers"');
  });

  test('an own deck has its name also while it is broken', async () => {
    const { run, home } = workplace();
    const file = writeDeck(join(home, 'decks', 'good.yaml'), 'deck: good\ncards: none\n');
    const refused = await run('deck', 'new', 'good');
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.err).toContain(`error: there is a deck "good" already (${file}).`);
    expect(existsSync('decks/good.yaml')).toBe(false);
    expect((await run('deck', 'new', 'good', '--force')).code).toBe(0);
  });

  test('says how it is studied: by its path in ./decks, by its name among the own ones', async () => {
    const here = workplace();
    expect((await here.run('deck', 'new', 'one')).out).toMatch(/ aws-study quiz decks\/one\.yaml +asks/);
    const alone = workplace(false);
    expect((await alone.run('deck', 'new', 'one')).out).toMatch(/ aws-study quiz one +asks/);
  });

  test('never overwrites without --force', async () => {
    const { run } = workplace();
    writeFileSync('decks/ecs.yaml', 'mine');
    expect((await run('deck', 'new', 'ecs')).err).toContain('error: decks/ecs.yaml is there already.');
    expect(read('decks/ecs.yaml')).toBe('mine');
    expect((await run('deck', 'new', 'ecs', '--force')).code).toBe(0);
  });
});

describe('deck lint', () => {
  const bad =
    'deck: sqs\ntitle: Queues  \ncards:\n  - id: sqs-one\n    topic: basics\n    kind: basic\n    front: One?\n    back: Two\n    tags: [a, a]\n';

  test('--fix writes what is certain, says so, and is done after one turn', async () => {
    const { run } = workplace();
    writeFileSync('decks/sqs.yaml', bad);
    expect((await run('deck', 'lint', 'decks')).code).toBe(1);
    const fixed = await run('deck', 'lint', 'decks', '--fix');
    expect(fixed).toMatchObject({ code: 0, err: '' });
    expect(fixed.out).toBe(
      'fixed decks/sqs.yaml: trailing-space (1), duplicate-tag (1), key-order (1)\n✓ 1 file, 1 card checked, no problems.\n',
    );
    expect(await run('deck', 'lint', 'decks', '--fix')).toMatchObject({
      out: '✓ 1 file, 1 card checked, no problems.\n',
    });
  });

  test('--rule looks at one, --json and --sarif say it to programs', async () => {
    const { run } = workplace();
    writeFileSync('decks/sqs.yaml', bad);
    const only = json<{ problems: { rule: string }[] }>(
      await run('deck', 'lint', 'decks', '--rule', 'duplicate-tag', '--json'),
    );
    expect(only.problems.map(({ rule }) => rule)).toEqual(['duplicate-tag']);
    const log = json<{ version: string; runs: { results: { ruleId: string }[] }[] }>(
      await run('deck', 'lint', 'decks', '--sarif'),
    );
    expect(log.version).toBe('2.1.0');
    expect(log.runs[0]?.results.map(({ ruleId }) => ruleId).sort()).toEqual([
      'duplicate-tag',
      'key-order',
      'trailing-space',
    ]);
    const unknown = await run('deck', 'lint', 'decks', '--rule', 'duplicate-tags');
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.err).toContain('hint: Did you mean "duplicate-tag"?');
  });

  test('--fix leaves a file that cannot be read as it is', async () => {
    const { run } = workplace();
    writeFileSync('decks/sqs.yaml', 'deck: [a  \n');
    expect((await run('deck', 'lint', 'decks', '--fix')).code).toBe(1);
    expect(read('decks/sqs.yaml')).toBe('deck: [a  \n');
  });
});

describe('deck preview in print', () => {
  test('each card with its question, what can be chosen, and its answer', async () => {
    const { run } = workplace();
    writeDeck(
      'decks/sqs.yaml',
      aDeck('sqs', [aCard('sqs', 'basic', { why: 'So it is.' }), aCard('sqs', 'order')]),
    );
    const shown = await run('deck', 'preview', 'decks/sqs.yaml');
    expect(shown).toMatchObject({ code: 0, err: '' });
    expect(shown.out).toContain(
      'sqs-basic · basics\n\n  How long may a basic card be?\n\n  Answer\n  As long as one fact.\n\n  So it is.',
    );
    expect(shown.out).toContain('sqs-order');
    const one = await run('deck', 'preview', 'decks/sqs.yaml', '--card', 'sqs-order');
    expect(one.out).not.toContain('sqs-basic');
    expect(one.out).toContain('1. One');
  });

  test('a broken file is said with its place, and exits with 1', async () => {
    const { run } = workplace();
    writeFileSync('decks/sqs.yaml', 'deck: sqs\ntitle: x\ncards:\n  - id: sqs-a\n');
    const shown = await run('deck', 'preview', 'decks/sqs.yaml');
    expect(shown.code).toBe(1);
    expect(shown.out).toContain('decks/sqs.yaml:4:5 error');
    expect(json(await run('deck', 'preview', 'decks/sqs.yaml', '--json'))).toMatchObject({ cards: [] });
  });

  test.each([
    [['decks'], 'decks is a folder.'],
    [['sqq'], 'there is no file or folder sqq, and no deck of that name has a file here.'],
    [['nowhere.yaml'], 'there is no file or folder nowhere.yaml.'],
    [['decks/sqs.yaml', '--card', 'sqs-none'], 'there is no card "sqs-none" in decks/sqs.yaml.'],
  ])('%j is refused', async (argv, words) => {
    const { run } = workplace();
    writeDeck('decks/sqs.yaml', aDeck('sqs', [aCard('sqs', 'basic')]));
    expect((await run('deck', 'preview', ...argv)).err).toContain(`error: ${words}`);
  });
});

describe('deck format', () => {
  test('--check says which, formatting writes them, and then there is nothing to do', async () => {
    const { run } = workplace();
    writeFileSync(
      'decks/a.yaml',
      'title: A\ndeck: a\ncards:\n- {id: a-b, kind: basic, topic: c, front: d, back: e} # kept\n',
    );
    writeFileSync('decks/broken.yaml', 'deck: [');
    const check = await run('deck', 'format', 'decks/a.yaml', '--check');
    expect(check).toMatchObject({
      code: 1,
      out: 'not in canonical form: decks/a.yaml\n1 file: 0 in canonical form, 1 not.\nRun "aws-study deck format decks/a.yaml" to write them.\n',
    });
    expect(await run('deck', 'format', 'decks/a.yaml')).toMatchObject({
      code: 0,
      out: 'formatted: decks/a.yaml\n1 file: 0 in canonical form, 1 formatted.\n',
    });
    expect(read('decks/a.yaml')).toBe(
      'deck: a\ntitle: A\ncards:\n  - {id: a-b, kind: basic, topic: c, front: d, back: e} # kept\n',
    );
    expect((await run('deck', 'format', 'decks/a.yaml', '--check')).code).toBe(0);
    expect(json(await run('deck', 'format', 'decks', '--json'))).toMatchObject({
      files: 2,
      changed: [],
      problems: [{ rule: 'yaml' }],
    });
    expect(read('decks/broken.yaml')).toBe('deck: [');
  });
});

describe('deck format without a path', () => {
  const uneven = (deck: string) =>
    `title: A\ndeck: ${deck}\ncards:\n- {id: ${deck}-b, kind: basic, topic: c, front: d, back: e}\n`;

  /** The command over two own decks and a project that is not here: `--all` is to touch nothing but these. */
  function over() {
    const { home } = workplace(false);
    for (const deck of ['one', 'two']) writeDeck(join(home, 'decks', `${deck}.yaml`), uneven(deck));
    const own = join(home, 'decks');
    const said: string[] = [];
    const world = {
      workshop: async () => new DeckWorkshop({ project: join(home, 'none'), own }),
      files: async () => authorFiles,
      terminal: { print: (text: string) => said.push(text), colors: false, unicode: true },
    } as unknown as World;
    const format = (args: readonly string[], options: Request['options'] = {}) =>
      formatDecks({ world, args, options, json: options.json === true });
    return { home, said, format };
  }

  test('says what it would format and writes nothing, neither does --check', async () => {
    const { home, said, format } = over();
    for (const options of [{}, { json: true }])
      await expect(format([], options)).rejects.toMatchObject({
        message:
          'no deck is named; --all would format 2 of 2 files: home/decks/one.yaml, home/decks/two.yaml.',
        hint: 'Name a deck, a file or a folder; add --all for all of them, or --check to look only.',
      });
    expect(said).toEqual([]);
    expect(await format([], { check: true })).toBe(1);
    expect(said.at(-1)).toBe('Run "aws-study deck format --all" to write them.');
    for (const deck of ['one', 'two']) expect(read(home, 'decks', `${deck}.yaml`)).toBe(uneven(deck));
  });

  test('a name writes that one, --all every one', async () => {
    const { home, said, format } = over();
    expect(await format(['one'])).toBe(0);
    expect(said[0]).toBe('formatted: home/decks/one.yaml');
    expect(read(home, 'decks', 'two.yaml')).toBe(uneven('two'));
    expect(await format([], { all: true })).toBe(0);
    expect(read(home, 'decks', 'two.yaml')).toMatch(/^deck: two\ntitle: A\n/);
    await expect(format([])).rejects.toMatchObject({
      message: 'no deck is named; none of the 2 files here needs formatting.',
    });
  });
});

describe('a deck of one’s own by its name', () => {
  /** `mine` among the own decks, with a finished card and a draft. */
  function withMine() {
    const place = workplace(false);
    const cards = [aCard('mine', 'cloze'), aCard('mine', 'basic', { status: 'draft' })];
    writeDeck(join(place.home, 'decks', 'mine.yaml'), aDeck('mine', cards));
    return place;
  }

  test.each([
    [['deck', 'lint', 'mine'], 0, '1 file, 3 cards checked'],
    [['deck', 'preview', 'mine'], 0, 'mine-basic · basics (draft)'],
    [['deck', 'format', 'mine', '--check'], 0, '1 file: 1 in canonical form, 0 not.'],
    [['deck', 'review', 'mine'], 0, 'Deck mine, basics, basic. 1 to go.'],
  ])('%j', async (argv, code, words) => {
    const { run } = withMine();
    const outcome = await run(...argv);
    expect([outcome.code, outcome.err]).toEqual([code, '']);
    expect(outcome.out).toContain(words);
  });

  test('cards are what is studied, wherever they are counted; drafts are entries', async () => {
    const { run } = withMine();
    writeDeck(
      join('home', 'decks', 'mine.yaml'),
      aDeck('mine', [aCard('mine', 'cloze', { status: 'draft' }), aCard('mine', 'basic', { reverse: true })]),
    );
    expect(json(await run('deck', 'lint', 'mine', '--json'))).toMatchObject({ cards: 4, drafts: 1 });
    expect(json(await run('deck', 'review', 'mine', '--json'))).toMatchObject({ cards: 4, drafts: [{}] });
    // A draft is in no deck yet.
    expect(json<{ deck: string }[]>(await run('deck', 'list', '--json')).at(-1)).toMatchObject({ cards: 2 });
    const facts = json<{ decks: object[] }>(await run('deck', 'stats', 'mine', '--json'));
    expect(facts.decks).toMatchObject([{ entries: 1, cards: 2 }]);
    expect((await run('deck', 'export', 'mine', '--format', 'csv', '--out', 'x.csv')).out).toContain(
      '2 cards of',
    );
  });

  test.each(['lint', 'preview', 'format', 'review'])('deck %s: a slip of the pen', async (command) => {
    const { run } = withMine();
    expect(await run('deck', command, 'mien')).toEqual({
      code: 2,
      out: '',
      err: 'error: there is no file or folder mien, and no deck of that name has a file here.\nhint: Did you mean "mine"?\n',
    });
  });

  test('a file goes before a folder that holds decks, that before a deck, a deck before an empty folder', async () => {
    const { run } = withMine();
    mkdirSync('mine');
    expect((await run('deck', 'preview', 'mine')).out).toContain('mine-basic');
    expect((await run('deck', 'lint', 'mine')).out).toContain('1 file, 3 cards checked');
    expect((await run('deck', 'format', 'mine', '--check')).out).toContain('1 file: 1 in canonical form');
    writeDeck(join('mine', 'other.yaml'), aDeck('other', [aCard('other', 'basic')]));
    expect((await run('deck', 'lint', 'mine')).out).toContain('1 file, 1 card checked');
    expect((await run('deck', 'preview', 'mine')).err).toContain('error: mine is a folder.');
    writeDeck('other', aDeck('other'));
    writeDeck(join('home', 'decks', 'other.yaml'), aDeck('other', [aCard('other', 'basic')]));
    expect((await run('deck', 'lint', 'other')).out).toContain('1 file, 9 cards checked');
  });
});

describe('a deck that is there and cannot be studied by its name', () => {
  const commands = [
    ['quiz', 'good'],
    ['due', 'good'],
    ['deck', 'stats', 'good'],
    ['deck', 'export', 'good', '--format', 'json'],
  ];

  test.each(commands)('%s %s …: has problems', async (...argv) => {
    const { run, home } = workplace();
    const file = join(home, 'decks', 'good.yaml');
    writeDeck(file, 'deck: good\ntitle: G\nextra: 1\ncards: none\n');
    expect(await run(...argv)).toEqual({
      code: 2,
      out: '',
      err: 'error: the deck "good" has 2 problems.\nhint: Run "aws-study deck lint good" to see what is wrong.\n',
    });
    expect((await run('deck', 'lint', 'good')).out).toContain('2 problems;');
    writeDeck(file, 'deck: good\ntitle: G\ncards: none\n');
    expect((await run(...argv)).err).toMatch(/^error: the deck "good" has 1 problem: .+\.\nhint: Run /);
  });

  test.each(commands)('%s %s …: stands in ./decks', async (...argv) => {
    const { run } = workplace();
    writeDeck(join('decks', 'good.yaml'), aDeck('good'));
    expect(await run(...argv)).toEqual({
      code: 2,
      out: '',
      err: 'error: there is no deck "good" among yours, but a file decks/good.yaml.\nhint: Study it by its path: aws-study quiz decks/good.yaml\n',
    });
    expect((await run('quiz', 'decks/good.yaml', '--json')).code).toBe(0);
  });

  test('what cannot be read at all is said as it is: lint could not read it either', async () => {
    const { run, home } = workplace();
    mkdirSync(join(home, 'decks', 'good.yaml'), { recursive: true });
    expect((await run('quiz', 'good')).err).toMatch(
      /^error: .*good\.yaml: the file could not be read \(EISDIR\)\.\nhint: It is a folder/,
    );
  });
});

describe('files that have problems', () => {
  const bad = 'deck: bad\ntitle: B\ncards: none\n';

  test('are not counted as checked or as formatted', async () => {
    const { run } = workplace();
    writeDeck('decks/bad.yaml', bad);
    expect((await run('deck', 'lint', 'decks')).out).toMatch(
      /\n1 problem; 1 file left out: it has problems\.\n$/,
    );
    expect((await run('deck', 'format', 'decks')).out).toMatch(
      /\n1 problem; 1 file left out: it has problems\.\n$/,
    );
    writeDeck('decks/also.yaml', bad);
    writeDeck('decks/good.yaml', aDeck('good'));
    expect((await run('deck', 'lint', 'decks', '--rule', 'schema')).out).toMatch(
      /; 1 file, 9 cards checked; 2 files left out: they have problems\.\n$/,
    );
    expect((await run('deck', 'format', 'decks')).out).toMatch(
      /; 2 files left out: they have problems\.\n(?:formatted: .*\n)?1 file: \d in canonical form, \d formatted\.\n$/,
    );
  });
});

describe('what holds no deck', () => {
  test.each([
    [['deck', 'lint', 'empty'], 'there is no deck, exam or question bank in empty.'],
    [['deck', 'format', 'empty'], 'there is no deck in empty.'],
    [['deck', 'export', './empty', '--format', 'json'], 'there is no deck in ./empty.'],
    [['deck', 'stats', './empty'], 'there is no deck in ./empty.'],
    [['deck', 'stats', 'broken.yaml'], 'broken.yaml cannot be read: the file is empty.'],
    [['deck', 'stats', 'none.yaml'], 'there is no file or folder none.yaml.'],
  ])('%j is said, not passed over', async (argv, words) => {
    const { run } = workplace(false);
    mkdirSync('empty');
    writeFileSync('broken.yaml', '');
    const outcome = await run(...argv);
    expect([outcome.code, outcome.out]).toEqual([2, '']);
    expect(outcome.err).toMatch(/^error: .*\nhint: .*\n$/);
    expect(outcome.err).toContain(`error: ${words}\n`);
  });

  test('a folder whose name ends in .yaml is no deck of the folder it is in', async () => {
    const { run } = workplace();
    mkdirSync('decks/old.yaml');
    writeDeck('decks/old.yaml/sqs.yaml', aDeck('sqs'));
    expect(await run('deck', 'lint', 'decks', '--rule', 'schema')).toMatchObject({
      code: 0,
      out: '✓ 1 file, 9 cards checked, no problems.\n',
    });
  });
});

describe('deck review --accept-all', () => {
  const draft = (id: string, comment: string) =>
    `  # notes.md:1${comment}\n  - id: ${id}\n    kind: basic\n    topic: t\n    front: What of ${id}?\n    back: This.\n    status: draft\n`;
  const deck = [
    'deck: mine\ntitle: Mine\ncards:\n',
    draft('mine-plain', ''),
    draft('mine-number', ' · flags: numeric'),
    draft('mine-both', ' · flags: stale: now 1 MB, not numeric, doubt'),
    draft('mine-strange', ' · flags: unheard-of'),
    '  - {id: mine-done, kind: basic, topic: t, front: Done?, back: Done}\n'.replace(
      /\{(.*)\}/,
      (_, fields: string) => fields.replaceAll(', ', '\n    '),
    ),
    draft('mine-last', ''),
  ].join('');

  test('accepts what carries no flag and leaves the rest to a person, with every other line as it was', async () => {
    const { run } = workplace();
    writeFileSync('decks/mine.yaml', deck);
    const done = await run('deck', 'review', 'decks/mine.yaml', '--accept-all');
    expect(done).toEqual({
      code: 0,
      err: '',
      out: [
        '2 drafts accepted.',
        '3 drafts left for you: 1 numeric, 1 stale, 1 doubt, 1 flagged.',
        '  aws-study deck review decks/mine.yaml   go through them',
        '  aws-study deck review decks/mine.yaml --accept-all --with-flags   take them as they are',
        '',
      ].join('\n'),
    });
    const left = read('decks/mine.yaml');
    expect(left.split('\n')).toHaveLength(deck.split('\n').length - 2);
    for (const id of ['mine-plain', 'mine-last'])
      expect(left).toContain(draft(id, '').replace('    status: draft\n', ''));
    const rest = await run('deck', 'review', 'decks/mine.yaml', '--accept-all', '--with-flags', '--json');
    expect(json(rest)).toEqual({
      deck: 'mine',
      accepted: ['mine-number', 'mine-both', 'mine-strange'],
      left: [],
    });
    expect(read('decks/mine.yaml')).toBe(deck.replaceAll('    status: draft\n', ''));
    expect((await run('deck', 'review', 'decks/mine.yaml', '--accept-all')).out).toBe(
      '0 drafts accepted, none left.\n',
    );
  });

  test('--with-flags alone is refused', async () => {
    const { run } = workplace();
    writeFileSync('decks/mine.yaml', deck);
    expect((await run('deck', 'review', 'decks/mine.yaml', '--with-flags')).err).toContain(
      'error: --with-flags belongs to --accept-all.',
    );
    expect(read('decks/mine.yaml')).toBe(deck);
  });
});

describe('deck schema', () => {
  test.each([[[]], [['exam']], [['question-bank']]])('%j prints a JSON Schema', async (argv) => {
    const { run } = workplace();
    expect(json(await run('deck', 'schema', ...argv))).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'object',
    });
  });

  test('of something else is refused', async () => {
    const { run } = workplace();
    expect((await run('deck', 'schema', 'cards')).err).toContain('error: there is no schema "cards".');
  });
});

describe('deck stats', () => {
  test('counts kinds, topics, ages and gaps of a deck', async () => {
    const { run } = workplace();
    const old = aCard('mine', 'basic', { asOf: '2025-01-01', sources: ['https://x.org'], tags: ['limit'] });
    writeDeck(
      'mine.yaml',
      aDeck('mine', [old, aCard('mine', 'cloze', { asOf: '2026-11-01' }), aCard('mine', 'choice')]),
    );
    expect(json(await run('deck', 'stats', './mine.yaml', '--json'))).toEqual({
      decks: [
        {
          deck: 'mine',
          title: 'Deck mine',
          entries: 3,
          cards: 4,
          kinds: { basic: 1, choice: 1, cloze: 1 },
          topics: { basics: 3 },
          tags: { limit: 1 },
          ages: { overAYear: 1, oldest: '2025-01-01', middle: '2026-11-01', newest: '2026-11-01' },
          gaps: { source: 2, why: 2, asOf: 1 },
        },
      ],
      exams: [],
    });
    const shown = await run('deck', 'stats', './mine.yaml');
    expect(shown.out).toContain('! 2 without a source');
    expect(shown.out).toContain('1 over a year ago');
    expect(shown.out).toMatch(/^ {2}4 cards from 3 entries$/m);
    expect(shown.out).toMatch(/^1 deck, 4 cards from 3 entries\.$/m);
  });

  test('tells for every task of an exam how many cards and questions there are', async () => {
    const { run } = workplace();
    const { exams } = json<{
      exams: { code: string; tasks: { id: string; cards: number; questions: number }[] }[];
    }>(await run('deck', 'stats', '--exam', 'dva-c03', '--json'));
    expect(exams.map(({ code }) => code)).toEqual(['DVA-C03']);
    const task = exams[0]?.tasks.find(({ id }) => id === '1.2');
    expect(task?.cards).toBeGreaterThan(20);
    expect(task?.questions).toBeGreaterThan(5);
  });

  test('of an unknown deck suggests the nearest', async () => {
    const { run } = workplace();
    expect((await run('deck', 'stats', 'dynamdb')).err).toContain('hint: Did you mean "dynamodb"?');
  });
});
