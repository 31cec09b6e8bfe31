import { eachCard } from './card-rule.ts';

export const shippedDraft = eachCard(
  'shipped-draft',
  'warning',
  'A deck of the project holds no drafts: nobody would ever be asked them.',
  ({ status }, say, { shipped }) => {
    if (shipped && status === 'draft')
      say(['status'], 'the card is a draft', 'Take "status: draft" away when it is ready.');
  },
);
