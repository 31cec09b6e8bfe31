export interface StarterFacts {
  /** Lower-kebab, such as `ecs`. */
  readonly deck: string;
  readonly title?: string | undefined;
  /** Path or URL of the JSON Schema, for editors. */
  readonly schema: string;
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** Text as YAML takes it on one line, in double quotes where it must. */
const quoted = (text: string): string => JSON.stringify(text);

/**
 * A deck to begin with: one card to fill in, and every other kind as a comment to copy. It is valid as it stands; lint
 * points at each TODO and at nothing else. The card is a draft, so that nobody is asked a TODO.
 */
export function starterDeck({ deck, title, schema, today }: StarterFacts): string {
  return `# yaml-language-server: $schema=${schema}
#
# A deck teaches one service domain. Editors with a YAML language server complete and check it by the line above.
#   see it:    aws-study deck preview <this file>
#   check it:  aws-study deck lint <this file>
# Whatever says TODO is yours to write. A card with "status: draft" is never asked: take that line away when it is ready.
# Delete these comments when you need them no more.
deck: ${deck}
title: ${title === undefined ? '"TODO: the name of the service, such as Amazon DynamoDB"' : quoted(title)}
summary: "TODO: what the cards are about, in half a line"
cards:
  # One fact a card. The answer is short enough to recall exactly, a limit carries its unit, and somebody who knows AWS
  # and sees only the front would give your answer.
  - id: ${deck}-first-fact # names the fact, and is never reused: a learner's progress hangs on it
    kind: basic
    topic: basics # for "quiz --topic" and for exam tasks
    front: "TODO: ask for one thing that decides, such as: when can a local secondary index be added?"
    back: "TODO: the answer, in a few words"
    why: "TODO: why that is so, or what it would be mistaken for"
    tags: [consequence] # one of decision, difference, consequence, limit, definition, procedure
    sources: [https://docs.aws.amazon.com/TODO]
    asOf: ${today} # the day you read it there
    status: draft # take this line away when the card is ready
  # The other kinds. Copy one, take the "# " away, and fill it in.
  #
  # - id: ${deck}-second-fact
  #   kind: cloze
  #   topic: basics
  #   text: A message is hidden for {{c1::30 seconds::how long}} by default and for {{c2::12 hours::how long}} at most.
  #
  # - id: ${deck}-third-fact
  #   kind: choice
  #   topic: basics
  #   stem: A team needs … Which setup fits?
  #   choose: 1
  #   options:
  #     - text: What a half-prepared person would choose
  #       why: Why it does not fit here.
  #     - text: Another one
  #       why: Why it does not fit either.
  #     - text: The right one
  #       correct: true
  #       why: What makes it fit.
  #
  # - id: ${deck}-fourth-fact
  #   kind: text
  #   topic: basics
  #   front: How large may one … be at most?
  #   number: {value: 400, unit: KB} # or: accept: [GetItem, get-item]
  #
  # - id: ${deck}-fifth-fact
  #   kind: order
  #   topic: basics
  #   front: Put the steps of … in order.
  #   steps:
  #     - First this
  #     - Then that
  #     - At last this
  #
  # - id: ${deck}-sixth-fact
  #   kind: match
  #   topic: basics
  #   front: Match each need with its service.
  #   pairs:
  #     - left: A queue
  #       right: Amazon SQS
  #     - left: A topic
  #       right: Amazon SNS
`;
}
