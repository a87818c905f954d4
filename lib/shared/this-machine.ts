/** By name (RFC 6761 gives the whole of .localhost to it), or by IP: loopback, and "every IP of this machine". */
const NAMES = /^(?:.+\.)?localhost(?:\.localdomain)?$/;
const IPS =
  /^(?:127(?:\.\d{1,3}){3}|0\.0\.0\.0|::1|::|(?:0{1,4}:){7}0{0,3}[01]|::ffff:(?:127(?:\.\d{1,3}){3}|7f[0-9a-f]{2}:[0-9a-f]{1,4}))$/;

/**
 * Whether a host is this machine for whoever asks, so that it is another machine, or nobody, for everybody else.
 * @param host a name or an IP as it stands in a URL or behind the @ of an email: "localhost", "[::1]"
 */
export function isThisMachine(host: string): boolean {
  const bare = host
    .toLowerCase()
    .replace(/^\[(?:ipv6:)?(.*)\]$/, "$1")
    .replace(/\.$/, "");
  return NAMES.test(bare) || IPS.test(bare);
}
