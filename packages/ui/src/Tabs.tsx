import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components/Tabs";

export type TabItem = { id: string; label: string; count?: number; content: ReactNode };

type TabsProps = {
  label: string;
  items: readonly TabItem[];
  /** The open tab lives in the URL: the app hands it in and hears of changes. */
  selectedId: string;
  onSelect: (id: string) => void;
};

/** Sides of one thing. Arrow keys move between them. */
export function Tabs({ label, items, selectedId, onSelect }: TabsProps) {
  return (
    <AriaTabs selectedKey={selectedId} onSelectionChange={(key) => onSelect(String(key))}>
      <TabList aria-label={label} className="flex gap-5 overflow-x-auto border-b">
        {items.map(({ id, label: name, count }) => (
          <Tab
            key={id}
            id={id}
            className="-mb-px flex min-h-control cursor-pointer items-center gap-1.5 border-b-2 border-transparent text-ui font-medium whitespace-nowrap text-muted transition-colors focus-inset hover:text-text data-selected:border-ink data-selected:text-text"
          >
            {name}
            {count !== undefined && (
              <span className="rounded-pill bg-hover px-1.5 text-small leading-[18px] text-muted tabular">{count}</span>
            )}
          </Tab>
        ))}
      </TabList>
      {items.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="pt-5">
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
