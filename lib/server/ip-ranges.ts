import { BlockList, isIP } from "node:net";
import { bareIp } from "./ip-networks";

/** Whether an IP, as a socket names it, is in one of the ranges. */
export type IpRanges = (ip: string) => boolean;

const BITS = { 4: 32, 6: 128 } as const;

/**
 * @param list IPs and CIDR ranges with commas between them, such as "127.0.0.1, 10.0.0.0/8, fd00::/8"
 * @returns null when one of them is neither
 */
export function ipRanges(list: string): IpRanges | null {
  const known = new BlockList();
  for (const entry of list.split(",")) {
    const [, ip = "", bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(entry.trim()) ?? [];
    const kind = isIP(ip);
    if (kind !== 4 && kind !== 6) return null;
    const prefix = bits === undefined ? BITS[kind] : Number(bits);
    if (prefix > BITS[kind]) return null;
    known.addSubnet(ip, prefix, `ipv${kind}`);
  }
  return (text) => {
    const ip = bareIp(text);
    const kind = isIP(ip);
    // An IPv4 that a socket for both kinds wraps (::ffff:10.0.0.1) is in the IPv4's ranges: BlockList knows that.
    return kind !== 0 && known.check(ip, kind === 6 ? "ipv6" : "ipv4");
  };
}
