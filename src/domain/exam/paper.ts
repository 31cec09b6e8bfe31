import { type Random, shuffle } from '../chance.ts';
import type { Blueprint, BlueprintDomain } from './blueprint.ts';
import { examKey } from './exam-code.ts';
import { isPlayable, type QuestionEntry } from './exam-question.ts';
import { largestRemainder } from './largest-remainder.ts';

/** A question's place in a paper, with all that is needed to score it without the bank. */
export interface PaperItem {
  readonly questionId: string;
  readonly domainId: string;
  readonly taskId: string;
  readonly choose: number;
  /** Right options, as indexes into the bank's options, ascending. Answers use the same indexes. */
  readonly keys: readonly number[];
  /** The bank's options in the order shown: `order[0]` is the index of the first one on the screen. */
  readonly order: readonly number[];
  /** false: one of the unmarked trials that do not count. */
  readonly scored: boolean;
  /** Of the question as it was asked; see questionFingerprint. */
  readonly fingerprint: string;
}

export interface Paper {
  /** Exam code, such as `DVA-C03`. */
  readonly exam: string;
  readonly items: readonly PaperItem[];
}

export interface PaperRequest {
  readonly blueprint: Blueprint;
  readonly bank: readonly QuestionEntry[];
  /** Question id → when it was last asked, ms since 1970. What is missing is unseen. */
  readonly lastSeenMs: ReadonlyMap<string, number>;
  readonly random: Random;
  /** Domains to draw from; all of them if absent. See chooseDomains. */
  readonly domains?: readonly BlueprintDomain[];
  /** How many questions; if absent, as many as the exam has in these domains. */
  readonly questions?: number;
  /** Mark as many as the real exam does as unscored trials. */
  readonly withUnscored?: boolean;
}

/** A bank that has too little for its domain. */
export interface Shortage {
  readonly domainId: string;
  readonly wanted: number;
  readonly available: number;
}

export interface DrawnPaper {
  readonly paper: Paper;
  /** Per domain with too few questions; the paper is that much shorter. */
  readonly shortages: readonly Shortage[];
  /** How many questions of the paper were never asked before. */
  readonly unseen: number;
  /** Questions left out because their keys do not fit their `choose`. */
  readonly unplayable: readonly string[];
}

/** How many questions of a paper fall to each domain. Weights count among the domains given. */
export function domainShares(
  blueprint: Blueprint,
  domains: readonly BlueprintDomain[],
  questions?: number,
): number[] {
  const whole = largestRemainder(
    blueprint.domains.map((domain) => domain.weight),
    blueprint.questions,
  );
  const ofExam = domains.map((domain) => whole[blueprint.domains.indexOf(domain)] ?? 0);
  if (questions === undefined) return ofExam;
  return largestRemainder(
    domains.map((domain) => domain.weight),
    questions,
  );
}

/**
 * Draws a paper: domains by largest remainder of their weights, unseen questions first, then those seen longest ago,
 * questions and options in random order. No question comes twice, and a domain that has too few is not filled up from
 * others. The same bank, history and chance give the same paper, in whatever order the bank's files were read.
 */
export function drawPaper(request: PaperRequest): DrawnPaper {
  const { blueprint, lastSeenMs, random, domains = blueprint.domains } = request;
  const bank = oncePerId(request.bank);
  const byDomain = eligible(blueprint, bank);
  const shares = domainShares(blueprint, domains, request.questions);
  const shortages: Shortage[] = [];
  const drawn: Candidate[][] = [];
  for (const [index, domain] of domains.entries()) {
    const candidates = byDomain.get(domain.id) ?? [];
    const wanted = shares[index] ?? 0;
    if (candidates.length < wanted) {
      shortages.push({ domainId: domain.id, wanted, available: candidates.length });
    }
    drawn.push(unseenFirst(candidates, lastSeenMs, random).slice(0, wanted));
  }
  const scored = request.withUnscored === true ? markScored(blueprint, drawn) : undefined;
  const items = shuffle(drawn.flat(), random).map(
    ({ question, domainId, taskId }): PaperItem => ({
      questionId: question.id,
      domainId,
      taskId,
      choose: question.choose,
      keys: question.keys,
      order: shuffle([...Array(question.options).keys()], random),
      scored: scored === undefined || scored.has(question.id),
      fingerprint: question.fingerprint,
    }),
  );
  return {
    paper: { exam: blueprint.code, items },
    shortages,
    unseen: items.filter((item) => !lastSeenMs.has(item.questionId)).length,
    unplayable: bank.filter((question) => !isPlayable(question)).map((question) => question.id),
  };
}

interface Candidate {
  readonly question: QuestionEntry;
  readonly domainId: string;
  readonly taskId: string;
}

/** Sorted, so that a paper does not hang on the order of files; the first of two with one id. */
function oncePerId(bank: readonly QuestionEntry[]): QuestionEntry[] {
  const byId = new Map<string, QuestionEntry>();
  for (const question of bank) if (!byId.has(question.id)) byId.set(question.id, question);
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function eligible(blueprint: Blueprint, bank: readonly QuestionEntry[]): Map<string, Candidate[]> {
  const domainOfTask = new Map<string, string>();
  for (const domain of blueprint.domains)
    for (const task of domain.tasks) domainOfTask.set(task.id, domain.id);
  const byDomain = new Map<string, Candidate[]>();
  for (const question of bank) {
    const taskId = question.tasks[examKey(blueprint.code)];
    const domainId = taskId === undefined ? undefined : domainOfTask.get(taskId);
    if (taskId === undefined || domainId === undefined || !isPlayable(question)) continue;
    const candidates = byDomain.get(domainId) ?? [];
    byDomain.set(domainId, candidates);
    candidates.push({ question, domainId, taskId });
  }
  return byDomain;
}

/** Shuffled before the (stable) sort: chance decides among the unseen, and among those seen at the same time. */
function unseenFirst(
  candidates: readonly Candidate[],
  lastSeenMs: ReadonlyMap<string, number>,
  random: Random,
) {
  const seen = ({ question }: Candidate) => lastSeenMs.get(question.id) ?? Number.NEGATIVE_INFINITY;
  return shuffle(candidates, random).sort((a, b) => (seen(a) === seen(b) ? 0 : seen(a) < seen(b) ? -1 : 1));
}

/** Ids of the questions that count. Each domain keeps its share, so that the score keeps the weights of the exam. */
function markScored(blueprint: Blueprint, drawn: readonly (readonly Candidate[])[]): Set<string> {
  const sizes = drawn.map((domain) => domain.length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const counting = Math.round((total * blueprint.scored) / blueprint.questions);
  const shares = largestRemainder(sizes, counting);
  // The draw order is itself random among equals, but puts unseen first: these are the better measure, so they count.
  return new Set(
    drawn.flatMap((domain, index) => domain.slice(0, shares[index]).map((one) => one.question.id)),
  );
}
