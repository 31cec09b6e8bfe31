import type { StaleTerm } from './stale-term.ts';

function changed(pattern: RegExp, message: string, more: Omit<Partial<StaleTerm>, 'kind'> = {}): StaleTerm {
  return { kind: 'claim', pattern, message, ...more };
}

/** Services that now behave otherwise. */
export const staleBehaviour: readonly StaleTerm[] = [
  changed(
    /\bS3\b.*\b(eventual(?:ly)? consisten(?:t|cy))|\b(eventual(?:ly)? consisten(?:t|cy))\b.*\bS3\b/i,
    'S3 reads objects and lists after a write with strong consistency.',
    {
      unless: /\bnot\b|n't\b|\bconfiguration|\breplicat|\bDynamoDB\b|\bstrong/i,
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html',
    },
  ),
  changed(
    /\bobjects? (?:in S3 )?(?:is|are) (?:not encrypted|unencrypted|stored unencrypted) (?:by default|unless)/i,
    'S3 encrypts every new object with SSE-S3 unless told otherwise.',
    { source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingServerSideEncryption.html' },
  ),
  changed(
    /\b(?:SQS )?(?:queues?|messages?) (?:is|are) (?:not encrypted|unencrypted) (?:by default|unless)/i,
    'new SQS queues are encrypted with SSE-SQS by default.',
  ),
  changed(
    /\b(random(?:i[sz]ed)?|hash(?:ed)?) (?:hex )?(?:key )?prefix(?:es)?\b/i,
    'S3 serves 3,500 writes and 5,500 reads a second for each prefix, without random names.',
    {
      unless: /\bnot\b|n't\b|\bno (?:need|gain|longer)\b|\bunnecessary\b|\bwithout\b|\bneedless/i,
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance.html',
    },
  ),
  changed(
    /\bSnapStart\b.*\b(?:only|just|exclusively)\b.*\bJava\b|\bSnapStart is Java[- ]only\b|\bonly Java\b.*\bSnapStart\b/i,
    'SnapStart works with Java, Python and .NET.',
    {
      unless: /\bPython\b|\bfree\b|\bcharge/i,
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html',
    },
  ),
  changed(
    /\bgp3\b.*\bburst (?:credits?|buckets?|balance)\b/i,
    'gp3 has a flat baseline; burst credits belong to gp2.',
    {
      unless: /\bno\b|\bnot\b|\bwithout\b|n't\b|\bgp2\b/i,
      source: 'https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html',
    },
  ),
  changed(
    /\bpublic IPv4 addresses? (?:is|are) free\b|\bElastic IPs?(?: address(?:es)?)? (?:is|are) free (?:of charge )?(?:while|when|if|as long as)\b/i,
    'every public IPv4 address costs $0.005 an hour, attached or not.',
    { source: 'https://aws.amazon.com/vpc/pricing/' },
  ),
  changed(
    /\bpublic (?:ACM )?certificates?\b[^.]*\b(?:cannot|can't|can not) be exported\b|\b(?:cannot|can't) export (?:a )?public (?:ACM )?certificates?/i,
    'a public ACM certificate can be requested as exportable.',
    { source: 'https://docs.aws.amazon.com/acm/latest/userguide/acm-exportable-certificates.html' },
  ),
  changed(
    /\bonly (?:AWS )?CloudHSM\b.*\bLevel 3\b|\bLevel 3\b.*\bonly (?:with|in|by) (?:AWS )?CloudHSM\b/i,
    'the HSMs of KMS are validated at FIPS 140-3 Level 3 too.',
  ),
  changed(
    /\b(?:S3|DynamoDB) (?:supports?|has|offers?) only (?:a )?gateway endpoints?\b|\bonly (?:through|with|via) (?:a )?gateway (?:VPC )?endpoints?\b/i,
    'S3 and DynamoDB have gateway and interface endpoints.',
    { source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html' },
  ),
  changed(
    /\bfailed conditional (?:writes?|puts?|updates?)\b.*\b(?:1|one) (?:WCU|write (?:capacity )?unit)/i,
    'a failed conditional write costs by the size of the item.',
    { unless: /\b1 KB\b/i },
  ),
  changed(
    /\bDynamoDB\b.*\b(?:cannot|can't|does not|doesn't) (?:\w+ )?(?:hold|store|allow|accept|contain)\b.*\bempty strings?\b/i,
    'attributes that are not keys may be empty strings.',
    { unless: /\bkey/i },
  ),
  changed(
    /\bglobal tables?\b.*\bonly eventual|\bglobal tables?\b.*\beventual(?:ly)? consisten(?:t|cy) only\b/i,
    'global tables can be set to multi-Region strong consistency.',
    { source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GlobalTables.html' },
  ),
  changed(
    /\bon-demand\b.*\b(?:7|seven)(?:x| times)\b/i,
    'on-demand capacity of DynamoDB is the recommended default since its price was halved.',
    {
      source: 'https://aws.amazon.com/dynamodb/pricing/on-demand/',
    },
  ),
  changed(
    /\b(?:switch|change)\w*\b.*\b(?:once|one time) (?:per|every|in|a) (?:24[- ]hours?|24 h|day)\b/i,
    'a table can go to on-demand four times in 24 hours, and to provisioned at any time.',
    {
      unless: /\b(?:four|4) times\b/i,
      source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html',
    },
  ),
  changed(
    /\bdecreas\w*\b.*\b(?:4|four) times (?:a|per) day\b/i,
    'capacity can be lowered up to 27 times a day.',
    {
      unless: /\b27\b|\bhour/i,
    },
  ),
  changed(
    /\bAurora Serverless\b.*\b(?:minimum|at least|never below)\b.*\b0\.5 ACUs?\b|\bAurora Serverless(?: v2)? cannot scale to (?:0|zero)/i,
    'Aurora Serverless v2 scales down to 0 ACUs.',
    {
      source:
        'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2-auto-pause.html',
    },
  ),
  changed(
    /\bECS\b.*\bblue\/green\b.*\b(?:requires?|needs?|only (?:with|through)) (?:AWS )?CodeDeploy\b|\bblue\/green\b.*\bECS\b.*\b(?:requires?|needs?|only (?:with|through)) (?:AWS )?CodeDeploy\b/i,
    'ECS deploys blue/green by itself.',
    { source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-blue-green.html' },
  ),
  changed(/\bMap state\b.*\b(`?Iterator`?)\b/, 'a Map state has an ItemProcessor.', {
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-map.html',
  }),
  changed(
    /\b`?MessageGroupId`?\b.*\b(?:only|exclusively) (?:for|on|with|in|by) FIFO\b|\bonly FIFO queues?\b.*\bMessageGroupId\b/i,
    'a MessageGroupId on a standard queue turns on fair queues.',
    {
      source:
        'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues.html',
    },
  ),
  changed(
    /\bgeoproximity\b.*\b(?:requires?|needs?|only with) (?:Route 53 )?traffic flow\b/i,
    'geoproximity routing works in ordinary records.',
  ),
  changed(
    /\bFree Tier\b.*\b12 months\b|\b12[- ]months? free tier\b/i,
    'new accounts get credits of up to $200 and a free plan of 6 months.',
    {
      unless: /\b2025\b/,
      source: 'https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/free-tier.html',
    },
  ),
  changed(/\broot (?:user )?MFA is (?:only )?optional\b/i, 'MFA is enforced for root users.'),
  changed(
    /\bonly the root user\b.*\b(?:change|changes|changing)\b.*\bSupport plan\b/i,
    'an IAM principal can change the Support plan.',
  ),
  changed(
    /\bCodeCommit\b[^.;]*\b(?:closed to|no longer (?:available|open|accepts?|offered)|not (?:available|open) to|deprecated)\b/i,
    'CodeCommit has been open to new customers again since November 2025.',
    { evenAsPast: true, unless: /\b(?:again|returned|re-?opened)\b/i },
  ),
  changed(/\bSAA-C04\b|\bCLF-C03\b/, 'there is no such exam version.', { evenAsPast: true }),
];
