// Reads one JSON string a line, each the text of an Argdown file, and answers each with one line: what the parser of
// Argdown itself finds in it. One process serves a whole run of tests.
import { argdown } from "@argdown/core";
import { createInterface } from "node:readline";

const title = (node) => node.title ?? node.argumentTitle;
const told = (members) =>
  Object.fromEntries(
    Object.entries(members).map(([name, one]) => [
      name,
      { texts: one.members.map((member) => member.text).filter(Boolean), tags: one.tags ?? [], data: one.data ?? {} },
    ]),
  );

for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    const response = argdown.run({
      input: JSON.parse(line),
      process: ["parse-input", "build-model"],
      logLevel: "silent",
      throwExceptions: true,
    });
    answer = {
      errors: [...(response.lexerErrors ?? []), ...(response.parserErrors ?? [])].map((error) => error.message),
      front: response.frontMatter ?? {},
      sections: response.sections ?? [],
      statements: told(response.statements),
      arguments: told(response.arguments),
      relations: response.relations.map((one) => [title(one.from), one.relationType, title(one.to)]),
    };
  } catch (error) {
    answer = { errors: [String(error)] };
  }
  process.stdout.write(
    JSON.stringify(answer, (key, value) => {
      if (key === "parent" || key === "astNode" || key === "heading") return undefined;
      return value;
    }) + "\n",
  );
}
