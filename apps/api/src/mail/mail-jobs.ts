import { idSchema } from "@covenant/domain";
import * as z from "zod";
import { defineJob } from "../queues/define-job.ts";

export const sendMailJob = defineJob({
  queue: "mail",
  name: "send",
  schema: z.object({ mailId: idSchema("mail") }),
});
