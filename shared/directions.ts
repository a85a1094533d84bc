// Pure and free of zod: the element shows the way too.
import type { WeddingEvent } from "./events.ts";

type Place = WeddingEvent["place"];

/** A place in one line. */
export function placeLine(place: Place): string {
  return [place?.name, place?.address].filter(Boolean).join(", ");
}

/**
 * The way to a place: the address that the couple gave, else a search on Google's map, the one address that opens a map on
 * every phone, in its app or the browser. Undefined for a place that only has a name: a search might lead anywhere.
 */
export function directionsLink(place: Place): string | undefined {
  if (!place?.address) return place?.url;
  return place.url ??
    address("https://www.google.com/maps/search/?api=1", { query: placeLine(place) });
}

/** A page with what it is asked. Not URLSearchParams: Outlook shows its `+` for a space as a plus. */
export function address(page: string, query: Record<string, string | undefined>): string {
  return Object.entries(query).reduce(
    (so, [name, text]) => text ? `${so}&${name}=${encodeURIComponent(text)}` : so,
    page,
  );
}
