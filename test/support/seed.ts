import fc from 'fast-check';

/**
 * Where the laws begin to look. The same place in every ordinary run, so that a change is judged by what it changed;
 * `npm run soak` looks elsewhere each time, and AWS_STUDY_SEED repeats what it printed.
 */
const seed = Number(process.env.AWS_STUDY_SEED || 20261120);

fc.configureGlobal({ seed });
