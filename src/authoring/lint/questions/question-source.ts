import { isAwsSource } from '../aws-source.ts';
import { eachQuestion } from './question-rule.ts';

export const questionSource = eachQuestion(
  'question-source',
  'error',
  'Every question names a source: https, from AWS.',
  ({ sources }, say) => {
    if (sources.length === 0) {
      say(['sources'], 'The question names no source.', 'Add the AWS page that proves the key.');
    }
    for (const [index, source] of sources.entries()) {
      const path = ['sources', index];
      if (!source.startsWith('https://'))
        say(path, `${source} is not https.`, 'Use the https:// address of the page.');
      else if (!isAwsSource(source))
        say(path, `${source} is not an AWS page.`, 'Cite the AWS documentation.');
    }
  },
);
