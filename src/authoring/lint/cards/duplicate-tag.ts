import { eachCard } from './card-rule.ts';

export const duplicateTag = eachCard(
  'duplicate-tag',
  'warning',
  'A card has each tag and each source once.',
  (card, say) => {
    for (const field of ['tags', 'sources'] as const) {
      const seen = new Set<string>();
      (card[field] ?? []).forEach((value, index) => {
        if (seen.has(value))
          say([field, index], `"${value}" stands here twice`, 'Remove one: --fix does it.');
        seen.add(value);
      });
    }
  },
);
