import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { aFile, archive, collection11, textBytes } from '../support/anki-file.ts';
import { aCard, aDeck, writeDeck } from '../support/deck-file.ts';
import { json, runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-home.ts';

const start = process.cwd();
afterEach(() => process.chdir(start));

function workplace() {
  const folder = tempFolder('work');
  process.chdir(folder);
  const home = join(folder, 'home');
  return { folder, home, run: (...argv: string[]) => runCli(argv, { home }) };
}

const apkg = archive({
  'collection.anki2': collection11(aFile),
  media: textBytes('{"0": "s3.png", "1": "sqs.mp3"}'),
});

interface Report {
  readonly format: string;
  readonly decks: readonly {
    deck: string;
    file: string;
    cards: number;
    added: number;
    changed: number;
    kept: number;
  }[];
  readonly history?: { added: number; known: number; leftOut: number };
  readonly skipped: readonly object[];
  readonly media: readonly string[];
}

describe('deck import', () => {
  test('of an Anki archive: drafts, a report of everything, and what to do next', async () => {
    const { run, home } = workplace();
    writeFileSync('cards.apkg', apkg);
    const done = await run('deck', 'import', 'cards.apkg', '--deck', 'my-anki');
    expect(done).toMatchObject({ code: 0, err: '' });
    const file = join(home, 'decks', 'my-anki.yaml');
    expect(done.out).toBe(
      [
        `✓ my-anki: 3 entries added. ${file}`,
        '! 1 entry left out:',
        '    note 13: its answer is empty',
        '! cards are suspended in Anki, and not here (1)',
        '! 2 pictures and sounds not copied:',
        '    s3.png',
        '    sqs.mp3',
        '6 answers in the file: --history takes them into your journal.',
        '',
        'The cards are drafts: nobody is asked them until you accept them.',
        `  aws-study deck review ${file}    go through them one by one`,
        `  aws-study deck preview ${file}   see them as the quiz shows them`,
        '',
      ].join('\n'),
    );
    expect(await run('deck', 'lint', file)).toMatchObject({ code: 0 });
    const list = json<{ deck: string; cards: number }[]>(await run('deck', 'list', '--json'));
    expect(list.find(({ deck }) => deck === 'my-anki')).toMatchObject({ cards: 0 });
  });

  test('with --history: each answer once, at its time, on the day it had for the learner', async () => {
    const { run, home } = workplace();
    writeFileSync('cards.apkg', apkg);
    const again = (...more: string[]) =>
      run('deck', 'import', 'cards.apkg', '--deck', 'my-anki', '--accept', '--history', '--json', ...more);
    expect(json<Report>(await again()).history).toEqual({ added: 5, known: 0, leftOut: 1 });
    expect(json<Report>(await again('--update')).history).toEqual({ added: 0, known: 5, leftOut: 1 });
    const list = readFileSync(join(home, 'decks', 'my-anki.yaml'), 'utf8').match(/id: \S+/g) ?? [];
    const shown = json<{ reviews: number; history: { day: string; grade: string }[] }>(
      await run('show', (list[0] ?? '').slice(4), '--json'),
    );
    expect(shown.reviews).toBe(2);
    // 03:30 is before the rollover at 04:00: still the day before.
    expect(shown.history).toMatchObject([
      { day: '2026-10-01', grade: 'good' },
      { day: '2026-10-01', grade: 'again' },
    ]);
    expect(
      json<{ findings: { area: string; severity: string }[] }>(await run('doctor', '--json')).findings.filter(
        ({ severity }) => severity === 'error',
      ),
    ).toEqual([]);
  });

  test('again with --update brings up to date instead of doubling', async () => {
    const { run } = workplace();
    writeFileSync('cards.csv', 'question,answer\nDefault timeout?,30 seconds\nRetention?,4 days\n');
    const first = json<Report>(await run('deck', 'import', 'cards.csv', '--out', 'mine.yaml', '--json'));
    expect(first.decks).toEqual([
      { deck: 'mine', file: 'mine.yaml', cards: 2, added: 2, changed: 0, kept: 0 },
    ]);
    writeFileSync(
      'mine.yaml',
      readFileSync('mine.yaml', 'utf8').replace('    status: draft\n', '    # accepted\n'),
    );
    writeFileSync('cards.csv', 'question,answer\nDefault timeout?,30 s\nMaximum size?,1 MiB\n');
    const second = json<Report>(
      await run('deck', 'import', 'cards.csv', '--out', 'mine.yaml', '--update', '--json'),
    );
    expect(second.decks).toEqual([
      { deck: 'mine', file: 'mine.yaml', cards: 2, added: 1, changed: 1, kept: 1 },
    ]);
    const text = readFileSync('mine.yaml', 'utf8');
    expect(text).toContain('back: 30 s\n');
    expect(text).toContain('# accepted');
    expect(text.match(/status: draft/g)).toHaveLength(2);
  });

  test.each<[string, string | Uint8Array, string[], RegExp]>([
    [
      'a file that is there',
      'a,b',
      ['--out', 'taken.yaml'],
      /error: taken\.yaml is there already\.\nhint: Add --update/,
    ],
    ['a name of a shipped deck', 'a,b', ['--deck', 'sqs'], /error: there is already a deck "sqs"/],
    ['a name that is none', 'a,b', ['--deck', 'My Deck'], /error: "My Deck" cannot name a deck/],
    [
      'a file of no format',
      'just words',
      [],
      /error: file is in no format that can be imported\.\nhint: Formats: json, csv/,
    ],
    ['an empty file', '', [], /error: file is empty\.\nhint: /],
    ['bytes', new Uint8Array([0, 1, 2, 255]), [], /no format that can be imported/],
    [
      'text that is not UTF-8',
      new Uint8Array([97, 44, 255, 254, 98]),
      ['--format', 'csv'],
      /error: this text is not UTF-8/,
    ],
    ['half an archive', apkg.subarray(0, apkg.length >> 1), [], /error: this archive is damaged/],
    ['an archive with a path that climbs out', archive({ '../x': textBytes('x') }), [], /outside of itself/],
    [
      'an archive of something else',
      archive({ 'word/document.xml': textBytes('<x/>') }),
      [],
      /error: this archive holds no collection of Anki/,
    ],
    [
      'nothing that could be taken',
      'Q: one\nQ: two',
      [],
      /error: nothing in file could be taken\.\nhint: The first of 2: line 1: the question has no answer/,
    ],
    ['a format that it is not', 'a,b', ['--format', 'json'], /error: this is not valid JSON/],
    [
      'a target that is no deck',
      'a,b',
      ['--out', 'taken.yaml', '--update'],
      /error: taken\.yaml is no deck that can be updated/,
    ],
  ])('%s: one error, and nothing is written', async (_, content, options, words) => {
    const { run, folder } = workplace();
    writeFileSync('file', content);
    writeFileSync('taken.yaml', 'mine');
    const refused = await run('deck', 'import', 'file', ...options);
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toMatch(words);
    expect(refused.err.match(/^error:/gm)).toHaveLength(1);
    expect(readdirSync(folder).sort()).toEqual(['file', 'taken.yaml']);
    expect(readFileSync('taken.yaml', 'utf8')).toBe('mine');
  });

  test('of several decks writes a file for each, or all of them into one', async () => {
    const { run } = workplace();
    const decks = ['one', 'two'].map((deck) => aDeck(deck, [aCard(deck, 'basic')]));
    writeFileSync('all.json', JSON.stringify({ decks }));
    mkdirSync('out');
    await run('deck', 'import', 'all.json', '--out', 'out');
    expect(readdirSync('out').sort()).toEqual(['one.yaml', 'two.yaml']);
    await run('deck', 'import', 'all.json', '--out', 'both.yaml');
    expect(readFileSync('both.yaml', 'utf8').match(/- id: \S+/g)).toEqual([
      '- id: both-one-basic',
      '- id: both-two-basic',
    ]);
  });

  test('one deck that cannot be written keeps the others from being written', async () => {
    const { run } = workplace();
    const decks = ['one', 'two'].map((deck) => aDeck(deck, [aCard(deck, 'basic')]));
    writeFileSync('all.json', JSON.stringify({ decks }));
    mkdirSync('out');
    writeFileSync('out/two.yaml', 'mine');
    expect((await run('deck', 'import', 'all.json', '--out', 'out')).code).toBe(2);
    expect(readdirSync('out')).toEqual(['two.yaml']);
  });
});

describe('deck export', () => {
  test('an own deck through an archive and back, with its history, into another home', async () => {
    const { run, home, folder } = workplace();
    writeDeck(join(home, 'decks', 'mine.yaml'), aDeck('mine'));
    for (const grade of ['good', 'again', 'easy']) await run('review', 'mine-basic', grade);
    await run('suspend', 'mine-order');
    const out = await run('deck', 'export', 'mine', '--format', 'apkg', '--history', '--out', 'mine.apkg');
    expect(out).toMatchObject({ code: 0, out: '9 cards of 1 deck, 3 answers written to mine.apkg.\n' });
    expect(out.err).toContain(
      'warning: choice cards become a question and an answer in words and come back as they were (2).',
    );
    const there = join(folder, 'there');
    const back = await runCli(['deck', 'import', 'mine.apkg', '--accept', '--history', '--json'], {
      home: there,
    });
    expect(json<Report>(back)).toMatchObject({
      decks: [{ deck: 'mine', cards: 8, added: 8 }],
      history: { added: 3, known: 0, leftOut: 0 },
      skipped: [],
    });
    const show = async (at: string) =>
      json<{ content: object; due: string; stabilityDays: number; history: object[] }>(
        await runCli(['show', 'mine-basic', '--json'], { home: at }),
      );
    const [before, after] = [await show(home), await show(there)];
    expect(after).toMatchObject({
      content: before.content,
      due: before.due,
      stabilityDays: before.stabilityDays,
      history: before.history,
    });
    // Coming home again adds nothing.
    const home2 = json<Report>(
      await run(
        'deck',
        'import',
        'mine.apkg',
        '--accept',
        '--history',
        '--update',
        '--json',
        '--out',
        join(home, 'decks'),
      ),
    );
    expect(home2.history).toEqual({ added: 0, known: 3, leftOut: 0 });
    expect(home2.decks).toMatchObject([{ added: 0, changed: 0, kept: 0 }]);
  });

  test('text is printed where no file is named, what is lost on standard error', async () => {
    const { run } = workplace();
    writeDeck(
      'mine.yaml',
      aDeck('mine', [aCard('mine', 'basic', { sources: ['https://x.org'] }), aCard('mine', 'order')]),
    );
    const csv = await run('deck', 'export', './mine.yaml', '--format', 'csv');
    expect(csv.out.split('\r\n')[0]).toBe('id,deck,kind,topic,front,back,why,examNote,tags,sources,asOf');
    expect(csv.err).toBe('warning: order cards become a question and an answer in words (1).\n');
    const markdown = await run('deck', 'export', './mine.yaml', '--format', 'markdown');
    expect(markdown.out).toMatch(
      /^---\nname = "Deck mine"\n---\n\nQ: How long may a basic card be\?\nA: As long as one fact\.\n/,
    );
    expect(json(await run('deck', 'export', './mine.yaml', '--format', 'gift', '--json'))).toMatchObject({
      format: 'gift',
      cards: 2,
      losses: expect.arrayContaining([{ cards: 1, what: 'cards lose their sources' }]),
    });
  });

  test('exam questions as GIFT, with feedback for each option', async () => {
    const { run } = workplace();
    const gift = await run(
      'deck',
      'export',
      '--questions',
      'dva-c03',
      '--format',
      'gift',
      '--out',
      'dva.gift',
    );
    expect(gift.out).toMatch(/^0 cards of 0 decks, \d{2,} questions written to dva\.gift\.\n$/);
    const back = json<Report>(
      await run('deck', 'import', 'dva.gift', '--deck', 'dva', '--out', 'dva.yaml', '--json'),
    );
    expect(back.skipped).toEqual([]);
    expect(readFileSync('dva.yaml', 'utf8')).toMatch(/why: /);
  });

  test.each([
    [['sqs'], 'this needs a format.'],
    [['sqs', '--format', 'apkg'], 'an archive cannot be shown on the screen.'],
    [['sqss', '--format', 'csv'], 'there is no deck "sqss".'],
    [['--questions', 'dva', '--format', 'csv'], 'csv has no exam questions.'],
    [['--questions', 'xyz', '--format', 'gift'], 'there are no questions for "xyz".'],
    [['sqs', '--format', 'csv', '--out', 'taken'], 'taken is there already.'],
    [['./none.yaml', '--format', 'csv'], 'there is no file or folder ./none.yaml.'],
  ])('%j is refused', async (argv, words) => {
    const { run } = workplace();
    writeFileSync('taken', 'mine');
    const refused = await run('deck', 'export', ...argv);
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain(`error: ${words}`);
    expect(readFileSync('taken', 'utf8')).toBe('mine');
    expect(existsSync('cards.apkg')).toBe(false);
  });

  test('the same cards make the same archive', async () => {
    const { run } = workplace();
    writeDeck('mine.yaml', aDeck('mine'));
    for (const out of ['a.apkg', 'b.apkg'])
      await run('deck', 'export', './mine.yaml', '--format', 'apkg', '--out', out);
    expect(readFileSync('a.apkg').equals(readFileSync('b.apkg'))).toBe(true);
  });
});
