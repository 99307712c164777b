import { createFileRoute } from "@tanstack/react-router";
import { SignUpPage } from "../members/SignUpPage.tsx";

export const Route = createFileRoute("/sign-up")({ component: SignUpPage });
