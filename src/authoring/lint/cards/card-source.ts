import { isAwsSource } from '../aws-source.ts';
import { eachCard } from './card-rule.ts';

export const cardSource = eachCard(
  'card-source',
  'error',
  'Sources are https; every shipped card names one of AWS.',
  ({ sources = [] }, say, { shipped }) => {
    if (shipped && sources.length === 0)
      say([], 'the card names no source', 'Add the AWS page that says it.');
    sources.forEach((source, index) => {
      if (!source.startsWith('https://'))
        say(['sources', index], `${source} is not https`, 'Use the https:// address.');
      else if (shipped && !isAwsSource(source))
        say(['sources', index], `${source} is not a page of AWS`, 'Cite the AWS documentation.');
    });
  },
);
