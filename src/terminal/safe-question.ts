import type { Question } from '../domain/question.ts';
import { safeText } from './safe-text.ts';

/** A short text on one line, such as a title. */
export const safeLine = (text: string): string => safeText(text).replace(/\s+/g, ' ').trim();

function clean(value: unknown): unknown {
  if (typeof value === 'string') return safeText(value);
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, clean(inner)]));
}

/**
 * Every text of a question, made harmless before any screen has it: not all of them pass through Markdown (sources,
 * accepted answers, items on one line), and a deck is a stranger's file.
 */
export const safeQuestion = (question: Question): Question => clean(question) as Question;
