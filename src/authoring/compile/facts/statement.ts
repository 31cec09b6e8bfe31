import { wordsIn } from '../inline.ts';
import { capitalised, lowered, withoutExample, withoutStop } from '../sentences.ts';
import { dependsOnBefore, hasVerb, isAim, isInstruction, isScreenWork, lacksSubject } from '../vocabulary.ts';
import { isCommand } from './command-line.ts';

export interface Asked {
  readonly question: string;
  readonly answer: string;
  readonly example?: string;
}

const pronoun = /\b(?:it|its|this|these|them|they|their|that one|one of them|he|she|above|below)\b/i;

const isBalanced = (text: string): boolean => text.split('(').length === text.split(')').length;

const wordCount = (text: string): number => wordsIn(text).length;

const asked = (question: string, rest: string): Asked | undefined => {
  // Two commands that lost the break between them.
  if (/`[^`]{1,300}[^&|;`\s]\s+sudo\s/.test(rest)) return undefined;
  const { text, example } = withoutExample(withoutStop(rest));
  const words = wordCount(text);
  if (words < 1 || words > 34) return undefined;
  const answer = capitalised(withoutStop(text));
  return example === undefined ? { question, answer } : { question, answer, example };
};

/** "To reach the internet, attach a gateway": what for, and how. */
function goal(text: string): Asked | undefined {
  const first =
    /^(?:in order )?to ([a-z][^,:;]{8,90}), ((?:you |we )?(?:can |need to |have to |must |should )?[a-z`].{3,})$/i.exec(
      text,
    );
  if (first !== null) {
    const [, aim = '', means = ''] = first;
    if (
      pronoun.test(aim) ||
      wordCount(aim) < 3 ||
      !isBalanced(aim) ||
      dependsOnBefore(means.replace(/^we /i, ''))
    )
      return undefined;
    return asked(
      `how do you ${lowered(aim)}?`,
      means.replace(/^(?:you|we) (?:can |have to |must |should |need to )?/i, ''),
    );
  }
  const use =
    /^(?:you can |we can )?(use|add|append|attach|set|enable|configure|create|run|pass|specify) (`[^`]{1,80}`|[^,.;]{3,60}?) (?:option |flag |parameter )?to ([a-z][^;]{8,110})$/i.exec(
      text,
    );
  if (use === null) return undefined;
  const [, verb = '', means = '', aim = ''] = use;
  if (
    /^(?:is|are|can|will|has|have)\b/i.test(means) ||
    /\b(?:you|us|me)\b/i.test(aim) ||
    !isBalanced(means) ||
    !isAim(aim)
  )
    return undefined;
  if (pronoun.test(`${means} ${aim}`) || isScreenWork(text)) return undefined;
  // "attach to the load balancer" is a place, not an aim.
  if (
    /^(?:the|a|an|your|my|this|that|each|all|any)\b/i.test(aim) ||
    wordCount(aim) < 3 ||
    wordCount(aim) > 18
  )
    return undefined;
  if (isCommand(means.replace(/`/g, ''))) return undefined;
  // "Use other tools" and "use with X" name nothing; a means in the words of its aim tells itself.
  if (
    /^(?:other|another|different|some|with|for|as|in|proper|the following)\b/i.test(means) ||
    (!means.startsWith('`-') && repeats(means, aim))
  )
    return undefined;
  return asked(`how do you ${lowered(withoutStop(aim))}?`, `${capitalised(verb)} ${means}`);
}

/** "If the queue is empty, the call waits": the case, and what comes of it. */
function consequence(text: string): Asked | undefined {
  const match =
    /^(if|when|whenever|once|after|before|unless|while|during) ([^,;:?]{8,110}), (?:then )?((?!e\.?g)[a-z`"*(].{5,})$/i.exec(
      text,
    );
  if (match === null) return undefined;
  const [, word = '', condition = '', outcome = ''] = match;
  if (
    pronoun.test(condition) ||
    /\b(?:that|those|these|so)$/i.test(condition) ||
    wordCount(condition) < 3 ||
    !hasVerb(outcome) ||
    isScreenWork(text)
  )
    return undefined;
  if (
    /^(?:and|or|but|like|such|which|because|this|that|these|those|they|be)\b/i.test(outcome) ||
    refersToReader(outcome) ||
    refersToReader(condition)
  )
    return undefined;
  const when = /^(?:whenever|once)$/i.test(word) ? 'when' : word.toLowerCase();
  const does =
    isInstruction(outcome) || /^(?:use|look|try|consider|prefer)\b/i.test(outcome) ? 'do you do' : 'happens';
  return asked(`what ${does} ${when} ${lowered(condition)}?`, outcome);
}

/** Whether all that a means says is in its aim already. */
function repeats(means: string, aim: string): boolean {
  const stem = (word: string) => word.slice(0, 5);
  const known = new Set(wordsIn(aim).map(stem));
  const telling = wordsIn(means).filter((word) => word.length > 2 && word !== 'the');
  const again = telling.filter((word) => known.has(stem(word))).length;
  return telling.length > 0 && again * 2 >= telling.length && again > 0;
}

const refersToReader = (text: string): boolean =>
  /\b(?:we|our|my|i|let's|click|select|choose|see|remember|note)\b/i.test(text);

/** "X because Y". */
function reason(text: string): Asked | undefined {
  const match = /^([^,;:()]{12,110}?),? (?:because|since it|as it) ((?!of\b).{8,})$/i.exec(text);
  if (match === null) return undefined;
  const [whole, claim = '', why = ''] = match;
  if (lacksSubject(claim) || isInstruction(claim) || isAim(claim)) return undefined;
  if (pronoun.test(claim) || !hasVerb(claim) || wordCount(claim) < 4 || refersToReader(claim))
    return undefined;
  const lead = /(since it|as it) /i.exec(whole.slice(claim.length));
  return asked(`why does this hold: ${lowered(claim)}?`, lead === null ? why : `It ${why}`);
}

/** "Roles can be used to …", "It lets you …": what something is for. */
function purpose(text: string): Asked | undefined {
  const match =
    /^([^,;:()]{2,50}?(?: \([^()]{1,30}\))?) (?:(?:can be used|is used|are used|is commonly used|are commonly used) (?:to|for)|(?:also )?lets? (?:you|us|users?|developers?|customers?|teams?)(?: to)?|(?:allows?|enables?|helps?) (?:\w+ ){0,3}?to|helps with) (.{8,})$/i.exec(
      text,
    );
  if (match === null) return undefined;
  const [, subject = '', use = ''] = match;
  const isIt = /^it$/i.test(subject);
  if (
    !isIt &&
    (pronoun.test(subject) || dependsOnBefore(subject) || hasVerb(subject) || wordCount(subject) > 6)
  )
    return undefined;
  if (/^(?:we|you|any|some|all)\b/i.test(subject) || wordCount(use) < 3) return undefined;
  if (/^(?:this|that|use|you) /i.test(use)) return undefined;
  const name = subject.replace(/^(?:an?|the) /i, '');
  const be = /(?:^|\s)[a-z]+[^s\W]s$/.test(name) ? 'are' : 'is';
  return asked(isIt ? 'what is it for?' : `what ${be} ${name} for?`, use);
}

/** The question that a sentence answers by its very form; undefined where its form asks for none. */
export function questionIn(text: string): Asked | undefined {
  return goal(text) ?? consequence(text) ?? reason(text) ?? purpose(text);
}
