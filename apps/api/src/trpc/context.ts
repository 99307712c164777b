import type { MemberActor, StaffActor, StorefrontId } from "@covenant/domain";
import type { Deps } from "../deps.ts";

/** What is known of a request before any procedure runs. */
export type RequestFacts = {
  deps: Deps;
  requestId: string;
  /** The caller's address, for limits only; never stored beside anything. */
  ip(): string;
  /** Aborts when the caller leaves before the answer is out. */
  signal(): AbortSignal;
  /** The `Cookie` header, for the sessions folder alone. */
  cookies: string;
  setCookie(cookie: string): void;
};

export type MemberContext = RequestFacts & { side: "member"; storefront: StorefrontId; actor: MemberActor | null };
export type StaffContext = RequestFacts & { side: "staff"; actor: StaffActor | null };
