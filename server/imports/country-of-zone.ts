import { getCountries } from "libphonenumber-js/min";

let countries: Map<string, string> | undefined;

/** The country whose clocks show this time, two letters: telephone numbers of the wedding are of it. */
export function countryOfZone(zone: string): string {
  countries ??= new Map(
    getCountries().toReversed().flatMap((country) =>
      zonesOf(country).map((name) => [name, country] as const)
    ),
  );
  return countries.get(zone) ?? countries.get(canonical(zone)) ?? "US";
}

function zonesOf(country: string): string[] {
  const locale: Intl.Locale & { getTimeZones?(): string[] | undefined } = new Intl.Locale("und", {
    region: country,
  });
  return locale.getTimeZones?.() ?? [];
}

function canonical(zone: string): string {
  return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
}
