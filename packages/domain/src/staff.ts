import * as z from "zod/mini";
import { capabilities, roleSchema } from "./capability.ts";
import { idSchema } from "./ids.ts";
import { emailSchema } from "./member.ts";

export const staffSignInRequest = z.strictObject({
  email: emailSchema,
  password: z.string().check(z.maxLength(256)),
  code: z.string().check(z.regex(/^\d{6}$/)),
});
export type StaffSignInRequest = z.infer<typeof staffSignInRequest>;

export const staffView = z.object({
  id: idSchema("staff"),
  name: z.string(),
  email: z.string(),
  roles: z.array(roleSchema),
  capabilities: z.array(z.enum(capabilities)),
});
export type StaffView = z.infer<typeof staffView>;
