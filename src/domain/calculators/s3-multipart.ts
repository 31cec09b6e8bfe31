import { answer, note, step, warn } from './answer.ts';
import { type Calculator, defineTask, type Finding, refuse } from './calculator.ts';
import { formatBytes, formatBytesRounded, formatNumber } from './format.ts';
import { BYTES } from './quantity.ts';

/**
 * 1 to 10,000 parts of 5 MiB to 5 GiB, the last one of any size; 48.8 TiB for an object.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html
 */
const PARTS_MAX = 10_000;
const PART_MIN_BYTES = 5 * BYTES.MB;
const PART_MAX_BYTES = 5 * BYTES.GB;
const OBJECT_MAX_BYTES = PARTS_MAX * PART_MAX_BYTES;
const SINGLE_PUT_MAX_BYTES = 5 * BYTES.GB;
const MULTIPART_ADVISED_BYTES = 100 * BYTES.MB;

const SOURCES = [
  'https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html',
  'https://docs.aws.amazon.com/AmazonS3/latest/userguide/upload-objects.html',
];

/** The smallest part with which the object fits into 10,000 parts. */
function smallestPartBytes(objectBytes: number): number {
  return Math.max(PART_MIN_BYTES, Math.ceil(objectBytes / PARTS_MAX));
}

const parts = defineTask({
  name: 'parts',
  summary: 'part size and number of parts',
  inputs: {
    size: {
      kind: 'size',
      required: true,
      unless: ['part-size'],
      label: 'Object size',
      help: 'Size of the object.',
      example: '100GiB',
    },
    'part-size': {
      kind: 'size',
      min: PART_MIN_BYTES,
      max: PART_MAX_BYTES,
      label: 'Part size',
      help: 'Size of the parts, if it is fixed. Without an object it gives the largest object.',
      example: '16MiB',
    },
  },
  compute(inputs) {
    const chosen = inputs['part-size'];
    const bytes = inputs.size;
    const largest = (chosen ?? PART_MAX_BYTES) * PARTS_MAX;
    const reach = answer(
      'largestObject',
      chosen === undefined ? 'Largest object' : 'Largest object with such parts',
      largest,
      'B',
      largest < BYTES.TB
        ? formatBytesRounded(largest)
        : `${formatNumber(largest / BYTES.GB, 2)} GiB (${formatBytesRounded(largest)})`,
    );
    const reachStep = step(
      'largest object',
      `10,000 × ${formatBytes(chosen ?? PART_MAX_BYTES)}`,
      formatBytesRounded(largest),
    );
    if (bytes === undefined) {
      const traps = [
        `10,000 parts are the limit whatever their size: 5 GiB parts reach ${formatBytesRounded(OBJECT_MAX_BYTES)}, these ${formatBytesRounded(largest)}.`,
      ];
      return { answers: [reach], steps: [reachStep], findings: [], traps, sources: SOURCES };
    }
    if (bytes > OBJECT_MAX_BYTES)
      return refuse(
        'size',
        `--size: ${formatBytes(bytes)} is more than S3 stores in an object.`,
        'An object has 48.8 TiB at most (10,000 parts of 5 GiB), which is 53.6 TB in powers of ten.',
      );
    if (bytes < 1) return refuse('size', '--size is 0.', 'Give a size, for example 100GiB.');
    const smallest = smallestPartBytes(bytes);
    const part = chosen ?? smallest;
    const count = Math.ceil(bytes / part);
    if (count > PARTS_MAX) {
      return refuse(
        'part-size',
        `--part-size: ${formatBytes(part)} makes ${formatNumber(count)} parts of it, and 10,000 are allowed.`,
        `Give ${formatNumber(smallest)} B (${formatBytesRounded(smallest)}) or more.`,
      );
    }
    const round = roundPart(smallest);
    return {
      answers: [
        answer('minPart', 'Smallest part size', smallest, 'B'),
        answer('suggested', 'Next power of two', round, 'B', formatBytes(round)),
        answer('parts', chosen === undefined ? 'Parts of the smallest size' : 'Parts', count),
        answer('lastPart', 'Last part', bytes - (count - 1) * part, 'B'),
        reach,
      ],
      steps: [
        step(
          'smallest part',
          `max(5 MiB, ceil(${formatNumber(bytes)} B ÷ 10,000))`,
          `${formatNumber(smallest)} B`,
        ),
        step('parts', `ceil(${formatNumber(bytes)} B ÷ ${formatNumber(part)} B)`, count),
        reachStep,
      ],
      findings: findings(bytes),
      traps: [
        ...(bytes / PARTS_MAX > PART_MIN_BYTES
          ? [
              `Parts of 5 MiB reach ${formatBytesRounded(PART_MIN_BYTES * PARTS_MAX)} only: this object would need ${formatNumber(Math.ceil(bytes / PART_MIN_BYTES))} of them.`,
            ]
          : []),
        'Every part but the last has 5 MiB at least; the last may have any size.',
      ],
      sources: SOURCES,
    };
  },
  examples: [
    { title: '100 GiB', inputs: { size: '100GiB' }, expect: { minPart: 10737419, suggested: 16 * BYTES.MB } },
    { title: '5 TiB', inputs: { size: '5TiB' }, expect: { minPart: 549755814 } },
    {
      title: '1 GiB in parts of 16 MiB',
      inputs: { size: '1GiB', 'part-size': '16MiB' },
      expect: { parts: 64 },
    },
    {
      title: 'the largest object',
      inputs: { 'part-size': '5GiB' },
      expect: { largestObject: OBJECT_MAX_BYTES },
    },
  ],
});

/** The next power of two in MiB: sizes that tools take and people remember. */
function roundPart(bytes: number): number {
  let part = 8 * BYTES.MB;
  while (part < bytes) part *= 2;
  return Math.min(part, PART_MAX_BYTES);
}

function findings(bytes: number): readonly Finding[] {
  const found: Finding[] = [];
  if (bytes > SINGLE_PUT_MAX_BYTES)
    found.push(note('A single PUT takes 5 GB at most: this object needs a multipart upload.'));
  else if (bytes >= MULTIPART_ADVISED_BYTES)
    found.push(note('From 100 MB on a multipart upload is advised: a failed part is sent again alone.'));
  else found.push(note('Below 100 MB a single PUT is simpler.'));
  found.push(
    warn(
      'Parts of an upload that was not completed are stored and paid for: add a lifecycle rule AbortIncompleteMultipartUpload.',
    ),
  );
  return found;
}

export const calculator: Calculator = { name: 's3-multipart', title: 'S3 multipart upload', tasks: [parts] };
