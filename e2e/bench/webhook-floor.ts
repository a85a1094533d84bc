// The floor of deliveries: a loop of fetches to the same receiver, as many at once, nothing signed and nothing recorded.
const [receiver = "", wanted = "0", concurrency = "1", bytes = "0"] = Deno.args;
const count = Number(wanted);
const body = "x".repeat(Number(bytes));
let index = 0;

async function one(): Promise<void> {
  while (index < count) {
    const id = index++;
    const response = await fetch(`${receiver}/hook/${id % 200}`, {
      method: "POST",
      headers: { "content-type": "application/json", "webhook-id": String(id) },
      body,
    });
    await response.arrayBuffer();
  }
}

await Promise.all(Array.from({ length: Number(concurrency) }, one));
