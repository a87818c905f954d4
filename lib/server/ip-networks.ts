import { isIP } from "node:net";

/** Whom an IP may stand for. */
export interface IpNetworks {
  /** An IPv4, or the /64 of an IPv6, which is the least that one household has: four groups such as `2001:db8:1:2`. */
  household: string;
  /** The /48 around it, such as `2001:db8:1`: one customer may have a whole one. Null of an IPv4. */
  site: string | null;
}

/** Prefixes of 96 bits that only wrap an IPv4: mapped (RFC 4291), and translated (RFC 6052). */
const WRAPPED = ["0:0:0:0:0:ffff", "64:ff9b:0:0:0:0"];

/**
 * @param text an IP as a socket or a proxy writes it: also in brackets, with a port or a zone
 * @returns null when it is no IP
 */
export function ipNetworks(text: string): IpNetworks | null {
  const ip = bareIp(text);
  const kind = isIP(ip);
  if (kind === 0) return null;
  if (kind === 4) return { household: ip, site: null };
  const groups = groupsOf(ip);
  const ipv4 = WRAPPED.includes(groups.slice(0, 6).join(":")) ? dotted(groups[6], groups[7]) : null;
  if (ipv4) return { household: ipv4, site: null };
  return { household: groups.slice(0, 4).join(":"), site: groups.slice(0, 3).join(":") };
}

/** Without brackets, port and zone. */
export function bareIp(written: string): string {
  const text = written.trim();
  const inBrackets = /^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1];
  const beforePort = /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(text)?.[1];
  return (inBrackets ?? beforePort ?? text).replace(/%.*$/, "");
}

/** The eight groups, in small hexadecimal without leading zeros. The URL parser knows every way to write an IPv6. */
function groupsOf(ipv6: string): string[] {
  const [head = "", tail] = new URL(`http://[${ipv6}]`).hostname.slice(1, -1).split("::");
  const [left, right] = [head, tail ?? ""].map((half) => (half ? half.split(":") : [])) as [string[], string[]];
  return [...left, ...Array<string>(8 - left.length - right.length).fill("0"), ...right];
}

function dotted(high = "0", low = "0"): string {
  return [high, low].flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255]).join(".");
}
