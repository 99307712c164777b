import { createFileRoute, redirect } from "@tanstack/react-router";
import * as z from "zod/mini";
import { paths } from "../paths.ts";
import { SignInPage } from "../staff/SignInPage.tsx";

const search = z.object({ next: z.catch(z.optional(z.string()), undefined) });

export const Route = createFileRoute("/sign-in")({
  validateSearch: search,
  beforeLoad: ({ context: { staff } }) => {
    if (staff !== null) throw redirect({ href: paths.overview });
  },
  component: SignInPage,
});
