import { answer, note, step } from '../answer.ts';
import { defineTask, refuse } from '../calculator.ts';
import { atLeast, formatNumber } from '../format.ts';
import {
  IPV4_LARGEST_PREFIX,
  IPV4_SMALLEST_PREFIX,
  RESERVED_ADDRESSES,
  SOURCES,
  sizeOfPrefix,
} from './block.ts';

/** The longest IPv4 prefix with room for so many addresses beside the five reserved, /28 at most. */
export function smallestPrefix(hosts: number): number {
  let prefix = IPV4_SMALLEST_PREFIX;
  while (prefix > 0 && Number(sizeOfPrefix(4, prefix)) - RESERVED_ADDRESSES < hosts) prefix -= 1;
  return prefix;
}

export const fit = defineTask({
  name: 'fit',
  summary: 'the smallest subnet for a number of hosts',
  inputs: {
    hosts: {
      kind: 'count',
      min: 1,
      noun: '(?:host|address|addresse|instance|IP)',
      required: true,
      label: 'Hosts',
      help: 'How many addresses are needed at the same time.',
      example: '250',
    },
  },
  compute({ hosts }) {
    const prefix = smallestPrefix(hosts);
    if (prefix < IPV4_LARGEST_PREFIX) {
      return refuse(
        'hosts',
        `--hosts: ${formatNumber(hosts)} addresses do not fit into the largest subnet, /16 with 65,531.`,
        'Spread them over several subnets.',
      );
    }
    const total = Number(sizeOfPrefix(4, prefix));
    const usable = total - RESERVED_ADDRESSES;
    const bits = 32 - prefix;
    // What the usual "minus 2" would make of it.
    const naive = Math.min(30, 32 - Math.ceil(Math.log2(hosts + 2)));
    return {
      answers: [
        answer('prefix', 'Smallest subnet', prefix, '', `/${prefix}`),
        answer('usable', 'Usable addresses', usable),
        answer('total', 'Addresses', total),
        answer('spare', 'Left for growth', usable - hosts),
      ],
      steps: [
        step(
          'add the reserved addresses',
          `${formatNumber(hosts)} + ${RESERVED_ADDRESSES}`,
          hosts + RESERVED_ADDRESSES,
        ),
        step(
          'bits for them',
          atLeast('4', `ceil(log2 ${formatNumber(hosts + RESERVED_ADDRESSES)})`, bits === 4),
          bits,
        ),
        step('prefix', `32 − ${bits}`, `/${prefix}`),
        step('usable', `2^${bits} − ${RESERVED_ADDRESSES}`, usable),
      ],
      findings:
        usable === hosts
          ? [
              note(
                `It fits to the last address: one more ${prefix > IPV4_LARGEST_PREFIX ? `needs a /${prefix - 1}` : 'fits into no subnet'}. Leave room to grow.`,
              ),
            ]
          : [],
      traps:
        naive > prefix
          ? [
              `Reserving only two addresses suggests /${naive}, which ${naive > IPV4_SMALLEST_PREFIX ? 'AWS does not allow' : `has ${formatNumber(2 ** (32 - naive) - RESERVED_ADDRESSES)} usable`}.`,
            ]
          : [],
      sources: [SOURCES.subnetSizing],
    };
  },
  examples: [
    { title: '250 hosts', inputs: { hosts: '250' }, expect: { prefix: 24, usable: 251 } },
    { title: '252 hosts', inputs: { hosts: '252' }, expect: { prefix: 23, usable: 507 } },
    { title: '12 hosts', inputs: { hosts: '12' }, expect: { prefix: 27, usable: 27 } },
  ],
});
