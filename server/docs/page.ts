import { html } from "hono/html";
import { changeTypes } from "../../shared/changes.ts";
import { problems } from "../../shared/problems.ts";
import { noticeData } from "../../shared/notices.ts";
import { htmlPage } from "../http/html.ts";
import type { OpenapiDocument, Operation } from "./document.ts";
import { changeName, noticeName } from "./named-schemas.ts";
import { type Located, operationHtml } from "./operation-html.ts";
import { liveIntro, startHere, webhooksIntro } from "./prose.ts";
import { type Html, shapeOf } from "./shape.ts";

/** The document as a page for people: no script, nothing from elsewhere. */
export async function docsPage(document: OpenapiDocument, style: string): Promise<Response> {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method, path, operation }))
  );
  const inSection = Map.groupBy(operations, sectionOf);
  const list = (section: Section) => operationsHtml(inSection.get(section) ?? [], document);

  const body = await html`
    <header>
      <p class="kicker">Wedding RSVP</p>
      <h1>The API</h1>
      <p class="lead">${document.info.description}</p>
    </header>
    <nav aria-label="On this page">
      <ul>${headings.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul>
    </nav>
    <main>
      ${section("start", startHere(document.servers[0]?.url ?? ""))}
      ${section("guests", html`<p>What the form on a couple’s page asks.</p>${list("guests")}`)}
      ${section(
        "members",
        html`<p>For couples, planners and their programs.</p>${list("members")}`,
      )}
      ${section("vendors", html`<p>Who hears of the numbers, and where.</p>${list("vendors")}`)}
      ${section("webhooks", html`${webhooksIntro}${noticesHtml(document)}`)}
      ${section("live", html`${liveIntro}${list("live")}`)}
      ${section("changes", changesHtml(document))}
      ${section("server", html`<p>For whoever runs it.</p>${list("server")}`)}
      ${section("problems", problemsHtml())}
      ${section("shapes", shapesHtml(document))}
    </main>
  `;
  return htmlPage({ lang: "en", title: "Wedding RSVP: the API", style, body: String(body) });
}

const noticeTypes = Object.keys(noticeData);

const headings = [
  ["start", "Start here"],
  ["guests", "Guests"],
  ["members", "Members"],
  ["vendors", "Vendors"],
  ["webhooks", "Webhooks"],
  ["live", "Live"],
  ["changes", "Kinds of change"],
  ["server", "The server"],
  ["problems", "Problems"],
  ["shapes", "Shapes"],
] as const;
type Section = (typeof headings)[number][0];

function section(id: Section, content: Html): Html {
  const title = headings.find(([name]) => name === id)?.[1] ?? "";
  return html`<section id="${id}"><h2>${title}</h2>${content}</section>`;
}

/** Where on the page an operation stands. */
function sectionOf({ path, operation }: Located): Section {
  const who = operation["x-who"];
  if (!path.startsWith("/v1/")) return "server";
  if (answersWith(operation, "text/event-stream")) return "live";
  if (who === "visitor" || who === "guest") return "guests";
  return /\/(vendors|endpoints|deliveries)\b/.test(path) ? "vendors" : "members";
}

function answersWith({ responses }: Operation, type: string): boolean {
  return Object.values(responses).some((answer) => "content" in answer && type in answer.content);
}

/** Operations, under a heading each where there are several kinds. */
function operationsHtml(operations: Located[], document: OpenapiDocument): Html {
  const byTag = [...Map.groupBy(operations, ({ operation }) => operation.tags[0] ?? "")];
  return html`${
    byTag.map(([tag, some]) =>
      html`
        ${byTag.length > 1 ? html`<h3>${tag}</h3>` : ""}
        ${some.map((located) => operationHtml(located, document))}
      `
    )
  }`;
}

/** Changes and notices: a line each that opens on what `data` holds. */
function entriesHtml(names: Map<string, string>, { components }: OpenapiDocument): Html {
  return html`${
    [...names].map(([title, name]) => {
      const schema = components.schemas[name] ?? {};
      return html`
        <details class="op">
          <summary><code>${title}</code> <span class="s">${schema.description ??
            ""}</span></summary>
          <div class="b" id="shape-${name}">
            <div class="shape">${shapeOf(schema)}</div>
          </div>
        </details>
      `;
    })
  }`;
}

function noticesHtml(document: OpenapiDocument): Html {
  const names = new Map(noticeTypes.map((type) => [type, noticeName(type)]));
  return html`
    <div class="shape">{<div class="in">
      <div><b>type</b>: <span class="r">one of those below</span></div>
      <div><b>timestamp</b>: <span class="t">date-time</span>
        <span class="r">when it was composed; every retry carries the same bytes</span></div>
      <div><b>data</b>: <span class="r">as its type says</span></div>
    </div>}</div>
    ${entriesHtml(names, document)}
  `;
}

function changesHtml(document: OpenapiDocument): Html {
  return html`
    <p>
      All that happens on a site is a change with a number, 1, 2, 3 … without gaps, and the hash of the
      one before. Members read them all; this is what <code>data</code> holds by type.
    </p>
    ${entriesHtml(new Map(changeTypes.map((type) => [type, changeName(type)])), document)}
  `;
}

function problemsHtml(): Html {
  const rows = Object.entries(problems).map(([code, { status, title }]) =>
    html`
      <tr id="problem-${code}">
        <td>${status}</td>
        <td><code>${code}</code></td>
        <td>${title}</td>
      </tr>
    `
  );
  return html`
    <p>
      Trouble is answered as <code>application/problem+json</code>
      (<a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>). <code>code</code> is the contract;
      <code>detail</code> is a sentence for developers; <code>instance</code> finds the request in the
      server’s log. After 429 and 503, <code>Retry-After</code> says when to come back. Every request can
      meet <code>unexpected</code>, <code>database-away</code> and <code>stopping</code>.
    </p>
    <table>
      <thead>
        <tr>
          <th>Status</th>
          <th>Code</th>
          <th>Meaning</th>
        </tr>
      </thead>
      <tbody>${rows}</tbody>
    </table>
  `;
}

function shapesHtml(document: OpenapiDocument): Html {
  const names = Object.keys(document.components.schemas).filter((name) => !name.includes("."));
  return entriesHtml(new Map(names.sort().map((name) => [name, name])), document);
}
