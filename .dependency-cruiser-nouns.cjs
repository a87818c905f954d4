// No circle between the folders of lib, types included: STYLE.md writes their order. A rule about folders sees every
// file in them, so tests, which may look anywhere, are left out here.
const { options } = require("./.dependency-cruiser.cjs");

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: "nouns-stand-on-each-other", scope: "folder", severity: "error", from: {}, to: { circular: true } },
  ],
  options: { ...options, includeOnly: "^lib/", exclude: "\\.test\\.tsx?$" },
};
