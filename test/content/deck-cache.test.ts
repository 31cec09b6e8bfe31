import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { loadCached } from '../../src/content/deck-cache.ts';
import * as parser from '../../src/content/parse-deck.ts';
import { aCard, aDeckOf, writeDeck } from '../support/a-card.ts';
import { aShelf } from '../support/a-shelf.ts';
import { tempFolder } from '../support/temp-home.ts';

// Only so that it can be counted how often it is asked.
vi.mock(import('../../src/content/parse-deck.ts'), async (original) => ({ ...(await original()) }));

const hour = 3_600_000;

describe('the cache of a deck', () => {
  function aCachedDeck() {
    const root = tempFolder('cache');
    const file = writeDeck(join(root, 'decks', 'sqs.yaml'), aDeckOf(3));
    // Whole seconds: a time set anew is then the very same.
    utimesSync(file, 1_700_000_000, 1_700_000_000);
    const folder = join(root, 'cache', 'decks');
    let parsed = 0;
    const spy = vi.spyOn(parser, 'parseDeck');
    const load = async (nowMs = Date.now() + hour) => {
      spy.mockClear();
      const result = await loadCached(file, folder, nowMs);
      parsed = spy.mock.calls.length;
      if ('problems' in result) throw new Error(JSON.stringify(result.problems));
      return { title: result.index.title, ids: result.index.id, pack: result.pack };
    };
    const cached = (ending: string) => {
      const name = readdirSync(folder).find((one) => one.endsWith(ending));
      if (name === undefined) throw new Error(`no ${ending} in the cache`);
      return join(folder, name);
    };
    return { file, folder, load, cached, parses: () => parsed };
  }

  test('is used without reading the file again', async () => {
    const { load, parses, file } = aCachedDeck();
    const first = await load();
    expect(parses()).toBe(1);
    // Other bytes of the same size and time: a cache that reads would notice.
    const { mtime, atime, size } = statSync(file);
    writeFileSync(file, 'x'.repeat(size));
    utimesSync(file, atime, mtime);
    expect(await load()).toEqual(first);
    expect(parses()).toBe(0);
  });

  test('of a file that was only touched is used after a look at its content', async () => {
    const { load, parses, file } = aCachedDeck();
    const first = await load();
    utimesSync(file, 1_000_000, 1_000_000);
    expect(await load()).toEqual(first);
    expect(parses()).toBe(0);
    // And the new time is remembered: now not even the content is looked at.
    writeFileSync(file, 'x'.repeat(statSync(file).size));
    utimesSync(file, 1_000_000, 1_000_000);
    expect(await load()).toEqual(first);
  });

  test('notices a change', async () => {
    const { load, parses, file } = aCachedDeck();
    await load();
    writeDeck(file, aDeckOf(5));
    expect((await load()).ids).toHaveLength(5);
    expect(parses()).toBe(1);
  });

  test('notices a change of the same length within the same moment', async () => {
    const { load, file } = aCachedDeck();
    const { mtimeMs } = statSync(file);
    await load(mtimeMs + 5);
    const changed = readFileSync(file, 'utf8').replace('The deck sqs', 'The DECK sqs');
    const { atime, mtime } = statSync(file);
    writeFileSync(file, changed);
    utimesSync(file, atime, mtime);
    expect((await load(mtimeMs + 10)).title).toBe('The DECK sqs');
  });

  test.each<[string, (cache: ReturnType<typeof aCachedDeck>) => void]>([
    ['an index that is no JSON', ({ cached }) => writeFileSync(cached('.json'), '{"key": "')],
    ['an index of nothing', ({ cached }) => writeFileSync(cached('.json'), '')],
    ['an index that is null', ({ cached }) => writeFileSync(cached('.json'), 'null')],
    ['an index without parts', ({ cached }) => writeFileSync(cached('.json'), '{}')],
    ['a key that is a number', ({ cached }) => writeFileSync(cached('.json'), '{"key": 4}')],
    ['an index that is gone', ({ cached }) => rmSync(cached('.json'))],
    ['cards that are gone', ({ cached }) => rmSync(cached('.cards'))],
    ['cards cut short', ({ cached }) => writeFileSync(cached('.cards'), '{"id":')],
    [
      'another version of the schema',
      ({ cached }) => {
        const path = cached('.json');
        writeFileSync(path, readFileSync(path, 'utf8').replace(/"key":"\d+:/, '"key":"0:'));
      },
    ],
  ])('with %s is made anew', async (_, spoil) => {
    const cache = aCachedDeck();
    const first = await cache.load();
    spoil(cache);
    expect(await cache.load()).toEqual(first);
    expect(cache.parses()).toBe(1);
    await cache.load();
    expect(cache.parses()).toBe(0);
  });

  test('that cannot be written costs time, nothing else', async () => {
    const { places, own, library } = aShelf();
    writeFileSync(places.cache, 'a file in place of the folder');
    own('sqs.yaml', {
      deck: 'sqs',
      title: 'SQS',
      cards: [aCard({ id: 'sqs-a', back: '数' }), aCard({ id: 'sqs-b' })],
    });
    const { entries, problems } = await library.load();
    expect(problems).toEqual([]);
    const mine = entries.filter(({ deck }) => deck === 'sqs');
    expect(mine.map((entry) => library.card(entry).id)).toEqual(['sqs-a', 'sqs-b']);
    expect(library.card(mine[0] as never)).toMatchObject({ back: '数' });
  });

  test('keeps a broken deck out and forgets nothing of the last sound one', async () => {
    const { file, folder, load } = aCachedDeck();
    await load();
    const sound = readFileSync(file, 'utf8');
    writeFileSync(file, 'deck: [');
    await expect(load()).rejects.toThrow('not valid YAML');
    writeFileSync(file, sound);
    expect((await load()).ids).toHaveLength(3);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test('whose cards were damaged at their full length says so in words', async () => {
    const { own, library, places } = aShelf();
    own('sqs.yaml', aDeckOf(2));
    const entry = (await library.load()).entries.find(({ deck }) => deck === 'sqs');
    if (entry === undefined) throw new Error('no entry');
    const folder = join(places.cache, 'decks');
    const pack = join(folder, readdirSync(folder).find((name) => name.endsWith('.cards')) ?? '');
    writeFileSync(pack, '~'.repeat(statSync(pack).size));
    expect(() => library.card(entry)).toThrow(
      expect.objectContaining({ name: 'UserError', hint: expect.stringContaining('delete') }),
    );
  });

  test('is for its owner alone', async () => {
    const { load, cached } = aCachedDeck();
    await load();
    expect(statSync(cached('.json')).mode & 0o077).toBe(0);
  });
});
