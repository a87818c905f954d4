// Imported before anything else, so nothing here may be newer than the Node it has to refuse.
const needed = [20, 19];
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  console.error(
    `\nerror  Node ${needed.join(".")} or later is needed; this is ${process.versions.node} (${process.execPath}).\n` +
      "       Install a current one from https://nodejs.org, then start again.\n",
  );
  process.exit(1);
}
