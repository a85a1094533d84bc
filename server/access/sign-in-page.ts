import { htmlPage } from "../http/html.ts";

const style = `
  body { margin: 0; font: 1.125rem/1.5 system-ui, sans-serif; color: #2b2622; background: #faf7f2; }
  main { max-width: 26rem; margin: 15vh auto 0; padding: 0 1.5rem; }
  h1 { font-size: 1.5rem; }
  label, input, button { display: block; font: inherit; }
  input, button { box-sizing: border-box; width: 100%; padding: 0.75rem 1rem; border-radius: 0.375rem; }
  input { margin: 0.25rem 0 1rem; border: 1px solid #85776b; background: #fff; color: inherit; }
  button { border: 0; background: #6d4432; color: #fff; cursor: pointer; }
  [hidden] { display: none; }
`;

const body = `
<main>
  <h1>Sign in</h1>
  <noscript><p>This page needs JavaScript.</p></noscript>
  <button id="enter" type="button" hidden>Sign in on this device</button>
  <form id="ask" hidden>
    <label for="mail">Your mail address</label>
    <input id="mail" type="email" autocomplete="email" required>
    <button>Send me a link</button>
  </form>
  <p id="said" role="status"></p>
</main>`;

// Opening the link does nothing yet: mail scanners open links, they do not press buttons.
const script = `
  const [enter, ask, mail, said] = ["enter", "ask", "mail", "said"]
    .map((id) => document.getElementById(id));
  let secret = location.hash.slice(1);

  function show() {
    enter.hidden = !secret;
    ask.hidden = Boolean(secret);
  }

  async function post(path, body) {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    if (response.ok) return answer;
    throw Object.assign(new Error(answer.title), { status: answer.status });
  }

  async function say(button, work) {
    button.disabled = true;
    said.textContent = "One moment …";
    said.textContent = await work().catch((error) => error.message + ".");
    button.disabled = false;
  }

  enter.addEventListener("click", () => say(enter, async () => {
    try {
      const me = await post("v1/sign-in/confirm", { secret });
      enter.hidden = true;
      return "You are signed in as " + me.mail + ".";
    } catch (error) {
      if (error.status === 401) secret = "";
      show();
      throw error;
    }
  }));

  ask.addEventListener("submit", (event) => {
    event.preventDefault();
    say(ask.querySelector("button"), async () => {
      await post("v1/sign-in", { mail: mail.value });
      return "If this address manages a site, a link is on its way. It works for 15 minutes.";
    });
  });

  // Out of the address bar, so that it is neither kept in the history nor copied with the address.
  history.replaceState(null, "", location.pathname);
  show();
`;

/** The page that a sign-in link opens: the secret stands behind the #, and a press of the button uses it up. */
export function signInPage(): Promise<Response> {
  return htmlPage({
    lang: "en",
    title: "Sign in",
    style,
    script,
    body,
    policy: { "connect-src": "'self'" },
  });
}
