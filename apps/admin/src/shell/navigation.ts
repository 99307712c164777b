import type { Capability } from "@covenant/domain";
import {
  BookOpenText,
  Boxes,
  CalendarSync,
  Coins,
  Gauge,
  Gavel,
  Handshake,
  History,
  type LucideIcon,
  MessageSquareReply,
  Radio,
  ReceiptText,
  Scale,
  ScrollText,
  UsersRound,
  Waypoints,
} from "lucide-react";
import { paths } from "../paths.ts";
import type { Countable } from "./OpenCount.tsx";

export type Place = {
  label: string;
  href: string;
  keys: string;
  icon: LucideIcon;
  capability: Capability;
  /** What of it waits for somebody, where that is counted. */
  count?: Countable;
};

/** Where one can go in the console, with the keys that go there. */
export const places = [
  { label: "Overview", href: paths.overview, keys: "g o", icon: Gauge, capability: "overview.read" },
  { label: "Cases", href: paths.cases(), keys: "g c", icon: Gavel, capability: "case.read", count: "openCases" },
  {
    label: "Appeals",
    href: paths.appeals(),
    keys: "g t",
    icon: MessageSquareReply,
    capability: "case.read",
    count: "openAppeals",
  },
  { label: "Members", href: paths.members(), keys: "g m", icon: UsersRound, capability: "member.read" },
  { label: "Orders", href: paths.orders(), keys: "g b", icon: ReceiptText, capability: "order.read" },
  {
    label: "Proposals",
    href: paths.proposals(),
    keys: "g s",
    icon: Handshake,
    capability: "order.read",
    count: "openProposals",
  },
  { label: "Plans", href: paths.plans, keys: "g p", icon: CalendarSync, capability: "order.read" },
  { label: "Exchange rates", href: paths.exchangeRates, keys: "g x", icon: Coins, capability: "order.read" },
  { label: "Payment events", href: paths.paymentEvents(), keys: "g e", icon: Radio, capability: "order.read" },
  { label: "Reconciliation", href: paths.reconciliation(), keys: "g r", icon: Scale, capability: "order.read" },
  { label: "Ledger", href: paths.ledger(), keys: "g l", icon: BookOpenText, capability: "ledger.read" },
  { label: "Models", href: paths.models, keys: "g d", icon: Boxes, capability: "provider.read" },
  { label: "Providers", href: paths.providers, keys: "g v", icon: Waypoints, capability: "provider.read" },
  { label: "Replay", href: paths.replay(), keys: "g y", icon: History, capability: "terms.replay" },
  { label: "Acts", href: paths.acts(), keys: "g a", icon: ScrollText, capability: "act.read" },
] as const satisfies readonly Place[];
