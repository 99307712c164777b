import { type ExchangeRateFile, storefrontNames } from "@covenant/domain";
import { Banner } from "@covenant/ui";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { PermittedLink } from "../shell/PermittedLink.tsx";

/** Which exchange rates are old; nothing where none is. */
export function RateAlarm() {
  const { data = [] } = useQuery(api.exchangeRates.list.queryOptions());
  return data.filter(({ isStale }) => isStale).map((file) => <Stale key={file.storefront} file={file} />);
}

function Stale({ file: { storefront, base, quote, ageDays } }: { file: ExchangeRateFile }) {
  return (
    <Banner
      tone="warn"
      title={`The rate of ${quote} at ${storefrontNames[storefront]} is ${ageDays} days old`}
      actions={
        <PermittedLink href={paths.exchangeRates} capability="order.read">
          Exchange rates
        </PermittedLink>
      }
    >
      Orders in {quote} are charged at it all the same. Set the rate of today for one {base}.
    </Banner>
  );
}
