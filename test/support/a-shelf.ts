import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeckLibrary } from '../../src/content/deck-library.ts';
import { packDeck } from '../../src/content/pack.ts';
import type { Deck } from '../../src/domain/cards/schema.ts';
import { aDeckOf, writeDeck } from './a-card.ts';
import { tempFolder } from './temp-home.ts';

const hour = 3_600_000;

/** A shelf on disk: one shipped deck, a folder for the learner's own, a cache. */
export function aShelf(shipped: readonly Deck[] = [aDeckOf(3, { deck: 'iam' })]) {
  const root = tempFolder('shelf');
  const places = {
    shipped: join(root, 'dist'),
    own: join(root, 'decks'),
    cache: join(root, 'cache'),
    now: () => Date.now() + hour,
  };
  mkdirSync(places.shipped);
  let base = 0;
  let pack = '';
  const decks = shipped.map((deck) => {
    const { index, cards } = packDeck(
      deck,
      deck.cards.map((_, line) => line + 4),
    );
    const entry = { file: `decks/${deck.deck}.yaml`, base, index };
    pack += cards;
    base += Buffer.byteLength(cards);
    return entry;
  });
  writeFileSync(join(places.shipped, 'decks.json'), JSON.stringify({ decks }));
  writeFileSync(join(places.shipped, 'decks.cards'), pack);
  const own = (name: string, deck: Deck | string) => writeDeck(join(places.own, name), deck);
  return { places, root, own, library: new DeckLibrary(places) };
}
