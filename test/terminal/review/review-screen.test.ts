import { describe, expect, test } from 'vitest';
import type { Card } from '../../../src/domain/cards/schema.ts';
import { fitFrame } from '../../../src/terminal/frame.ts';
import { simpleMarkdown } from '../../../src/terminal/markdown.ts';
import type { ReviewParts } from '../../../src/terminal/review/review-parts.ts';
import {
  type ReviewEnd,
  type ReviewModel,
  reviewScreen,
} from '../../../src/terminal/review/review-screen.ts';
import { makeTheme } from '../../../src/terminal/theme.ts';
import { widthOf } from '../../../src/terminal/wrap.ts';

const card = (id: string): Card => ({
  id,
  kind: 'basic',
  topic: 'x',
  front: `Question ${id}?`,
  back: `Answer ${id}`,
  status: 'draft',
  sources: [`https://docs.aws.amazon.com/${'a-long-path/'.repeat(9)}x.html`],
});

/** A review of three drafts that are kept in memory, as a conversation of keys. */
function review(ids: readonly string[] = ['a', 'b', 'c']) {
  const theme = makeTheme({ colors: false, unicode: true });
  let left = [...ids];
  const log: string[] = [];
  const act = (what: string, remove: boolean) => (id: string) => {
    log.push(`${what} ${id}`);
    if (remove) left = left.filter((one) => one !== id);
    return `${what}.`;
  };
  const parts: ReviewParts = {
    theme,
    markdown: () => simpleMarkdown(theme),
    title: 'My notes \u001B[31m',
    drafts: () =>
      left.map((id) => ({
        card: card(id),
        notes: [`notes.md:${ids.indexOf(id) + 1} \u00B7 flags: numeric`],
      })),
    accept: act('accept', true),
    reject: act('reject', true),
    merge: act('merge', false),
    edit: act('edit', false),
    undo: () => {
      left = [...ids];
      return 'undone';
    },
    placeOf: (id) => id,
    tally: () => ({ accepted: 0, rejected: 0, merged: 0 }),
  };
  const program = reviewScreen(parts);
  let model: ReviewModel = program.start;
  let end: ReviewEnd | undefined;
  const press = (...names: string[]) => {
    for (const name of names) {
      const step = program.update(model, { name, ctrl: false, shift: false }, '');
      if ('result' in step) end = step.result;
      else model = step.model;
    }
  };
  const screen = (columns = 100, rows = 30) => {
    const { top, bottom } = fitFrame(program.view(model, { columns, rows }), { columns, rows }, 0);
    return [...top, ...bottom];
  };
  return { press, screen, log, ended: () => end, at: () => model.drafts[model.at]?.card.id };
}

describe('the review screen', () => {
  test('shows a draft with its place, flags, question and answer', () => {
    const text = review().screen().join('\n');
    for (const words of [
      'My notes',
      'draft 1/3',
      'notes.md:1',
      'flags: numeric',
      'Question a?',
      'Answer a',
      'a accept',
      'q quit',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('\u001B');
  });

  test('each decision is taken once, and the next draft comes up', () => {
    const { press, log, at } = review();
    press('a');
    expect(at()).toBe('b');
    press('s');
    expect(at()).toBe('c');
    press('r');
    expect(at()).toBe('b');
    press('m', 'e');
    expect(log).toEqual(['accept a', 'reject c', 'merge b', 'edit b']);
  });

  test('the last decision ends it', () => {
    const { press, ended } = review();
    press('a', 'a');
    expect(ended()).toBeUndefined();
    press('r');
    expect(ended()).toBe('done');
  });

  test('skipping never leaves by itself: the last draft says so', () => {
    const { press, screen, ended, at } = review();
    press('space', 'right', 's', 'n');
    expect(ended()).toBeUndefined();
    expect(at()).toBe('c');
    expect(screen().join('\n')).toContain('This is the last draft: q ends the review.');
    press('left', 'p', 'p');
    expect(at()).toBe('a');
    press('q');
    expect(ended()).toBe('quit');
  });

  test('undo brings drafts back; help names every key; other keys do nothing', () => {
    const { press, screen, at } = review();
    press('a', 'u', 'x', 'return', 'up');
    expect(at()).toBe('a');
    press('?');
    for (const word of ['accept', 'edit', 'reject', 'merge', 'skip', 'undo', 'quit'])
      expect(screen().join('\n')).toContain(word);
    press('a');
    expect(at()).toBe('a');
  });

  test.each([
    [100, 30],
    [40, 24],
    [30, 12],
    [20, 8],
  ])('fits a window of %i by %i', (columns, rows) => {
    const made = review();
    for (const keys of [[], ['?'], ['x', 'm']]) {
      made.press(...keys);
      const lines = made.screen(columns, rows);
      expect(lines.length).toBeLessThan(rows);
      expect(lines.filter((line) => widthOf(line) > columns)).toEqual([]);
    }
  });
});
