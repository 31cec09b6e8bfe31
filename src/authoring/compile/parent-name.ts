import { definitionShape } from './facts/definition.ts';
import { plain } from './inline.ts';
import type { TextNode } from './outline/outline.ts';
import { capitalised, sentencesOf } from './sentences.ts';
import { dependsOnBefore, firstVerbAt, hasVerb, isInstruction } from './vocabulary.ts';

/** What a parent is called on a card: its term, or all of it where it is short. */
export function parentName(parent: TextNode): string | undefined {
  const command = /^`([^`]{1,80})`/.exec(parent.text.trim());
  // Of several sentences the last one leads over to what hangs below it.
  const sentences = sentencesOf(parent.text.replace(/:\s*$/, ''));
  const last = sentences.at(-1) ?? '';
  const leads = sentences.length > 1 && !/[.!?]$/.test(last);
  const definition = leads ? undefined : definitionShape(parent.text);
  if (definition !== undefined) return definition.term;
  if (command !== null && !leads) return `\`${command[1]}\``;
  const beforeLink = /^([^[\]<>]{3,}?)[,\s]*\[[^\]]{0,200}\]\(/.exec(parent.text)?.[1];
  const words = plain(leads ? last : (beforeLink ?? parent.text)).replace(/[:.,\s]+$/, '');
  // "There are three kinds of queues": the kinds are what hangs below.
  const counted =
    /^there (?:is|are) (?:\w+ )?((?:kinds?|types?|modes?|classes|sorts?) of (?!them\b|it\b|these\b|those\b).{2,60})$/i.exec(
      words,
    );
  if (counted !== null) return capitalised(counted[1] ?? '');
  if (words === '' || dependsOnBefore(words) || /^(?:it|its)\b/i.test(words)) return undefined;
  if (hasVerb(words) && !isNounPhrase(words)) return subjectOf(words);
  return words.split(' ').length <= 9 && words.length <= 80 && !/\buse$/i.test(words) ? words : undefined;
}

/** Verbs that are nouns as often: "Record types", "Cost tools", "Dedicated Hosts". */
const nounsToo =
  /\b(?:records?|costs?|supports?|hosts?|logs?|stores?|scales?|limits?|names?|counts?|points?|covers?|starts?|stops?|measures?|issues?|transfers?|caches?|routes?|blocks?|reads?|writes?|works?|runs?|signs?|maps?|processes|copies|deploys?|managed|uploads?|downloads?|requests?|launch|builds?|polls?|targets?|queues?|locks?|pools?|traces?|views?|deletes?|access|used)\b/gi;

const isNounPhrase = (words: string): boolean =>
  words.split(' ').length <= 3 &&
  !/^(?:it|you|we|they|this|that|an?|the|each|every|all|any)\b/i.test(words) &&
  !hasVerb(words.replace(nounsToo, ' '));

/** A sentence on a label is its subject: "FIFO queue" of "FIFO queue also supports batches". */
function subjectOf(words: string): string | undefined {
  const count = words.split(' ').length;
  if (isInstruction(words)) return count <= 6 && !words.includes(',') ? words : undefined;
  const at = firstVerbAt(words);
  // "The bucket that was made last week" is not any bucket.
  if (/\s(?:that|which|who)\s*$/i.test(words.slice(0, at))) return undefined;
  const before = (at < 0 ? words : words.slice(0, at)).replace(
    /(?:\s+(?:also|only|always|usually|that|which|who|you|we|and|or|to|will|then))+\s*$/i,
    '',
  );
  const subject = before
    .replace(/\s*\([^)]*$/, '')
    .replace(/^(?:an?|the|each|every|all|any)\s+/i, '')
    .replace(/[\s,:;-]+$/, '');
  if (subject === '' || subject.split(' ').length > 5 || /[,;]|\b(?:if|when|to|for|with)\b/i.test(subject))
    return undefined;
  return /^(?:you|we|they|there|users?|people|everything|everyone|anything|something|all|it|data|aws|amazon|(?:aws |the )?(?:services?|resources?|app|application))$/i.test(
    subject,
  )
    ? undefined
    : subject;
}
