import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../src/domain/chance.ts';
import { type ExamQuestion, entryOf } from '../../../src/domain/exam/exam-question.ts';
import { domainShares, drawPaper, type Paper, type PaperRequest } from '../../../src/domain/exam/paper.ts';
import { aBank, aQuestion, exam } from './an-exam.ts';

const c03 = exam('DVA-C03');
const exactlyOnePaper = [20, 17, 14, 14];

interface Wish extends Partial<Omit<PaperRequest, 'random' | 'bank'>> {
  readonly bank?: readonly ExamQuestion[];
  readonly seed?: number;
}

function draw({ seed = 1, bank = aBank(c03, [60, 51, 42, 42]), ...rest }: Wish = {}) {
  const [entries, random] = [bank.map(entryOf), seededRandom(seed)];
  return drawPaper({ blueprint: c03, bank: entries, lastSeenMs: new Map(), random, ...rest });
}

function perDomain({ items }: Paper, scoredOnly = false): number[] {
  const counted = items.filter((item) => item.scored || !scoredOnly);
  return c03.domains.map((domain) => counted.filter((item) => item.domainId === domain.id).length);
}

const ids = ({ items }: Paper) => items.map((item) => item.questionId);

describe('laws', () => {
  const sizes = fc.tuple(...[20, 17, 14, 14].map((least) => fc.integer({ min: least, max: least + 30 })));
  const seeds = fc.nat();

  test('any bank that suffices gives a whole paper by the weights, without a repeat', () => {
    fc.assert(
      fc.property(sizes, seeds, (each, seed) => {
        const { paper, shortages } = draw({ bank: aBank(c03, each), seed });
        expect(perDomain(paper)).toEqual(exactlyOnePaper);
        expect(new Set(ids(paper)).size).toBe(65);
        expect(shortages).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('any bank gives as much as it has, says what is missing, and repeats nothing', () => {
    const some = fc.tuple(...[0, 1, 2, 3].map(() => fc.integer({ min: 0, max: 25 })));
    fc.assert(
      fc.property(some, seeds, (each, seed) => {
        const { paper, shortages } = draw({ bank: aBank(c03, each), seed });
        expect(perDomain(paper)).toEqual(
          exactlyOnePaper.map((wanted, index) => Math.min(wanted, each[index] ?? 0)),
        );
        expect(new Set(ids(paper)).size).toBe(paper.items.length);
        const missing = shortages.reduce((sum, one) => sum + one.wanted - one.available, 0);
        expect(paper.items.length + missing).toBe(65);
      }),
      { numRuns: 40 },
    );
  });

  test('options are all there, each once, and keys keep their meaning', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const item of draw({ seed }).paper.items) {
          expect([...item.order].sort()).toEqual(item.choose === 1 ? [0, 1, 2, 3] : [0, 1, 2, 3, 4]);
          expect(item.keys).toEqual(item.choose === 1 ? [0] : [0, 1]);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('the same seed, history and bank give the same paper, in whatever order the bank was read', () => {
    const bank = aBank(c03, [30, 30, 30, 30]);
    const lastSeenMs = new Map(bank.slice(0, 50).map((question, index) => [question.id, index % 7]));
    fc.assert(
      fc.property(seeds, fc.shuffledSubarray(bank, { minLength: bank.length }), (seed, mixed) => {
        expect(draw({ bank: mixed, lastSeenMs, seed })).toEqual(draw({ bank, lastSeenMs, seed }));
      }),
      { numRuns: 20 },
    );
  });
});

test('another seed gives another paper', () => {
  expect(ids(draw({ seed: 1 }).paper)).not.toEqual(ids(draw({ seed: 2 }).paper));
});

test('three papers in a row share no question, the fourth takes the oldest again', () => {
  const lastSeenMs = new Map<string, number>();
  const papers = [1, 2, 3, 4].map((round) => {
    const drawn = draw({ lastSeenMs, seed: round });
    for (const id of ids(drawn.paper)) lastSeenMs.set(id, round);
    return drawn;
  });
  const [first, second, third, fourth] = papers.map((drawn) => ids(drawn.paper));
  expect(new Set([...(first ?? []), ...(second ?? []), ...(third ?? [])]).size).toBe(195);
  expect(papers.map((drawn) => drawn.unseen)).toEqual([65, 65, 65, 0]);
  expect(fourth?.toSorted()).toEqual(first?.toSorted());
});

test('a seen question fills up where unseen ones run out, the longest ago first', () => {
  const bank = aBank(c03, [22, 17, 14, 14]);
  const seen: [string, number][] = [
    ['dva-d1-q0', 30],
    ['dva-d1-q1', 10],
    ['dva-d1-q2', 20],
    ['dva-d1-q3', 40],
  ];
  const { paper, unseen } = draw({ bank, lastSeenMs: new Map(seen) });
  expect(ids(paper)).toEqual(expect.arrayContaining(['dva-d1-q1', 'dva-d1-q2']));
  expect(ids(paper)).not.toContain('dva-d1-q0');
  expect(ids(paper)).not.toContain('dva-d1-q3');
  expect(unseen).toBe(63);
});

test('a shortage names the domain, what it wants and what it has', () => {
  const { paper, shortages } = draw({ bank: aBank(c03, [20, 3, 14, 0]) });
  expect(paper.items).toHaveLength(37);
  expect(shortages).toEqual([
    { domainId: '2', wanted: 17, available: 3 },
    { domainId: '4', wanted: 14, available: 0 },
  ]);
});

describe('trials that do not count', () => {
  test.each([
    ['DVA-C03', [15, 13, 11, 11]],
    ['DVA-C02', [16, 13, 12, 9]],
    ['SAA-C03', [15, 13, 12, 10]],
    ['CLF-C02', [12, 15, 17, 6]],
  ])('%s scores %o', (code, expected) => {
    const blueprint = exam(code);
    const { paper } = draw({ blueprint, bank: aBank(blueprint, [30, 30, 30, 30]), withUnscored: true });
    expect(perDomain(paper, true)).toEqual(expected);
    expect(paper.items.filter((item) => !item.scored)).toHaveLength(15);
  });

  test('without them every question counts', () => {
    expect(draw().paper.items.every((item) => item.scored)).toBe(true);
  });

  test('a short paper keeps their share', () => {
    const { paper } = draw({ questions: 13, withUnscored: true });
    expect(paper.items.filter((item) => item.scored)).toHaveLength(10);
  });
});

describe('part of an exam', () => {
  const two = c03.domains.filter((domain) => ['1', '3'].includes(domain.id));

  test.each([
    ['all, whole', c03.domains, undefined, [20, 17, 14, 14]],
    ['all, 10', c03.domains, 10, [3, 3, 2, 2]],
    ['two, as in the exam', two, undefined, [20, 14]],
    ['two, 26', two, 26, [15, 11]],
  ])('%s', (_, domains, questions, shares) => {
    expect(domainShares(c03, domains, questions)).toEqual(shares);
    const { paper } = draw({ domains, ...(questions === undefined ? {} : { questions }) });
    expect(perDomain(paper).filter((count) => count > 0)).toEqual(shares);
  });

  test('asking for more than there is tells so', () => {
    const { paper, shortages } = draw({ domains: c03.domains.slice(2, 3), questions: 100 });
    expect(paper.items).toHaveLength(42);
    expect(shortages).toEqual([{ domainId: '3', wanted: 100, available: 42 }]);
  });
});

describe('questions that are not drawn', () => {
  const only = (question: ExamQuestion) => draw({ bank: [question] });

  test.each([
    ['of another exam', aQuestion({ tasks: { 'saa-c03': '1.2' } })],
    ['of a task the exam has not', aQuestion({ tasks: { 'dva-c03': '9.9' } })],
  ])('%s', (_, question) => {
    expect(only(question).paper.items).toEqual([]);
    expect(only(question).unplayable).toEqual([]);
  });

  test('one that promises two keys and has one is named', () => {
    const broken = { ...aQuestion(), choose: 2 };
    expect(only(broken)).toMatchObject({ paper: { items: [] }, unplayable: [broken.id] });
  });

  test('the second of one id', () => {
    const { paper } = draw({ bank: [aQuestion(), aQuestion({ stem: 'Again?' })] });
    expect(paper.items).toHaveLength(1);
  });
});
