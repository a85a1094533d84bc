import { createApp } from "../http/create-app.ts";
import type { Deps } from "../deps.ts";
import { plainRoutes } from "../plain/routes.ts";

export interface PlainPage {
  status: number;
  headers: Headers;
  html: string;
  title: string;
}

type Answers = Record<string, string | string[]>;

/** Somebody whose browser runs no scripts: opens pages, fills in their forms, presses their buttons. */
export function plainGuest(
  deps: Deps,
  { headers = {} }: { headers?: Record<string, string> } = {},
) {
  const app = createApp(deps, plainRoutes);
  // From an address of its own: limits are counted by address, and tests share a database.
  const peer = `10.${crypto.getRandomValues(new Uint8Array(3)).join(".")}`;

  async function load(path: string, init: RequestInit = {}): Promise<PlainPage> {
    const request = new Request(`https://rsvp.test${path}`, {
      ...init,
      headers: { "accept-language": "en-GB", ...headers, ...init.headers },
    });
    const response = await app.fetch(request, { peer });
    const next = response.headers.get("location");
    if (response.status === 303 && next) return await load(next);
    const html = await response.text();
    const title = /<title>(.*?)<\/title>/.exec(html)?.[1] ?? "";
    return { status: response.status, headers: response.headers, html, title };
  }

  function post(path: string, fields: Answers, init: RequestInit = {}): Promise<PlainPage> {
    const body = new URLSearchParams(
      Object.entries(fields).flatMap(([name, values]) => [values].flat().map((one) => [name, one])),
    );
    return load(path, { ...init, method: "POST", body });
  }

  /** Sends the page's form to this place, with what stands in it already and what is answered now. */
  function send(page: PlainPage, place: string, answers: Answers = {}): Promise<PlainPage> {
    const form = formTo(page, place);
    return post(form.action, { ...form.fields, ...answers });
  }

  return { load, post, send };
}

/** A form of a page: where it goes, and what a browser would send of it as it stands. */
export function formTo({ html }: Pick<PlainPage, "html">, place: string) {
  const [form = "", action = ""] =
    [...html.matchAll(/<form [^>]*action="([^"]*)"[\s\S]*?<\/form>/g)]
      .find(([, action]) => action?.endsWith(`/${place}`)) ?? [];
  if (!form) throw new Error(`The page has no form to ${place}.`);
  const fields: Record<string, string[]> = {};
  const add = (name: string, value: string) => (fields[name] ??= []).push(readText(value));
  for (const [tag] of form.matchAll(/<input [^>]*>/g)) {
    const name = attributeOf(tag, "name");
    const choice = /type="(radio|checkbox)"/.test(tag);
    if (!choice || / checked/.test(tag)) add(name, attributeOf(tag, "value"));
  }
  for (
    const [, tag = "", text = ""] of form.matchAll(/<textarea ([^>]*)>\n([\s\S]*?)<\/textarea>/g)
  ) {
    add(attributeOf(` ${tag}`, "name"), text);
  }
  return { action: readText(action), fields };
}

/** The names of the page's fields that begin so. */
export function fieldsOf({ html }: Pick<PlainPage, "html">, start: string): string[] {
  const names = [...html.matchAll(/ name="([^"]*)"/g)].map(([, name = ""]) => name);
  return [...new Set(names)].filter((name) => name.startsWith(start));
}

function attributeOf(tag: string, name: string): string {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

function readText(html: string): string {
  return html.replace(/&(#?\w+);/g, (whole, name) => entities[name] ?? whole);
}
