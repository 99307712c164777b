import { createFileRoute } from "@tanstack/react-router";
import { SignInPage } from "../members/SignInPage.tsx";
import { requireVisitor } from "../shell/require-visitor.ts";

export const Route = createFileRoute("/sign-in")({
  validateSearch: ({ next }): { next?: string } => (typeof next === "string" ? { next } : {}),
  beforeLoad: requireVisitor,
  component: SignInPage,
});
