import { nearest } from '../nearest.ts';
import { examKey } from './exam-code.ts';

/** An exam version, as `blueprint-schema.ts` reads it. Dates are YYYY-MM-DD and compare as text. */
export interface Blueprint {
  readonly code: string;
  readonly family: string;
  readonly title: string;
  readonly availableFrom?: string | undefined;
  readonly lastDay?: string | undefined;
  readonly supersedes?: string | undefined;
  readonly replacedBy?: string | undefined;
  readonly questions: number;
  readonly scored: number;
  readonly minutes: number;
  readonly extraMinutes: number;
  readonly pass: number;
  readonly scale: { readonly from: number; readonly to: number };
  readonly priceUsd: number;
  readonly domains: readonly BlueprintDomain[];
  readonly sources: readonly string[];
  readonly asOf: string;
}

export interface BlueprintDomain {
  readonly id: string;
  readonly title: string;
  /** Percent; the weights of an exam add up to 100. */
  readonly weight: number;
  readonly tasks: readonly BlueprintTask[];
}

export interface BlueprintTask {
  readonly id: string;
  readonly title: string;
  /** Card selectors; see card-selectors.ts. */
  readonly cards: readonly string[];
}

export type ExamStatus =
  | { readonly status: 'upcoming'; readonly availableFrom: string }
  | { readonly status: 'current'; readonly lastDay?: string }
  | { readonly status: 'retired'; readonly lastDay: string };

export type FoundExam =
  | { readonly found: true; readonly blueprint: Blueprint }
  | { readonly found: false; readonly code: string; readonly nearest?: string };

export type ChosenDomains =
  | { readonly found: true; readonly domains: readonly BlueprintDomain[] }
  | { readonly found: false; readonly id: string; readonly known: readonly string[] };

/** @param today YYYY-MM-DD in the learner's calendar. */
export function examStatus(blueprint: Blueprint, today: string): ExamStatus {
  const { availableFrom, lastDay } = blueprint;
  if (availableFrom !== undefined && today < availableFrom) return { status: 'upcoming', availableFrom };
  if (lastDay === undefined) return { status: 'current' };
  return today > lastDay ? { status: 'retired', lastDay } : { status: 'current', lastDay };
}

/** By code, whatever its case; for an unknown code the nearest one, the newer of equals, where one is near. */
export function findExam(blueprints: readonly Blueprint[], code: string): FoundExam {
  const wanted = examKey(code);
  const blueprint = blueprints.find((one) => examKey(one.code) === wanted);
  if (blueprint !== undefined) return { found: true, blueprint };
  const known = newestFirst(blueprints).map((one) => examKey(one.code));
  const near = nearest(wanted, known);
  const meant = blueprints.find((one) => examKey(one.code) === near)?.code;
  return meant === undefined ? { found: false, code } : { found: false, code, nearest: meant };
}

/**
 * The exam of someone who names none: the newest version of the family that can be taken today; if there is none, the
 * one that comes soonest; if all are over, the newest.
 */
export function defaultExam(
  blueprints: readonly Blueprint[],
  today: string,
  family = 'dva',
): Blueprint | undefined {
  const versions = newestFirst(blueprints.filter((one) => one.family === family));
  const is = (status: ExamStatus['status']) => (one: Blueprint) => examStatus(one, today).status === status;
  return versions.find(is('current')) ?? versions.findLast(is('upcoming')) ?? versions[0];
}

function newestFirst(blueprints: readonly Blueprint[]): Blueprint[] {
  const age = (one: Blueprint) => `${one.availableFrom ?? '0000-00-00'} ${one.code}`;
  return [...blueprints].sort((a, b) => (age(a) < age(b) ? 1 : age(a) > age(b) ? -1 : 0));
}

/** What replaced an exam: as its own file says, or as the newer file says. */
export function replacementOf(blueprints: readonly Blueprint[], blueprint: Blueprint): string | undefined {
  return blueprint.replacedBy ?? blueprints.find((one) => one.supersedes === blueprint.code)?.code;
}

/** One sentence about an exam that is over, ends or is still to come; nothing about one without dates. */
export function examNotice(
  blueprints: readonly Blueprint[],
  blueprint: Blueprint,
  today: string,
): string | undefined {
  const now = examStatus(blueprint, today);
  const next = replacementOf(blueprints, blueprint);
  const { code } = blueprint;
  switch (now.status) {
    case 'upcoming':
      return `${code} can be taken from ${now.availableFrom}.`;
    case 'retired':
      return `${code} was taken for the last time on ${now.lastDay}${next === undefined ? '' : `; ${next} replaced it`}.`;
    case 'current':
      if (now.lastDay === undefined) return undefined;
      return `${code} can be taken until ${now.lastDay}${next === undefined ? '' : `; ${next} replaces it`}.`;
  }
}

/** The domains of a paper: all, or those named (`--domain`), in the order of the blueprint. */
export function chooseDomains(blueprint: Blueprint, ids: readonly string[] = []): ChosenDomains {
  const known = blueprint.domains.map((domain) => domain.id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) return { found: false, id: unknown, known };
  if (ids.length === 0) return { found: true, domains: blueprint.domains };
  return { found: true, domains: blueprint.domains.filter((domain) => ids.includes(domain.id)) };
}
