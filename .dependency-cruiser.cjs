// Who may import whom: app → components → lib/<noun> → lib/server → lib/shared. Nobody reaches up.
// What an import graph cannot see is held by tests/architecture.test.ts.

const DATA_ACCESS = "^lib/[^/]+/(select|queries|admin-queries|mutations|jobs|[a-z-]+-sql)\\.ts$";

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-unresolved",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(server-only|next/dist/server/lib/incremental-cache/)" },
    },
    {
      name: "shared-knows-nothing",
      comment: "lib/shared is pure: it may read messages/ and nothing else of the house",
      severity: "error",
      from: { path: "^lib/shared/", pathNot: "\\.test\\.ts$" },
      to: { path: "^(app|components|prisma|scripts|tests|lib/(?!shared/))" },
    },
    {
      name: "server-knows-no-noun",
      severity: "error",
      from: { path: "^lib/server/", pathNot: "\\.test\\.ts$" },
      to: { path: "^(app|components|scripts|tests|lib/(?!shared/|server/))" },
    },
    {
      name: "admissions-are-never-scored",
      comment: "hours, wait and cost are printed with their day, and order nothing",
      severity: "error",
      from: { path: "^lib/(rankings|methods|search|imports)/", pathNot: "\\.test\\.ts$" },
      to: { path: "^lib/admissions/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "lib-knows-no-pages",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(app|components)/" },
    },
    {
      name: "components-know-no-pages",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^app/" },
    },
    {
      name: "components-never-fetch",
      comment: "components see types, schemas, actions and pure files; data comes in as props",
      severity: "error",
      from: { path: "^components/" },
      to: { path: [DATA_ACCESS, "^lib/server/", "^prisma/"] },
    },
    {
      name: "ui-knows-no-noun",
      comment: "components/ui could serve any product",
      severity: "error",
      from: { path: "^components/ui/" },
      to: { path: "^(lib/(?!shared/)|components/(?!ui/))" },
    },
    {
      name: "pages-never-write",
      comment: "pages call queries and actions, never mutations or the database",
      severity: "error",
      from: { path: "^app/" },
      to: {
        path: ["^lib/[^/]+/(mutations|select|jobs)\\.ts$", "^lib/server/db\\.ts$", "^prisma/"],
      },
    },
    {
      name: "only-data-access-knows-the-database",
      severity: "error",
      from: {
        path: "^(app|components|lib)/",
        pathNot: [DATA_ACCESS, "^lib/server/", "^lib/staff/auth\\.ts$", "\\.test\\.ts$"],
      },
      to: { path: ["^lib/server/db\\.ts$", "^prisma/generated/"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "selects-stay-home",
      comment: "but for the ground floor: what a list shows of a listing is chosen there once",
      severity: "error",
      from: { path: "^lib/([^/]+)/", pathNot: "\\.test\\.ts$" },
      to: { path: "^lib/[^/]+/select\\.ts$", pathNot: "^lib/($1|facts)/" },
    },
    {
      name: "only-the-mailer-knows-nodemailer",
      severity: "error",
      from: { path: "^(app|components|lib|scripts)/", pathNot: "^lib/server/mailer\\.ts$" },
      to: { path: "node_modules/(@types/)?nodemailer/" },
    },
    {
      name: "zod-comes-configured",
      comment: "lib/shared/zod keeps zod from probing `new Function`, which our pages' policy refuses",
      severity: "error",
      from: { path: "^(app|components|lib)/", pathNot: "^lib/shared/zod(-parts|-documents)?\\.ts$" },
      to: { path: "node_modules/zod/" },
    },
    {
      name: "schemas-carry-no-words",
      comment: "a schema reaches the browser, and every word of both languages would go with it",
      severity: "error",
      from: { path: "^lib/[^/]+/schema\\.ts$" },
      to: { path: "^(lib/shared/i18n\\.ts$|messages/)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "product-knows-no-tests",
      severity: "error",
      from: { path: "^(app|components|lib|prisma)/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^tests/" },
    },
    {
      name: "only-a-refresh-asks-other-servers",
      comment: "a command or the worker does; no page, action or query sends a request to a third party",
      severity: "error",
      from: { path: "^(app|components|lib)/", pathNot: "^lib/refreshes/|\\.test\\.ts$" },
      to: { path: "^lib/(server/download|refreshes/jobs)\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "reading-pages-have-no-client-tools",
      comment: "documents are sent without scripts: use-intl's provider and the form library have no place there",
      severity: "error",
      from: { path: "^app/\\[locale\\]/\\(reading\\)/" },
      to: { path: ["^components/layout/words\\.tsx$", "node_modules/react-hook-form/"] },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "prisma/generated"] },
    exclude: { path: ["^\\.next", "^\\.data"] },
    tsPreCompilationDeps: "specify",
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["react-server", "import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
