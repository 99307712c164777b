import type { Modality } from "@covenant/domain";
import type { Json, ProviderId, RouteFields } from "./spec.ts";

/** One way to run a model. Rows rule at run time; a storefront's files seed them. */
export type CatalogueRoute = {
  provider: ProviderId;
  /** The provider's name of the model. Data with a successor, because providers retire names. */
  upstreamModel: string;
  operation: Modality;
  /** Sent with every submission: quality, mesh density, the upstream's safety checker. */
  parameters: Readonly<Record<string, Json>>;
  fields: RouteFields;
  /**
   * What asking for no retention reaches: the whole chain, only the gateway in front of the model's maker, or nothing.
   * `upstreamRetention: "require"` accepts only `whole-chain`.
   */
  noStore: "whole-chain" | "gateway-only" | "none";
  /** True when inputs are used for training, or may be. */
  trainsOnInputs: boolean;
  /** What one run costs us, in millionths of a US dollar. A snapshot; the provider's invoice rules. */
  costMicroUsd: number;
  /** Set once the provider has announced an end: the first civil date without it, and the `upstreamModel` that follows. */
  retirement: { from: string; successor: string } | null;
};

/** A model on sale at a storefront. */
export type CatalogueModel = {
  /** Ours and stable, whatever happens to upstream names: `z-image`. */
  id: string;
  name: string;
  maker: string;
  modality: Modality;
  description: string;
  /** Credits for one generation. */
  credits: number;
  expectedSeconds: number;
  /** `1024x1024`, first one preselected; empty where the input decides. */
  sizes: readonly string[];
  /** Results that one request may ask for, where each of its routes can be asked for more than one. */
  countMost?: number;
  /** Characters a prompt may have, where its maker takes fewer than a request does. */
  promptMost?: number;
  /** Where its maker says what it may be used for, where that is published. */
  usagePolicyUrl?: string;
  routes: readonly CatalogueRoute[];
};
