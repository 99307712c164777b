import type { ViolationCategory } from "@covenant/domain";

/** Prompts by the category they break, or seem to break. */
export type Prompts = Readonly<Record<ViolationCategory, readonly string[]>>;
