import type { Answered } from './session.ts';

export interface TopicSummary {
  readonly deck: string;
  readonly topic: string;
  readonly answered: number;
  readonly rightAtFirst: number;
}

export interface SessionSummary {
  readonly answers: number;
  readonly cards: number;
  readonly newCards: number;
  readonly rightAtFirst: number;
  readonly minutes: number;
  /** Weakest topics first. */
  readonly topics: readonly TopicSummary[];
}

/** What a session came to. Right at first try: the first answer to a card was not Again. */
export function summarise(answered: readonly Answered[]): SessionSummary {
  const firsts = answered.filter((one) => one.first);
  const topics = new Map<string, { deck: string; topic: string; answered: number; rightAtFirst: number }>();
  for (const { deck, topic, grade } of firsts) {
    const key = `${deck}/${topic}`;
    const row = topics.get(key) ?? { deck, topic, answered: 0, rightAtFirst: 0 };
    row.answered += 1;
    if (grade > 1) row.rightAtFirst += 1;
    topics.set(key, row);
  }
  const share = (row: TopicSummary) => row.rightAtFirst / row.answered;
  return {
    answers: answered.length,
    cards: firsts.length,
    newCards: firsts.filter((one) => one.wasNew).length,
    rightAtFirst: firsts.filter((one) => one.grade > 1).length,
    minutes: answered.reduce((sum, one) => sum + one.ms, 0) / 60_000,
    topics: [...topics.values()].sort((a, b) => share(a) - share(b) || b.answered - a.answered),
  };
}
