import { namesIn } from '../gazetteer.ts';
import { clean, wordsIn } from '../inline.ts';
import type { TextNode } from '../outline/outline.ts';
import type { Place } from '../place.ts';
import { capitalised, sentencesOf, withoutExample, withoutStop } from '../sentences.ts';
import {
  dependsOnBefore,
  hasLocalName,
  hasVerb,
  isHypothetical,
  isInstruction,
  isQuestion,
  isScreenWork,
  lacksSubject,
  refersElsewhere,
} from '../vocabulary.ts';
import { commandShape } from './command-line.ts';
import { type DefinitionShape, definitionShape, howOf, sentenceDefinition } from './definition.ts';
import type { Context, Fact, NoCard, Structure } from './fact.ts';
import { questionIn } from './statement.ts';

interface Given {
  readonly context: Context;
  readonly place: Place;
  readonly group?: string;
}

interface Found {
  readonly facts: Fact[];
  readonly ignored: { readonly why: NoCard; readonly text: string }[];
}

const longestSentenceChars = 380;
const longestSentenceWords = 45;
const longestMeaningWords = 45;

/** A sentence that leads over to what stands below it, and says nothing without that. */
const endsOpen = (text: string): boolean =>
  /(?:\b(?:as|and|or|with|to|by|for|of|like|that|becomes?|is|are|be|the|an?|from|in|on|using|such as|including|eg|via)|[,:(-])[\s.]*$/i.test(
    text,
  );

/** "Message group ID: give a message group ID", "Elastic Network Interface: ENIs are …": the term explains itself. */
function isCircular(term: string, meaning: string): boolean {
  const own = new Set(wordsIn(term).filter((word) => word.length > 2));
  const words = wordsIn(meaning).filter((word) => word.length > 3);
  const again = words.filter((word) => own.has(word) || own.has(word.replace(/s$/, ''))).length;
  if (again > 0 && words.length - again <= 2) return true;
  const initials = term.match(/\b[A-Z]/g)?.join('') ?? '';
  return (
    initials.length >= 2 &&
    new RegExp(`^(?:an? |the )?${initials}s?\\b (?:can|is|are|will|may|must)\\b`).test(meaning)
  );
}

const startsWithIt = (text: string): boolean => /^(?:it|its)\b/i.test(text);

/** A label with a term behind it, unless its last part says the term already. */
function under(label: string, term: string): string {
  const last = new Set(wordsIn(label.split(' / ').at(-1) ?? ''));
  return label === '' ? term : wordsIn(term).every((word) => last.has(word)) ? label : `${label} / ${term}`;
}

/** What a bullet or a paragraph says, sentence by sentence. */
export function factsInText(node: TextNode, source: string, given: Given): Found {
  const found: Found = { facts: [], ignored: [] };
  const structure: Structure = node.from === 'item' ? 'bullet' : 'paragraph';
  const base = { place: given.place, quoted: node.quoted, structure };
  const { group } = given;
  let { context } = given;
  let rest = source.length > 6_000 ? source.slice(0, 6_000) : source;
  // `**Topic** Sentence …`: the strong words are a head without a sign.
  const head0 = /^\*\*([^*]{2,60})\*\*\s+(?=[A-Z][a-z]+ )/.exec(rest);
  if (head0 !== null) {
    const name = head0[1] ?? '';
    context = { ...context, label: under(context.label, name), subject: name };
    rest = rest.slice(head0[0].length);
  }

  const command = commandShape(clean(rest).text);
  if (command !== undefined) {
    found.facts.push({ ...base, structure: 'command', kind: 'command', context, ...command });
    return found;
  }
  const definition = definitionShape(rest);
  const [head = '', ...more] = definition === undefined ? [] : sentencesOf(definition.meaning);
  if (definition !== undefined) {
    const fact = definitionFact(definition, head, {
      ...given,
      quoted: node.quoted,
      children: node.children.length,
    });
    if (typeof fact === 'string') found.ignored.push({ why: fact, text: rest });
    else found.facts.push(group === undefined ? fact : { ...fact, group });
    const term = definition.term.replace(/`/g, '');
    context = {
      ...context,
      label: under(context.label, term),
      subject: term,
      cutOff: false,
    };
    rest = more.join(' ');
    if (rest === '') return found;
  }
  let subjectKnown = definition !== undefined || !context.cutOff;
  let within = false;
  sentencesOf(rest).forEach((sentence, index) => {
    within ||= isHypothetical(clean(sentence).text);
    if (within) {
      found.ignored.push({ why: 'hypothetical', text: sentence });
      return;
    }
    const outcome = factInSentence(sentence, { base, context, mayBeIt: subjectKnown });
    if (typeof outcome === 'string') found.ignored.push({ why: outcome, text: sentence });
    else found.facts.push(outcome);
    // "It" goes on meaning the subject only while the sentences before were about it.
    if (index === 0 && definition === undefined) {
      const start = sentence.toLowerCase().slice(0, 60);
      const isAbout =
        startsWithIt(clean(sentence).text) ||
        wordsIn(context.subject).some((word) => word.length > 2 && start.includes(word));
      subjectKnown = subjectKnown && isAbout;
    }
  });
  return found;
}

function definitionFact(
  { term, how: first }: DefinitionShape,
  head: string,
  given: Given & { readonly quoted: boolean; readonly children: number },
): Fact | NoCard {
  // "It is a queue" answers "what is it" from "a queue" on.
  const source = head.replace(
    /^(?:(?:it|they) )?(?:is|are) (?=(?:an?|the|one)\b)|^(?:it|they) (?!is\b|are\b|can\b|will\b)(?=[a-z]+)/i,
    '',
  );
  const { text: words, example } = withoutExample(clean(source).text);
  const meaning = capitalised(withoutStop(words.replace(/^will (?=[a-z])/i, '')));
  const how = first === 'means' ? howOf(term, meaning) : first;
  const count = wordsIn(meaning).length;
  if (given.context.cutOff && (how === 'means' || how === 'of')) return 'points-back';
  if (count === 0 || endsOpen(meaning) || /^\([^()]*\)$/.test(meaning)) return 'fragment';
  if (
    count <= 2 &&
    how === 'means' &&
    !/\d|`/.test(meaning) &&
    namesIn(meaning).length === 0 &&
    given.group === undefined
  )
    return 'fragment';
  if (isCircular(term, meaning) || /^(?:for|in|on|at|with|by|to) (?:every|each|all|the|any)\b/i.test(meaning))
    return 'fragment';
  if (given.context.label === '' && (how === 'means' || how === 'of')) return 'fragment';
  if (given.context.lab && (how === 'means' || how === 'of')) return 'instruction';
  if (count > longestMeaningWords) return 'too-long';
  if (dependsOnBefore(meaning) && !/^(?:that|which)\b/i.test(meaning)) return 'points-back';
  if (refersElsewhere(meaning)) return 'points-back';
  if (hasLocalName(`${term} ${meaning}`)) return 'local-name';
  if (isScreenWork(meaning) || (isInstruction(meaning) && isScreenWork(term))) return 'instruction';
  // "There are two options:" with the options below: the list is the fact.
  if (/:$/.test(head.trim()) && given.children > 0) return 'fragment';
  const { context, place, quoted } = given;
  return {
    kind: 'definition',
    structure: 'definition',
    ...{ term, meaning, how, context, place, quoted },
    ...(example === undefined ? {} : { example }),
  };
}

function factInSentence(
  sentence: string,
  given: {
    readonly base: { readonly place: Place; readonly quoted: boolean; readonly structure: Structure };
    readonly context: Context;
    readonly mayBeIt: boolean;
  },
): Fact | NoCard {
  const { base, context, mayBeIt } = given;
  const source = sentence.replace(
    /^(?:(?:please )?note(?: that)?|remember(?: that)?|keep in mind that|important)[,:]?\s+/i,
    '',
  );
  const cleaned = clean(source);
  const text = cleaned.text.trim();
  const count = wordsIn(text).length;
  // What is left of "[Click here](…) to see …" without its link.
  if (/^\s*!?\[/.test(source) && /^(?:to|for|and|,)\b/i.test(text)) return 'link';
  if (text.length > longestSentenceChars || count > longestSentenceWords) return 'too-long';
  if (endsOpen(text)) return 'points-back';
  if (count < 3 || (count < 5 && !hasVerb(text) && !/\d/.test(text))) return 'fragment';
  if (refersElsewhere(text) || isQuestion(text) || /:$/.test(text)) return 'points-back';
  const aboutIt = startsWithIt(text);
  if (aboutIt ? !mayBeIt || context.subject === '' : dependsOnBefore(text)) return 'points-back';
  const command = commandShape(text);
  if (command !== undefined) return { ...base, structure: 'command', kind: 'command', context, ...command };
  if (hasLocalName(text)) return 'local-name';
  const question = questionIn(text);
  if (question !== undefined) return { ...base, kind: 'answer', context, ...question };
  if (lacksSubject(text)) return 'points-back';
  if (
    isScreenWork(text) ||
    isInstruction(text.replace(/^(?:in|for|on|from|at|under|inside) [^,]{2,60}, /i, ''))
  )
    return 'instruction';
  if (/^in [^,]{2,40} (?:export|add|run|create|open)\b/i.test(text)) return 'instruction';
  // What is left: an aim without its means, or pieces with dashes between them.
  if (/-{1,6}>/.test(text)) return 'fragment';
  if (/^to [a-z]+ /i.test(text) || (text.match(/ - /g)?.length ?? 0) >= 2) return 'fragment';
  const definition = aboutIt ? itDefinition(text, context) : sentenceDefinition(text);
  // Below a parent that is not on the card a common word may mean anything.
  const isKnown = definition === undefined || !context.cutOff || namesIn(definition.term).length > 0;
  if (definition !== undefined && !isKnown) return 'points-back';
  if (definition !== undefined) {
    const { text: words, example } = withoutExample(withoutStop(definition.meaning));
    const meaning = capitalised(words);
    if (wordsIn(meaning).length <= longestMeaningWords) {
      return {
        ...base,
        kind: 'definition',
        ...definition,
        meaning,
        context,
        ...(example === undefined ? {} : { example }),
      };
    }
  }
  if (!hasVerb(text) && context.cutOff) return 'points-back';
  return { ...base, kind: 'sentence', context, clean: cleaned };
}

/** "It provides …" straight under a heading says what the heading is. */
function itDefinition(text: string, { subject }: Context): DefinitionShape | undefined {
  const match =
    /^it (is|provides?|runs?|hosts?|generates?|stores?|deploys?|offers?|manages|controls|defines) (.{10,})$/i.exec(
      text,
    );
  if (match === null || wordsIn(subject).length > 6) return undefined;
  const [, verb = '', rest = ''] = match;
  if (/^is$/i.test(verb)) {
    return /^(?:an?|the|one of|used|designed|similar)\b/i.test(rest) && !/^the same\b/i.test(rest)
      ? { term: subject, meaning: rest, how: 'is' }
      : undefined;
  }
  return { term: subject, meaning: `${verb} ${rest}`, how: 'does' };
}
