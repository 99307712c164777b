import type { StorefrontView } from "@covenant/domain";
import { paths } from "../paths.ts";

/** Where one can go on a storefront. What needs an account is listed for members. */
export function navigationOf({ studio }: StorefrontView, isMember: boolean): { label: string; href: string }[] {
  const developers = [
    { label: "API keys", href: paths.keys },
    { label: "Calls", href: paths.calls },
  ];
  const create = { label: "Create", href: paths.create };
  const history = { label: "History", href: paths.history };
  const pricing = { label: "Pricing", href: paths.pricing };
  const terms = { label: "Terms", href: paths.legal("terms") };
  if (!isMember) return [create, pricing, terms];
  return studio === "api" ? [...developers, create, history, pricing] : [create, history, pricing];
}
