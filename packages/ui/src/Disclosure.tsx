import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

type DisclosureProps = { title: ReactNode; children: ReactNode; isOpenAtFirst?: boolean };

/** More of something, one press away. The page's own search finds what is inside. */
export function Disclosure({ title, children, isOpenAtFirst = false }: DisclosureProps) {
  return (
    <details open={isOpenAtFirst} className="group/disclosure min-w-0">
      <summary className="inline-flex min-h-6 list-none items-center gap-1.5 rounded-control text-ui font-medium text-muted hover:text-text [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden size={16} className="shrink-0 transition-transform group-open/disclosure:rotate-90" />
        {title}
      </summary>
      <div className="pt-3 pl-[22px]">{children}</div>
    </details>
  );
}
