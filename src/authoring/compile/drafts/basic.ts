import type { FactOf } from '../facts/fact.ts';
import { namesIn } from '../gazetteer.ts';
import { wordsIn } from '../inline.ts';
import { capitalised, lowered } from '../sentences.ts';
import { labelled, type Proposal } from './draft.ts';

/** Names that end in s and are one thing. */
const oneThing =
  /^(?:sns|sqs|ecs|eks|efs|ebs|rds|kms|sts|dns|aws|tls|https|iops|ses|waf|redis|kinesis|cors|address|access|class|process|status|sms|vpcs?|os|ips|gps|bus|analysis|basis|alias|less|express|business)$/;

const isPlural = (term: string): boolean => {
  const last = wordsIn(term.replace(/\([^()]*\)/g, '')).at(-1) ?? '';
  return /[^s]s$/.test(last) && !oneThing.test(last) && !/(?:ous|sis|ness|less|ss)$/.test(last);
};

/** The label without its last part, where that is what is being asked for. */
export function labelWithout(label: string, term: string): string {
  const parts = label.split(' / ');
  const bare = wordsIn(term).join(' ');
  const kept = parts.filter((part) => wordsIn(part).join(' ') !== bare);
  return kept.join(' / ');
}

/** Nothing but the name of a service or of a part of one. */
const isName = (meaning: string): boolean => {
  const named = namesIn(meaning).reduce((sum, { start, end }) => sum + end - start, 0);
  return named * 2 > meaning.length;
};

const quotedTerm = (term: string): string => (term.startsWith('`') ? term : `**${term.replace(/\*/g, '')}**`);

/** `200 ms`, `3,000 IOPS`, `15`: a meaning that is a number with its unit, and nothing else, can be typed. */
function typedNumber(meaning: string): { value: number; unit?: string } | undefined {
  const match = /^(\d{1,3}(?:,\d{3})+|\d{1,12}(?:\.\d{1,6})?)(?:\s?([A-Za-z%][\w/%]{0,18}))?$/.exec(meaning);
  if (match === null) return undefined;
  const value = Number((match[1] ?? '').replaceAll(',', ''));
  return match[2] === undefined ? { value } : { value, unit: match[2] };
}

/** "What is …?", with an answer in the words of the notes. */
export function definitionCard(fact: FactOf<'definition'>): Proposal {
  const { term, meaning, example, how, article, context, place, structure, quoted } = fact;
  const name = article === undefined ? quotedTerm(term) : `${article} ${quotedTerm(term)}`;
  const isOne = term.startsWith('`') || !isPlural(term);
  const be = isOne ? 'is' : 'are';
  const question =
    how === 'does'
      ? `what ${isOne ? 'does' : 'do'} ${name} do?`
      : how === 'is'
        ? `what ${be} ${name}?`
        : how === 'of'
          ? `what ${be} the **${lowered(term)}**?`
          : meaning.startsWith('$')
            ? `what does ${name} cost?`
            : /^\d/.test(meaning)
              ? `what are the figures of ${name}?`
              : wordsIn(meaning).length <= 4 && (/^`/.test(meaning) || isName(meaning))
                ? `what goes with ${name}?`
                : `explain ${name}.`;
  const label = labelWithout(context.label, term);
  const front = label === '' ? capitalised(question) : labelled(label, question);
  const number = how === 'is' || how === 'does' ? undefined : typedNumber(meaning);
  const why = example === undefined ? {} : { why: `Example: ${example}` };
  return {
    body:
      number === undefined
        ? { kind: 'basic', front, back: meaning, ...why }
        : {
            kind: 'text',
            front: front.replace('what are the figures of', 'which number goes with'),
            number,
            ...why,
          },
    ...{ context, place, structure, quoted },
    claim: `${term}: ${meaning}`,
    worth: 9,
  };
}

/** Questions that a text answers by its form. */
export function answerCard(fact: FactOf<'answer'>): Proposal {
  const { question, answer, example, context, place, structure, quoted } = fact;
  const label = labelWithout(context.label, question);
  const front = label === '' ? capitalised(question) : labelled(label, lowered(question));
  return {
    body: {
      kind: 'basic',
      front,
      back: answer,
      ...(example === undefined ? {} : { why: `Example: ${example}` }),
    },
    ...{ context, place, structure, quoted },
    claim: `${question} ${answer}`,
    worth: 8,
  };
}

/** "Name all three": a head and the names below it. */
export function listCard(fact: FactOf<'list'>): Proposal {
  const { lead, items, context, place, structure, quoted } = fact;
  const head = lead.replace(/[\s:.]+$/, '');
  const parts = labelWithout(context.label, head);
  const front = labelled(parts, `${capitalised(head)}: name all ${items.length}.`);
  return {
    body: { kind: 'basic', front, back: items.map((item) => `- ${item}`).join('\n') },
    ...{ context, place, structure, quoted },
    claim: `${head}: ${items.join('; ')}`,
    worth: 8,
  };
}

/** A task, and the command for it. */
export function commandCard(fact: FactOf<'command'>): Proposal {
  const { task, command, context, place, structure, quoted } = fact;
  const label = labelWithout(context.label, command);
  return {
    body: {
      kind: 'basic',
      front: labelled(label, `which command does this: ${lowered(task)}?`),
      back: command.includes('`') ? `\`\`${command}\`\`` : `\`${command}\``,
    },
    ...{ context, place, structure, quoted },
    claim: `${task} ${command}`,
    worth: 8,
  };
}

/** A policy, and what it allows. The answer is read off the policy, so it is right whatever the notes say of it. */
export function policyCard(fact: FactOf<'policy'>): Proposal {
  const { code, answer, context, place, structure, quoted } = fact;
  return {
    body: {
      kind: 'basic',
      front: `${labelled(context.label, 'what does this policy allow or deny?')}\n\n\`\`\`json\n${code}\n\`\`\``,
      back: answer,
    },
    ...{ context, place, structure, quoted },
    claim: answer,
    worth: 8,
  };
}
