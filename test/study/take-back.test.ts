import { describe, expect, test, vi } from 'vitest';
import { fold } from '../../src/domain/journal/fold.ts';
import { Deeds } from '../../src/study/deeds.ts';
import { aStamp, linesOf } from '../support/a-journal.ts';
import { aSession, type SessionOnDesk, type SessionOptions } from '../support/a-session.ts';
import { aCard } from '../support/deck-file.ts';
import { minuteMs, today } from '../support/fixed-clock.ts';
import { tempFolder } from '../support/temp-home.ts';

const cards = ['deck-a', 'deck-b', 'deck-c'].map((id) => aCard('deck', 'basic', { id }));
const begin = (options: SessionOptions = {}) => aSession(cards, options);
const asked = ({ study }: SessionOnDesk) => study.ask()?.item.entry.id;

/** Plays a session: `3` rates the card that is asked, `s`, `b` and `u` are the keys; what `u` said is returned. */
function play(desk: SessionOnDesk, moves: string): string[] {
  const { study } = desk;
  return moves.split(' ').flatMap((move) => {
    study.ask();
    if (move === 's') study.suspend();
    else if (move === 'b') study.bury();
    else if (move !== 'u') study.grade(Number(move) as 1 | 2 | 3 | 4);
    else {
      const deed = study.undo();
      return deed === undefined ? 'nothing' : `${deed.what} ${deed.item.entry.id}`;
    }
    return [];
  });
}

/** The journal folded anew, from its files. */
const foldedAnew = ({ folder }: SessionOnDesk, device = 'd-test') =>
  fold(linesOf(`${folder}/${device}.jsonl`).map((line) => JSON.parse(line))).progress;

describe('what was done in this session, newest first', () => {
  test.each([
    ['3 u', ['answer deck-a'], 'deck-a'],
    ['3 3 u u u', ['answer deck-b', 'answer deck-a', 'nothing'], 'deck-a'],
    ['s u', ['suspend deck-a'], 'deck-a'],
    ['b u', ['bury deck-a'], 'deck-a'],
    ['3 s b u u u', ['bury deck-c', 'suspend deck-b', 'answer deck-a'], 'deck-a'],
    ['3 s u 3 u u', ['suspend deck-b', 'answer deck-b', 'answer deck-a'], 'deck-a'],
    ['1 3 3 s u', ['suspend deck-a'], 'deck-a'],
  ])('%s', (moves, said, next) => {
    const desk = begin();
    expect(play(desk, moves)).toEqual(said);
    expect(asked(desk)).toBe(next);
    expect(desk.journal.read().progress).toEqual(foldedAnew(desk));
  });

  test('everything taken back is as if nothing had been', () => {
    const desk = begin();
    play(desk, '1 s b u u u');
    const { cards: states, days } = desk.journal.read().progress;
    expect([states.size, days.size]).toEqual([0, 0]);
    expect(desk.study.progress()).toMatchObject({ left: 3, fresh: 3 });
    expect(desk.study.summary().answers).toBe(0);
  });

  test('a suspension that is taken back leaves the answers of the card counted', () => {
    const desk = begin();
    play(desk, '1 3 3 s u');
    expect(desk.study.summary()).toMatchObject({ answers: 3, cards: 3 });
  });

  test('a burial that is taken back leaves the earlier one', () => {
    const first = begin({ cram: true });
    first.journal.append({ type: 'bury', card: 'deck-a', until: today + 9 }, aStamp());
    play(first, 'b u');
    expect(first.journal.read().progress.cards.get('deck-a')?.buriedUntil).toBe(today + 9);
  });

  test('its card is asked at once, also where another one is ready to come back', () => {
    const desk = begin();
    play(desk, '1 3');
    desk.clock.pass(2 * minuteMs);
    expect(asked(desk)).toBe('deck-a');
    expect(play(desk, 'u')).toEqual(['answer deck-b']);
    expect(asked(desk)).toBe('deck-b');
  });
});

