import type { StaleTerm } from './stale-term.ts';

function renamed(pattern: RegExp, now: string, source?: string): StaleTerm {
  const message = `the current name is ${now}.`;
  return source === undefined
    ? { kind: 'name', pattern, message }
    : { kind: 'name', pattern, message, source };
}

export const staleNames: readonly StaleTerm[] = [
  renamed(
    /\bCloudWatch Events\b/,
    'Amazon EventBridge',
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-what-is.html',
  ),
  renamed(
    /\bAWS SSO\b|\bAWS Single Sign-On\b/,
    'AWS IAM Identity Center',
    'https://docs.aws.amazon.com/singlesignon/latest/userguide/what-is.html',
  ),
  renamed(
    /\bKinesis (?:Data )?Firehose\b/,
    'Amazon Data Firehose',
    'https://docs.aws.amazon.com/firehose/latest/dev/what-is-this-service.html',
  ),
  renamed(/\bKinesis Data Analytics\b/, 'Amazon Managed Service for Apache Flink'),
  renamed(/\bElasticsearch Service\b|\bAmazon ES\b/, 'Amazon OpenSearch Service'),
  renamed(/\bQuickSight\b/, 'Quick Sight, a part of Amazon Quick'),
  renamed(/\bAppStream 2\.0\b/, 'Amazon WorkSpaces Applications'),
  renamed(/\bElastiCache for Redis\b(?! OSS)/, 'ElastiCache for Redis OSS, beside Valkey and Memcached'),
  renamed(/\bCodeWhisperer\b/, 'Amazon Q Developer, and for new work in the editor Kiro'),
  renamed(/\bSysOps Administrator\b/, 'CloudOps Engineer (SOA-C03)'),
  renamed(/\bCodeStar Connections?\b/i, 'AWS CodeConnections'),
  {
    kind: 'name',
    pattern: /\bCognito(?:'s)?(?: user pools?)? hosted UI\b/i,
    unless: /\bclassic\b/i,
    message: 'sign-in pages are now managed login; the hosted UI is its classic variant.',
    source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-managed-login.html',
  },
  {
    kind: 'name',
    pattern:
      /\bnodejs(?:8|10|12|14|16|18|20)\.x\b|\bpython(?:2\.7|3\.(?:6|7|8|9|10))\b|\bgo1\.x\b|\bdotnetcore\d|\bdotnet[56]\b|\bruby2\.\d\b/,
    message: 'this Lambda runtime is deprecated; use a supported one (Go runs on provided.al2023).',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html',
  },
  {
    kind: 'claim',
    pattern: /\bStep Functions Local\b/,
    message: 'the local emulator is unsupported; test states with the TestState API.',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/test-state-isolation.html',
  },
  {
    kind: 'claim',
    pattern: /\borigin access identit(?:y|ies)\b|\bOAIs?\b/i,
    message: 'origin access control (OAC) is the way to reach a private S3 origin, also with SSE-KMS.',
    source:
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  },
  {
    kind: 'claim',
    pattern: /\blaunch configurations?\b/i,
    message: 'Auto Scaling groups use launch templates; new accounts cannot create launch configurations.',
    source: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-configurations.html',
  },
  {
    kind: 'claim',
    pattern: /\b(?:AWS )?Developer Support\b|\bEnterprise On-Ramp\b/,
    message: 'the Support plans are Basic, Business Support+, Enterprise and Unified Operations.',
    source: 'https://aws.amazon.com/premiumsupport/plans/',
  },
];
