import type { ReactNode } from "react";
import { Card } from "../Card.tsx";

/** One component in one or more of its states. */
export function Specimen({ title, detail, children }: { title: string; detail?: string; children: ReactNode }) {
  return (
    <Card title={title} detail={detail}>
      {children}
    </Card>
  );
}
