import { fingerprint } from '../../domain/fingerprint.ts';
import type { CardBody } from './drafts/draft.ts';
import { wordsIn } from './inline.ts';

const filler =
  /^(?:an?|the|of|and|or|in|on|to|for|is|are|be|can|by|with|as|at|it|its|you|that|this|from|has|have|will|what|does|do|how|which|why|when|if|explain|name|all|amazon|aws|put|these|steps|order|match|each|command|holds|c\d)$/;

/** The words of a card's front without its label in bold, or of its sentence without blanks and hints. */
function spoken(body: CardBody): string {
  const front = body.kind === 'choice' ? body.stem : body.kind === 'cloze' ? body.text : body.front;
  const own = front.split('\n')[0]?.replace(/^\*\*[^*]{1,300}:\*\*\s*/, '') ?? '';
  return own.replace(/\{\{c\d+::((?:(?!\}\}|::).)*)(?:::(?:(?!\}\}).)*)?\}\}/g, '$1');
}

/** What a card asks, without its answer: how a changed answer finds its card again. */
export function questionKey(body: CardBody): string {
  const asked =
    'stem' in body ? body.stem : 'text' in body ? body.text.replace(/\{\{c\d+::.*?\}\}/g, ' _ ') : body.front;
  return `${body.kind}|${wordsIn(asked.replace(/_/g, ' blank ')).join(' ')}`;
}

/** Everything that a card asks and answers, in words: the same for two cards that differ in signs or case only. */
export function contentKey(body: CardBody): string {
  const answer =
    body.kind === 'basic'
      ? body.back
      : body.kind === 'choice'
        ? body.options
            .filter((one) => one.correct === true)
            .map((one) => one.text)
            .join(' | ')
        : body.kind === 'text'
          ? [...(body.accept ?? []), body.number?.value ?? '', body.number?.unit ?? ''].join(' | ')
          : body.kind === 'order'
            ? body.steps.join(' | ')
            : body.kind === 'match'
              ? body.pairs.map(({ left, right }) => `${left} = ${right}`).join(' | ')
              : body.kind === 'calc'
                ? `${body.calculator} ${body.ask}`
                : body.text;
  return `${questionKey(body)}|${wordsIn(answer).join(' ')}`;
}

/**
 * An id from the deck and the card's own words: it stays while the fact stays, whatever is edited around it, wherever it
 * is moved to, and in whatever order files are given.
 */
export function cardIdOf(deck: string, body: CardBody): string {
  const words = spoken(body)
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const slug = (words ?? [])
    .filter((word) => !filler.test(word))
    .slice(0, 4)
    .join('-')
    .slice(0, 36)
    .replace(/-+$/, '');
  const hash = fingerprint(`${deck}|${contentKey(body)}`).slice(0, 7);
  return [deck, slug, hash].filter((part) => part !== '').join('-');
}
