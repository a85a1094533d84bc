/** The city that a zone is named after: `America/New_York` → `New York`. */
export function cityOf(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

/** A zone as a language calls it, "Westeuropäische Zeit"; empty where it has no name. */
export function clockOf(lang: string, zone: string): string {
  try {
    const shown = new Intl.DateTimeFormat(lang, { timeZone: zone, timeZoneName: "longGeneric" });
    const name = shown.formatToParts().find(({ type }) => type === "timeZoneName")?.value ?? "";
    return /^(GMT|UTC)[-+−\d]/.test(name) ? "" : name;
  } catch {
    // An old browser knows neither the zone nor its name.
    return "";
  }
}
