import type { CardEntry } from './card-entry.ts';

const topicOf = ({ entry }: { entry: CardEntry }) => `${entry.deck}/${entry.topic}`;

/**
 * Keeps the order as far as it can, but moves a card up where two neighbours would share a topic. Looks a little way
 * ahead only: order (most overdue first) matters more than perfect variety, and a long queue stays linear.
 */
export function spreadTopics<Item extends { entry: CardEntry }>(items: readonly Item[]): Item[] {
  const lookAhead = 50;
  const rest = [...items];
  let start = 0;
  let before: string | undefined;
  const spread: Item[] = [];
  while (start < rest.length) {
    const end = Math.min(rest.length, start + lookAhead);
    let pick = start;
    while (pick < end && topicOf(rest[pick] as Item) === before) pick += 1;
    if (pick === end) pick = start;
    const item = rest[pick] as Item;
    // Shift the skipped ones back by one place, so that they keep their order.
    for (let place = pick; place > start; place -= 1) rest[place] = rest[place - 1] as Item;
    start += 1;
    before = topicOf(item);
    spread.push(item);
  }
  return spread;
}