describe('answers of earlier sessions', () => {
  const folder = () => tempFolder('journal');

  test('come after those of this one, newest first, with their day; the card is new again', () => {
    const where = folder();
    play(begin({ folder: where }), '3 4');
    const desk = begin({ folder: where });
    desk.study.ask();
    expect(play(desk, '3 u')).toEqual(['answer deck-c']);
    const deed = desk.study.undo();
    expect(deed).toMatchObject({ what: 'answer', earlierDay: today, item: { entry: { id: 'deck-b' } } });
    expect(desk.study.ask()?.item.reason).toBe('new');
    expect(play(desk, 'u u')).toEqual(['answer deck-a', 'nothing']);
    expect(desk.journal.read().progress.cards.size).toBe(0);
  });

  test('are not taken back by a cram, which takes back its own only', () => {
    const where = folder();
    play(begin({ folder: where }), '3');
    const cram = begin({ folder: where, cram: true });
    expect(play(cram, '3 u u')).toEqual(['answer deck-a', 'nothing']);
    expect(cram.journal.read().progress.cards.get('deck-a')?.reviews).toBe(1);
  });

  test('cram answers, drills and cards that left are passed over', () => {
    const where = folder();
    play(begin({ folder: where }), '3');
    const between = begin({ folder: where, cram: true });
    play(between, '3');
    for (const card of ['drill:sqs-extend', 'gone-1'])
      between.journal.append({ type: 'review', card, grade: 3 }, aStamp());
    const desk = begin({ folder: where });
    expect(play(desk, 'u u')).toEqual(['answer deck-a', 'nothing']);
  });

  test('of another device are never taken back', () => {
    const where = folder();
    play(begin({ folder: where, device: 'd-phone' }), '3');
    const desk = begin({ folder: where });
    expect(play(desk, '3 u u')).toEqual(['answer deck-b', 'nothing']);
    expect(desk.journal.read().progress.cards.get('deck-a')?.reviews).toBe(1);
  });

  test('what another terminal answers meanwhile is never taken back', () => {
    const where = folder();
    play(begin({ folder: where }), '3');
    const one = begin({ folder: where });
    const two = begin({ folder: where });
    play(one, '3');
    play(two, '4');
    expect(play(two, 'u u u')).toEqual(['answer deck-c', 'answer deck-a', 'nothing']);
    const { cards: states } = begin({ folder: where }).journal.read().progress;
    expect([...states].map(([id, { lastGrade }]) => [id, lastGrade])).toEqual([['deck-b', 3]]);
  });
});

describe('what another terminal took back', () => {
  /** The newest answer of a session, taken back by `aws-study undo` meanwhile. */
  function undoElsewhere({ journal, folder }: SessionOnDesk) {
    const [newest] = journal.lastReviews(1);
    const other = begin({ folder }).journal;
    other.append({ type: 'undo', target: newest?.id ?? '' }, aStamp());
  }

  test('is not taken back again: what was done before it is', () => {
    const desk = begin();
    play(desk, '3 4');
    undoElsewhere(desk);
    expect(play(desk, 'u u')).toEqual(['answer deck-a', 'nothing']);
    expect(linesOf(`${desk.folder}/d-test.jsonl`)).toHaveLength(4);
    expect(desk.journal.read().progress).toEqual(foldedAnew(desk));
  });

  test('of an earlier session, too', () => {
    const where = tempFolder('journal');
    play(begin({ folder: where }), '3 4');
    const desk = begin({ folder: where });
    desk.study.ask();
    undoElsewhere(desk);
    expect(play(desk, 'u u')).toEqual(['answer deck-a', 'nothing']);
    const again = begin({ folder: where });
    play(again, '3 4 3');
    const next = begin({ folder: where });
    expect(play(next, 'u')).toEqual(['answer deck-c']);
    // After the first look for them.
    undoElsewhere(next);
    expect(play(next, 'u')).toEqual(['answer deck-a']);
  });

  test('counts in the summary no more', () => {
    const desk = begin();
    play(desk, '3 4');
    undoElsewhere(desk);
    desk.study.leave();
    expect(desk.study.summary()).toMatchObject({ answers: 1, cards: 1, newCards: 1, rightAtFirst: 1 });
  });

  test('makes the next answer to its card the first one', () => {
    const desk = begin();
    play(desk, '1');
    undoElsewhere(desk);
    desk.clock.pass(2 * minuteMs);
    expect(asked(desk)).toBe('deck-a');
    play(desk, '3');
    expect(desk.study.summary()).toMatchObject({ answers: 1, cards: 1, newCards: 1, rightAtFirst: 1 });
  });
});

