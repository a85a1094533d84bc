import type { Config } from "../config.ts";

/** Whoever can sign in may create sites, unless the operator named those who may. */
export function mayCreateSites({ siteCreators }: Pick<Config, "siteCreators">, mail: string) {
  return siteCreators === undefined || siteCreators.includes(mail.trim().toLowerCase());
}
