import * as z from "zod/mini";
import { idSchema } from "./ids.ts";

/** The append-only record that somebody did something. */
export const actView = z.object({
  id: idSchema("act"),
  actor: z.string(),
  /** What a person of the staff is called, or a member's address; null for the system, and for who is gone. */
  actorName: z.nullable(z.string()),
  act: z.string(),
  on: z.string(),
  note: z.nullable(z.string()),
  at: z.string(),
});
export type ActView = z.infer<typeof actView>;
