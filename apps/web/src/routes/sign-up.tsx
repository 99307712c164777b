import { createFileRoute } from "@tanstack/react-router";
import { SignUpPage } from "../members/SignUpPage.tsx";
import { requireVisitor } from "../shell/require-visitor.ts";

export const Route = createFileRoute("/sign-up")({ beforeLoad: requireVisitor, component: SignUpPage });
