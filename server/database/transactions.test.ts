import assert from "node:assert/strict";
import { codeOf, onBoth } from "../testing/on-both.ts";

onBoth("begin() commits what its work wrote and gives back its result", async (sql) => {
  await sql`create table committed (id integer)`;

  const result = await sql.begin(async (tx) => {
    await tx`insert into committed (id) values (1)`;
    return [Promise.resolve("as it is")];
  });

  assert.equal(await result[0], "as it is");
  assert.deepEqual(await sql`select id from committed`, [{ id: 1 }]);
});

onBoth("begin() undoes everything when its work throws", async (sql) => {
  await sql`create table undone (id integer)`;

  const failed = sql.begin(async (tx) => {
    await tx`insert into undone (id) values (1)`;
    throw new Error("changed my mind");
  });

  await assert.rejects(failed, /changed my mind/);
  assert.deepEqual(await sql`select id from undone`, []);
});

onBoth("begin() does not commit after a failed statement, even if that was caught", async (sql) => {
  await sql`create table half_done (id integer)`;

  const failed = sql.begin(async (tx) => {
    await tx`insert into half_done (id) values (1)`;
    await tx`select 1 / 0`.catch(() => {});
    await tx`insert into half_done (id) values (2)`.catch(() => {});
  });

  assert.equal(await codeOf(failed), "22012");
  assert.deepEqual(await sql`select id from half_done`, []);
});

onBoth("begin() fails after a failed statement that nobody waited for", async (sql) => {
  await sql`create table forgotten (id integer)`;

  const failed = sql.begin(async (tx) => {
    await tx`insert into forgotten (id) values (1)`;
    tx`select 1 / 0`.catch(() => {});
  });

  assert.equal(await codeOf(failed), "22012");
  assert.deepEqual(await sql`select id from forgotten`, []);
});

onBoth("begin() commits with statements that nobody waited for, in their order", async (sql) => {
  await sql`create table unwaited (id integer)`;

  await sql.begin(async (tx) => {
    await tx`insert into unwaited (id) values (1)`;
    void tx`update unwaited set id = id + 1`;
    void tx`update unwaited set id = id * 10`;
  });

  assert.deepEqual(await sql`select id from unwaited`, [{ id: 20 }]);
});

onBoth("begin() does not commit when a statement could not even be sent", async (sql) => {
  await sql`create table unsent (id integer)`;
  const missing = JSON.parse("{}");

  const failed = sql.begin((tx) => {
    void tx`insert into unsent (id) values (1)`;
    tx`insert into unsent (id) values (${missing.id})`.catch(() => {});
    return Promise.resolve();
  });

  await assert.rejects(failed, /undefined/);
  assert.deepEqual(await sql`select id from unsent`, []);
});

onBoth("begin() fails when the commit does", async (sql) => {
  await sql`create table firsts (id integer primary key)`;
  await sql`
    create table seconds (id integer references firsts deferrable initially deferred)
  `;

  const failed = sql.begin(async (tx) => {
    await tx`insert into seconds (id) values (1)`;
  });

  assert.equal(await codeOf(failed), "23503");
  assert.deepEqual(await sql`select id from seconds`, []);
});

onBoth("nobody else sees a transaction that is not committed", async (sql) => {
  await sql`create table hidden (id integer)`;
  const inserted = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  const seen = inserted.promise.then(() => {
    const counted = sql`select count(*) as rows from hidden`;
    asked.resolve();
    return counted;
  });

  const failed = sql.begin(async (tx) => {
    await tx`insert into hidden (id) values (1)`;
    inserted.resolve();
    await asked.promise;
    throw new Error("not after all");
  });

  await assert.rejects(failed, /not after all/);
  assert.deepEqual(await seen, [{ rows: 0 }]);
});

onBoth("statements of a transaction may be started together and run in order", async (sql) => {
  const answers = await sql.begin(async (tx) => {
    await tx`create table numbered (place serial, number integer)`;
    const numbers = Array.from({ length: 30 }, (_, index) => index);
    await Promise.all(
      numbers.map((number) => tx`insert into numbered (number) values (${number})`),
    );
    return await Promise.all([
      tx`select count(*) as rows from numbered`,
      tx`select count(*) as misplaced from numbered where place <> number + 1`,
    ]);
  });

  assert.deepEqual(answers, [[{ rows: 30 }], [{ misplaced: 0 }]]);
});

onBoth("statements started together all fail when one does", async (sql) => {
  await sql`create table together (id integer primary key)`;

  const failed = sql.begin((tx) =>
    Promise.all([1, 2, 1, 3].map((id) => tx`insert into together (id) values (${id})`))
  );

  assert.equal(await codeOf(failed), "23505");
  assert.deepEqual(await sql`select id from together`, []);
});

onBoth("transactions started together do not mix", async (sql) => {
  await sql`create table counter (value integer)`;
  await sql`insert into counter (value) values (0)`;

  await Promise.all(Array.from({ length: 25 }, () =>
    sql.begin(async (tx) => {
      const [row] = await tx<{ value: number }>`select value from counter for update`;
      await tx`update counter set value = ${(row?.value ?? 0) + 1}`;
    })));

  assert.deepEqual(await sql`select value from counter`, [{ value: 25 }]);
});

onBoth("a transaction that asks the outer sql is told so", async (sql) => {
  const wrong = sql.begin(async (tx) => {
    await tx`select 1`;
    await sql`select 2`;
  });

  await assert.rejects(wrong, /Inside a transaction, ask the transaction/);
  assert.deepEqual(await sql`select 3 as three`, [{ three: 3 }]);
});

onBoth("a transaction that is over takes no more statements", async (sql) => {
  const kept = await sql.begin((tx) => Promise.resolve({ tx }));

  await assert.rejects(kept.tx`select 1`, /This transaction is over/);
});
