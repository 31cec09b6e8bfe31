import { slugPattern } from '../../src/domain/ids.ts';
import type { CardEntry } from '../../src/domain/scheduling/card-entry.ts';

/** An entry for queues: `iam/roles:iam-trust#c1` is deck/topic:id. Cards of one note are siblings, unless told. */
export function anEntry(text: string, siblings?: string): CardEntry {
  const [place = '', id = ''] = text.split(':');
  const [deck = '', topic = ''] = place.split('/');
  const note = id.split('#')[0] ?? id;
  if (!slugPattern.test(note)) throw new Error(`no id in ${text}`);
  return { id, note, deck, topic, siblings: siblings ?? note };
}
