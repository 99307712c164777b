import type { Prisma, Tx } from "@covenant/db";
import type { StorefrontId } from "@covenant/domain";
import { chooseRoute } from "@covenant/providers";
import { storefronts } from "@covenant/storefronts";
import type { AttemptRow } from "./attempt-store.ts";
import type { GenerationRow } from "./generation-store.ts";

export type RouteRow = Prisma.RouteGetPayload<object>;
