const ownHosts = new Set(['aws.amazon.com', 'repost.aws', 'kiro.dev']);
const ownSuffixes = ['.aws.amazon.com', '.aws.dev', '.kiro.dev', '.repost.aws'];
const ownGitHub = /^\/(?:aws|awslabs|aws-samples|aws-powertools|awsdocs)\//;

/** Whether AWS itself speaks there, over https. */
export function isAwsSource(source: string): boolean {
  if (!URL.canParse(source)) return false;
  const { protocol, hostname, pathname, username } = new URL(source);
  if (protocol !== 'https:' || username !== '') return false;
  if (hostname === 'github.com') return ownGitHub.test(pathname);
  return ownHosts.has(hostname) || ownSuffixes.some((suffix) => hostname.endsWith(suffix));
}
