import { createFileRoute } from "@tanstack/react-router";
import { ClosedAppeal } from "../appeals/ClosedAppeal.tsx";
import { SignInPage } from "../members/SignInPage.tsx";
import { requireVisitor } from "../shell/require-visitor.ts";

export const Route = createFileRoute("/sign-in")({
  validateSearch: ({ next }): { next?: string } => (typeof next === "string" ? { next } : {}),
  beforeLoad: requireVisitor,
  component: SignInRoute,
});

function SignInRoute() {
  return <SignInPage ofClosedAccount={(credentials) => <ClosedAppeal credentials={credentials} />} />;
}
