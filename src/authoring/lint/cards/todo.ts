import { eachCard, textsOf } from './card-rule.ts';

/** In capitals and alone, or as a part of an address: what a starter file leaves to its author. */
export const todoPattern = /\bTODO\b/;

export const todo = eachCard('todo', 'warning', 'Nothing is left to be filled in.', (card, say) => {
  for (const [path, text] of textsOf(card))
    if (todoPattern.test(text))
      say(path, `${path.join('.')} is still to be written`, 'Write it in the place of the TODO.');
  (card.sources ?? []).forEach((source, index) => {
    if (todoPattern.test(source))
      say(['sources', index], 'the source is still to be named', 'Paste the address of the AWS page.');
  });
});
