import * as z from "zod/mini";

/**
 * The least of Meshy's wire format that the adapter relies on. Unknown fields are ignored.
 * Source: docs.meshy.ai/api/image-to-3d, api/task-lifecycle, en/api/errors.
 */
export const createdBody = z.object({ result: z.string().check(z.minLength(1), z.maxLength(200)) });

export const taskBody = z.object({
  id: z.string(),
  status: z.string(),
  task_error: z.optional(z.nullable(z.object({ message: z.optional(z.string()) }))),
});
export type Task = z.infer<typeof taskBody>;

export const errorBody = z.object({ message: z.string() });
