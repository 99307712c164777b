import ipaddr from "ipaddr.js";

/** All that IANA has ever given out as global unicast in IPv6. */
const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * Whether an address is one of the public internet's. Everything special is refused, in IPv6 also every form that embeds an
 * IPv4 address (mapped, translated, 6to4, Teredo): a public file host needs none of them, and each can name this machine.
 * Source: IANA special-purpose address registries (RFC 6890), as ipaddr.js lists them.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast") return false;
  return !(parsed instanceof ipaddr.IPv6) || parsed.match(globalUnicast);
}
