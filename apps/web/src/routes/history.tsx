import { createFileRoute } from "@tanstack/react-router";
import { HistoryPage } from "../generations/HistoryPage.tsx";
import { requireMember } from "../shell/require-member.ts";

export const Route = createFileRoute("/history")({ beforeLoad: requireMember, component: HistoryPage });
