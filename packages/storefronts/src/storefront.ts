import type { Credits, Money, PaymentMethod, PlanInterval, StorefrontId } from "@covenant/domain";
import type { CatalogueModel } from "@covenant/providers";

/** A one-time purchase of credits. */
export type Pack = {
  /** Unique over all storefronts, because orders cite it. */
  id: string;
  name: string;
  credits: Credits;
  price: Money & { currency: "USD" };
  /** Null: the credits do not expire. A number only where the pack is sold so, in words, before it is bought. */
  expiresAfterDays: number | null;
};

/** Credits for each period that is paid, and at ModelMyImage the membership that generating asks for. */
export type Plan = {
  /** Unique over all storefronts, because orders cite it. */
  id: string;
  name: string;
  /** Granted for each paid period. */
  credits: Credits;
  interval: PlanInterval;
  /** The price it comes with; later ones are rows. */
  price: Money & { currency: "USD" };
  /** Days after the end of their period until its credits expire, 0 for with it; null: they do not expire. */
  expiresAfterPeriodDays: number | null;
};

/** How long a delivered file stays readable where the storefront promises zero retention. */
export type DeliveryWindow = {
  /** Minutes from delivery after which the file goes, downloaded or not. */
  minutes: number;
  /** Minutes it still has after its first confirmed download, within `minutes`. */
  minutesAfterDownload: number;
};

/** What its studio takes: so many files at once, each of at most so many bytes. Larger pictures are compressed to about 10 MB. */
export type UploadLimits = { filesAtOnce: number; bytesAtMost: number };

export type Storefront = {
  id: StorefrontId;
  name: string;
  tagline: string;
  /** Host name in development and demo, without a port. Production maps its own domains to storefront ids. */
  host: string;
  supportEmail: string;
  /** IANA zone its business days are counted in. */
  zone: string;
  /** Years, as asked at sign-up. Where the law of the member's country asks for more, the law wins. */
  minimumAge: number;
  /** Languages its members are expected to write prompts in (BCP 47), whose lists are looked through beside English ones. */
  promptLanguages: readonly string[];
  /** What its studio makes first. */
  studio: "image" | "model-3d" | "api";
  paymentMethods: readonly PaymentMethod[];
  currency: "USD";
  /** CNY for one USD it comes with, as a decimal; later ones are rows, and each order keeps its own. Null where nobody pays in CNY. */
  cnyPerUsd: string | null;
  /** A refund of more than this, in cents of USD and all of one order together, asks for a second person of the staff. */
  refundApprovalAboveMinor: number;
  /** Whether routes without a no-retention switch for their whole chain are used and disclosed, or left out. */
  upstreamRetention: "prefer" | "require";
  /** Whether models that train on inputs, or may, are left out. */
  excludesTraining: boolean;
  /** Null where files are kept as the terms say, rather than for a delivery window. */
  deliveryWindow: DeliveryWindow | null;
  uploads: UploadLimits;
  models: readonly CatalogueModel[];
  packs: readonly Pack[];
  plans: readonly Plan[];
  /** What the demo's member starts with: some credits, and the plan they subscribe to, if any. */
  demo: { credits: number; plan: string | null };
  face: {
    /** Hue angle of the accent in OKLCH, 0 to 360. */
    accentHue: number;
    /** The name as it is set in the header, whose marked part carries the accent. */
    wordmark: { plain: string; marked: string };
  };
};
