import * as z from "zod/mini";
import { artifactFormats } from "./artifact.ts";
import { clauseCitation } from "./clause.ts";
import { modalities } from "./model.ts";
import { noteSchema } from "./note.ts";
import { storefrontIdSchema } from "./storefront.ts";

const short = z
  .string()
  .check(z.trim(), z.minLength(1, "May not be empty."), z.maxLength(200, "200 characters at most."));
const day = z
  .string()
  .check(
    z.refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)), "A day, as 2026-11-21."),
  );
const moment = z
  .string()
  .check(z.refine((text) => !Number.isNaN(Date.parse(text)), "A moment, as 2026-11-21T12:00:00Z."));
const address = z
  .string()
  .check(
    z.refine((text) => text.startsWith("https://") && URL.canParse(text), "An address that begins with https://."),
  );
const atLeastOne = (most: number) =>
  z
    .int("A whole number.")
    .check(z.minimum(1, "At least 1."), z.maximum(most, `${most.toLocaleString("en-US")} at most.`));

/** The wire names of a route: how it calls its inputs, and where its outputs sit in the answer. */
const registryFields = z.strictObject({
  inputs: z.strictObject({
    prompt: z.nullable(short),
    count: z.optional(z.nullable(z.strictObject({ field: short }))),
    image: z.nullable(z.strictObject({ field: short, takesList: z.boolean() })),
    size: z.nullable(
      z.strictObject({ field: short, as: z.union([z.literal("dimensions"), z.record(z.string(), z.string())]) }),
    ),
  }),
  outputs: z.array(
    z.strictObject({ path: z.string(), format: z.enum(artifactFormats), role: z.enum(["main", "extra"]) }),
  ),
});

/** One way to run a model, as the registry keeps it. */
export const registryRoute = z.strictObject({
  provider: short,
  upstreamModel: short,
  operation: z.enum(modalities),
  /** Sent with every submission: the knobs that make a tier. */
  parameters: z.record(z.string(), z.json()),
  fields: registryFields,
  noStore: z.enum(["whole-chain", "gateway-only", "none"]),
  trainsOnInputs: z.boolean(),
  /** What one run costs us, in millionths of a US dollar. */
  costMicroUsd: z.int("A whole number.").check(z.minimum(0, "At least 0.")),
  /** The first day in UTC without it, and the upstream's name that follows, a route of the same model. */
  retirement: z.nullable(z.strictObject({ from: day, successor: short })),
  enabled: z.boolean(),
});
export type RegistryRoute = z.infer<typeof registryRoute>;

/** A model as the registry keeps it, and as a file says it. */
export const registryModel = z.strictObject({
  id: short,
  name: short,
  maker: short,
  modality: z.enum(modalities),
  description: z
    .string()
    .check(z.trim(), z.minLength(1, "May not be empty."), z.maxLength(500, "500 characters at most.")),
  /** What a generation costs by the price that was set last. */
  credits: atLeastOne(10_000_000),
  /** From when that price holds; null for a new one that holds at once. */
  creditsFrom: z.nullable(moment),
  expectedSeconds: atLeastOne(3_600),
  sizes: z.array(short),
  /** Results that one request may ask for; each is paid for when it is delivered. */
  countMost: atLeastOne(10),
  promptMost: z.nullable(atLeastOne(32_000)),
  usagePolicyUrl: z.nullable(address),
  /** The first day in UTC on which it is no longer sold, and the model of the storefront that follows it, if one does. */
  sunset: z.nullable(z.strictObject({ on: day, successor: z.nullable(short) })),
  enabled: z.boolean(),
  routes: z.array(registryRoute).check(z.minLength(1, "At least one.")),
});
export type RegistryModel = z.infer<typeof registryModel>;

/** Models as they are to be, each whole. Those it does not name stay as they are. */
export const registryEdit = z.strictObject({
  storefront: storefrontIdSchema,
  models: z.array(registryModel).check(z.minLength(1, "At least one.")),
});
export type RegistryEdit = z.infer<typeof registryEdit>;

/** Something in an edit that cannot be: where, as `models[0].routes[1].costMicroUsd`, and why. */
export const registryFault = z.object({ path: z.string(), message: z.string() });
export type RegistryFault = z.infer<typeof registryFault>;

/** One difference between the registry and an edit. What was not there, or will not be, is null. */
export const registryDifference = z.object({
  modelId: z.string(),
  path: z.string(),
  before: z.nullable(z.string()),
  after: z.nullable(z.string()),
});
export type RegistryDifference = z.infer<typeof registryDifference>;

/** Who pays a new price, and from when. */
export const modelPricePlan = z.object({
  modelId: z.string(),
  fromCredits: z.nullable(z.int()),
  toCredits: z.int(),
  /** For whoever has no subscription. */
  effectiveAt: z.string(),
  /** Who has a subscription now, is told by mail, and pays the old price until `earliestAt` at the least. */
  subscribers: z.int(),
  earliestAt: z.string(),
  /** Generations that were quoted the old price and run on at it. */
  running: z.int(),
  /** Routes on sale that cost more than the new price earns, and are therefore not taken. */
  tooDear: z.array(z.string()),
  explanation: z.string(),
  clauses: z.array(clauseCitation),
});
export type ModelPricePlan = z.infer<typeof modelPricePlan>;

/** What an edit would do. With faults nothing can be done. */
export const registryPlan = z.object({
  faults: z.array(registryFault),
  differences: z.array(registryDifference),
  prices: z.array(modelPricePlan),
  /** Stands for all of the above: what was looked at is what is done. */
  digest: z.string(),
});
export type RegistryPlan = z.infer<typeof registryPlan>;

export const registryRequest = z.strictObject({
  edit: registryEdit,
  digest: z.string().check(z.maxLength(80)),
  note: noteSchema("Say why: it is kept with each model that changes."),
});
export type RegistryRequest = z.infer<typeof registryRequest>;

export const modelPriceView = z.object({
  credits: z.int(),
  effectiveAt: z.string(),
  note: z.nullable(z.string()),
  /** Subscribers who were told of it by mail. */
  told: z.int(),
});
export type ModelPriceView = z.infer<typeof modelPriceView>;

/** A model with every price it had, has and will have, the newest first. */
export const modelFile = z.object({
  storefront: storefrontIdSchema,
  model: registryModel,
  prices: z.array(modelPriceView),
});
export type ModelFile = z.infer<typeof modelFile>;
