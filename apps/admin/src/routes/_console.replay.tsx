import { replayQuestion, storefrontIdSchema } from "@covenant/domain";
import { createFileRoute } from "@tanstack/react-router";
import * as z from "zod/mini";
import { questionTitles } from "../cases/case-words.ts";
import { ReplayPage } from "../replays/ReplayPage.tsx";
import { needs } from "../shell/capability.ts";

const search = z.object({
  storefront: z.catch(storefrontIdSchema, "modelmyimage"),
  /** The newest one where none is named. */
  version: z.catch(z.optional(replayQuestion.shape.version), undefined),
  days: z.catch(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(365)), 90),
});

export const Route = createFileRoute("/_console/replay")({
  validateSearch: search,
  beforeLoad: needs("terms.replay"),
  component: () => <ReplayPage titles={questionTitles} />,
});
