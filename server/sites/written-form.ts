import type { SiteForm } from "../../shared/site.ts";
import { etagOf } from "../http/etag.ts";
import type { SiteHead } from "./sites.ts";

interface Written {
  form: Pick<SiteForm, "replies" | "counter">;
  text: string;
  etag: string;
}

const last = new WeakMap<SiteHead, Written>();

/** The form as it is sent. Written once for a site as it is known; two things of it change by themselves. */
export async function writtenForm(site: SiteHead, form: SiteForm): Promise<Omit<Written, "form">> {
  const before = last.get(site);
  if (
    before && before.form.replies === form.replies &&
    before.form.counter?.attending === form.counter?.attending
  ) return before;
  const text = JSON.stringify(form);
  const written = { form, text, etag: await etagOf(text) };
  last.set(site, written);
  return written;
}
