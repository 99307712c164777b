import { createFileRoute } from "@tanstack/react-router";
import { SignInPage } from "../members/SignInPage.tsx";

export const Route = createFileRoute("/sign-in")({
  validateSearch: ({ next }): { next?: string } => (typeof next === "string" ? { next } : {}),
  component: SignInPage,
});
