import { answer, step, wrong } from '../answer.ts';
import { type Answer, defineTask, type Finding } from '../calculator.ts';
import { formatDuration, formatNumber } from '../format.ts';
import { shared } from './inputs.ts';
import { SOURCES, VISIBILITY_MAX_SECONDS } from './limits.ts';

/**
 * ChangeMessageVisibility starts anew at the moment of the call, and all together ends 12 h after the receive.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibility.html
 */
export const extend = defineTask({
  name: 'extend',
  summary: 'ChangeMessageVisibility: when a message is visible again, and the 12-hour limit',
  inputs: {
    at: {
      kind: 'duration',
      required: true,
      max: VISIBILITY_MAX_SECONDS,
      label: 'Time of the call',
      help: 'Time of the call, from the first receive.',
      example: '20s',
    },
    to: {
      kind: 'duration',
      asked: true,
      label: 'New timeout',
      help: 'The VisibilityTimeout of the call.',
      example: '600s',
    },
    visibility: { ...shared.visibility, asked: true },
  },
  compute({ at, to, visibility }) {
    const largest = VISIBILITY_MAX_SECONDS - at;
    const findings: Finding[] = [];
    const answers: Answer[] = [];
    const isLate = visibility !== undefined && at >= visibility;
    if (isLate) {
      findings.push(
        wrong(
          `After ${formatDuration(visibility)} the message is visible again: at ${formatDuration(at)} there is nothing left to extend.`,
        ),
      );
    }
    const rejected = to !== undefined && to > largest;
    if (rejected)
      findings.push(
        wrong(`The call is rejected: ${formatNumber(to)} s would pass the 12 h from the first receive.`),
      );
    if (to !== undefined) {
      answers.push(
        rejected || isLate
          ? answer('visibleAt', 'Visible again', rejected ? 'call rejected' : 'visible already')
          : answer('visibleAt', 'Visible again, from the receive', at + to, 's'),
      );
    }
    return {
      answers: [...answers, answer('largest', 'Largest value accepted', largest, 's')],
      steps: [
        ...(to === undefined || rejected || isLate
          ? []
          : [
              step(
                'visible again',
                `${formatNumber(at)} s + ${formatNumber(to)} s`,
                `${formatNumber(at + to)} s`,
              ),
            ]),
        step('largest value', `43,200 s − ${formatNumber(at)} s`, `${formatNumber(largest)} s`),
      ],
      findings,
      traps:
        to === undefined || isLate
          ? [
              `The 12 h count from the first receive, all extensions included: ${formatNumber(VISIBILITY_MAX_SECONDS)} s would be right at 0 s only.`,
            ]
          : [
              ...(visibility === undefined
                ? []
                : [
                    `The new timeout is not added to the old one (${formatNumber(visibility + to)} s): it counts from the call.`,
                  ]),
              `Nor does it count from the receive (${formatNumber(to)} s).`,
            ],
      sources: [SOURCES.visibility, SOURCES.quotas],
    };
  },
  examples: [
    {
      title: 'received at 0 with 30 s, extended by 600 s after 20 s',
      inputs: { at: '20s', to: '600s', visibility: '30s' },
      expect: { visibleAt: 620 },
    },
    { title: 'after an hour', inputs: { at: '3600s' }, expect: { largest: 39600 } },
  ],
});
