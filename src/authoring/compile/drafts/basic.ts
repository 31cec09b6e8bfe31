import type { FactOf } from '../facts/fact.ts';
import { shortAnswer } from '../facts/short-answer.ts';
import { wordsIn } from '../inline.ts';
import { capitalised, lowered } from '../sentences.ts';
import { labelled, type Proposal } from './draft.ts';

/** The label without its last part, where that is what is being asked for. */
export function labelWithout(label: string, term: string): string {
  const parts = label.split(' / ');
  const bare = wordsIn(term).join(' ');
  const kept = parts.filter((part) => wordsIn(part).join(' ') !== bare);
  return kept.join(' / ');
}

/** What was cut off in the middle of a sentence goes on where the answer ends. */
const continued = (tail: string): string =>
  /^(?:which|that|who|where|so|but|then|by|because|since|and|or|just|not|including|such)\b/i.test(tail)
    ? `\u2026 ${lowered(tail)}`
    : capitalised(tail);

/** What explains an answer: what was cut off it, and the example beside it. */
export function whyOf(tail: string | undefined, example: string | undefined): { readonly why?: string } {
  const parts = [
    tail === undefined || tail === '' ? '' : `${continued(tail)}.`,
    example === undefined ? '' : `Example: ${example}`,
  ];
  const why = parts.filter((part) => part !== '').join(' ');
  return why === '' ? {} : { why };
}

/** "how many times is it retried", as it is typed in haste. */
const asksWithoutSign = /^(?:what|which|who|when|where|why|how|can|does|do|is|are) [^?]{3,}[^?.!:\s`]$/i;

/** Questions that a text answers by its form. */
export function answerCard(fact: FactOf<'answer'>): Proposal | undefined {
  const { question, answer: whole, example, written = false, context, place, structure, quoted } = fact;
  // Several answers to one open question are a choice that depends on what is wanted.
  const isListed = whole.startsWith('- ');
  if (isListed && !written && / - /.test(whole)) return undefined;
  const cut = isListed ? { answer: whole } : shortAnswer(whole);
  const short = cut ?? (written ? { answer: whole } : undefined);
  if (short === undefined) return undefined;
  const answer = written ? capitalised(short.answer) : short.answer;
  const label = labelWithout(context.label, question);
  const asked = asksWithoutSign.test(question) ? `${question}?` : question;
  const front = label === '' ? capitalised(asked) : labelled(label, lowered(asked));
  return {
    body: {
      kind: 'basic',
      front,
      back: answer,
      ...whyOf(short.tail, example),
    },
    ...{ context, place, structure, quoted },
    claim: `${question} ${whole}`,
    worth: 8,
  };
}

/** A question with its options, and which of them is right. */
export function optionsCard(fact: FactOf<'options'>): Proposal | undefined {
  const { question, options, context, place, structure, quoted } = fact;
  const right = options.filter(({ correct }) => correct);
  const stem = labelled(labelWithout(context.label, question), question);
  return {
    body: {
      kind: 'choice',
      stem,
      choose: right.length,
      options: options.map(({ text, correct }) => (correct ? { text, correct: true as const } : { text })),
    },
    ...{ context, place, structure, quoted },
    claim: `${question} ${right.map(({ text }) => text).join('; ')}`,
    worth: 9,
  };
}

/** "Name all three": a head and the names below it. */
export function listCard(fact: FactOf<'list'>): Proposal | undefined {
  const { lead, items, points = false, context, place, structure, quoted } = fact;
  const head = lead.replace(/[\s:.]+$/, '');
  const back = items.map((item) => `- ${item}`).join('\n');
  const claim = `${head}: ${items.join('; ')}`;
  if (points) {
    const asked = `what is to be known about **${head.replace(/[*`]/g, '')}**? (${items.length} points)`;
    const front = labelled(labelWithout(context.label, head), asked);
    return {
      body: { kind: 'basic', front, back },
      ...{ context, place, structure, quoted },
      claim,
      worth: 6,
    };
  }
  if (/\b(?:as|with|by|of|for)$/i.test(head)) return undefined;
  const start = wordsIn(head).join(' ');
  const parts = context.label
    .split(' / ')
    .filter((part) => !start.startsWith(wordsIn(part).join(' ')))
    .join(' / ');
  const front = labelled(parts, `${capitalised(head)}: name all ${items.length}.`);
  return {
    body: { kind: 'basic', front, back },
    ...{ context, place, structure, quoted },
    claim,
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
      front: labelled(
        label,
        `which command does this: ${lowered(task.replace(/, (?:this|it|that|which) .*$/i, ''))}?`,
      ),
      back: command.includes('`') ? `\`\`${command}\`\`` : `\`${command}\``,
    },
    ...{ context, place, structure, quoted },
    claim: `${task} ${command}`,
    worth: 8,
  };
}

/** A policy, and what it allows. The answer is read off the policy, so it is right whatever the notes say of it. */
export function policyCard(fact: FactOf<'policy'>): Proposal {
  const { code, answer, note, context, place, structure, quoted } = fact;
  return {
    body: {
      kind: 'basic',
      front: `${labelled(context.label, fact.answer.startsWith('Trust policy') ? 'what is this policy, and whom does it let in?' : 'what does this policy allow or deny?')}\n\n\`\`\`json\n${code}\n\`\`\``,
      back: answer,
      ...(note === undefined ? {} : { why: note }),
    },
    ...{ context, place, structure, quoted },
    claim: answer,
    worth: 8,
  };
}