test('the journal is read once for many answers of earlier sessions', () => {
  const where = tempFolder('journal');
  play(begin({ folder: where }), '3 4 3');
  const desk = begin({ folder: where });
  const looks = vi.spyOn(desk.journal, 'lastReviews');
  expect(play(desk, 'u u u u')).toEqual(['answer deck-c', 'answer deck-b', 'answer deck-a', 'nothing']);
  expect(looks).toHaveBeenCalledTimes(1);
});

test('more answers of earlier sessions than are kept at hand', () => {
  const where = tempFolder('journal');
  const { journal } = begin({ folder: where });
  const reviews = Array.from({ length: 1002 }, () => ({ type: 'review', card: 'deck-a', grade: 3 }) as const);
  journal.appendAll(reviews, aStamp());
  const desk = begin({ folder: where });
  const deeds = new Deeds({ journal: desk.journal, entries: desk.entries, ownOnly: false });
  const all = desk.journal.lastReviews(1002);
  expect(deeds.newest()?.target).toBe(all[0]?.id);
  desk.journal.appendAll(
    all.slice(0, 1001).map(({ id }) => ({ type: 'undo', target: id }) as const),
    aStamp(),
  );
  expect(deeds.newest()?.target).toBe(all[1001]?.id);
});

describe('after the minutes are over', () => {
  test('the card that was taken back is asked, and then the session ends', () => {
    const desk = begin({ minutes: 5 });
    play(desk, '3');
    desk.study.ask();
    desk.clock.pass(6 * minuteMs);
    expect(play(desk, 'u')).toEqual(['answer deck-a']);
    expect(asked(desk)).toBe('deck-a');
    play(desk, '3');
    expect(asked(desk)).toBeUndefined();
  });
});

describe('a card that is left out after its answer was given', () => {
  test.each([
    ['s', 'suspend'],
    ['b', 'bury'],
  ])('%s: the answer counts, and both are taken back one after the other', (key, what) => {
    const desk = begin();
    desk.study.ask();
    desk.study.give(1);
    play(desk, key);
    expect(desk.journal.lastReviews(9)).toMatchObject([{ card: 'deck-a', grade: 1 }]);
    expect(desk.study.summary()).toMatchObject({ answers: 1 });
    expect(asked(desk)).toBe('deck-b');
    expect(play(desk, 'u')).toEqual([`${what} deck-a`]);
    expect(asked(desk)).toBe('deck-a');
    expect(play(desk, 'u')).toEqual(['answer deck-a']);
    expect(desk.journal.read().progress.cards.size).toBe(0);
  });
});

describe('leaving', () => {
  test('records an answer that was graded at once, as suggested, and only once', () => {
    const desk = begin();
    desk.study.ask();
    desk.study.give(1);
    expect([desk.study.leave(), desk.study.leave()]).toEqual([1, 1]);
    expect(desk.journal.lastReviews(9)).toMatchObject([{ card: 'deck-a', grade: 1 }]);
    expect(desk.journal.lastReviews(9)).toHaveLength(1);
  });

  test.each<[string, (desk: SessionOnDesk) => void]>([
    ['nothing was given', () => {}],
    ['it was rated', ({ study }) => study.grade(4)],
    ['it is to be given anew', ({ study }) => study.takeBackGiven()],
    ['the card was suspended', ({ study }) => study.suspend()],
    ['the card was buried', ({ study }) => study.bury()],
  ])('records nothing where %s', (name, act) => {
    const desk = begin();
    desk.study.ask();
    if (name !== 'nothing was given') desk.study.give(1);
    act(desk);
    desk.study.ask();
    const before = desk.journal.lastReviews(9);
    expect(desk.study.leave()).toBeUndefined();
    expect(desk.journal.lastReviews(9)).toEqual(before);
  });

  test('records nothing where the answer before it was taken back', () => {
    const desk = begin();
    play(desk, '3');
    desk.study.ask();
    desk.study.give(1);
    play(desk, 'u');
    expect(desk.study.leave()).toBeUndefined();
    expect(desk.journal.lastReviews(9)).toEqual([]);
  });
});
