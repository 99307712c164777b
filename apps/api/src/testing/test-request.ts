import type { StorefrontId } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { readMemberSession } from "../sessions/member-session.ts";
import { readStaffSession } from "../sessions/staff-session.ts";
import type { MemberContext, RequestFacts, StaffContext } from "../trpc/context.ts";

/** A browser as the API sees it: it keeps cookies between requests, and shows the last header that set one. */
export type TestBrowser = {
  lastSetCookie(): string | undefined;
  cookies(): string;
  request(): RequestFacts;
  atStorefront(storefront: StorefrontId): Promise<MemberContext>;
  atConsole(): Promise<StaffContext>;
};

/** Opens a browser at an address of its own, without cookies or with the given `Cookie` header. */
export function testBrowser(deps: Deps, { ip = "192.0.2.1", cookies = "" } = {}): TestBrowser {
  const jar = new Map(cookies === "" ? [] : cookies.split("; ").map(nameAndValue));
  let last: string | undefined;
  const header = () => [...jar].map((pair) => pair.join("=")).join("; ");
  const request = (): RequestFacts => ({
    deps,
    requestId: "req-test",
    ip: () => ip,
    signal: () => new AbortController().signal,
    cookies: header(),
    setCookie: (cookie) => {
      last = cookie;
      const [name, value] = nameAndValue(cookie.split("; ")[0] ?? "");
      if (cookie.includes("Max-Age=0")) jar.delete(name);
      else jar.set(name, value);
    },
  });
  return {
    lastSetCookie: () => last,
    cookies: header,
    request,
    async atStorefront(storefront) {
      const facts = request();
      return { ...facts, side: "member", storefront, actor: await readMemberSession(facts, storefront) };
    },
    async atConsole() {
      const facts = request();
      return { ...facts, side: "staff", actor: await readStaffSession(facts) };
    },
  };
}

function nameAndValue(pair: string): [string, string] {
  const cut = pair.indexOf("=");
  return [pair.slice(0, cut), pair.slice(cut + 1)];
}
