/**
 * .github/workflows/treaty.yml. The whole history is fetched: the change is compared with where it left
 * its base. GitHub sets GITHUB_BASE_REF; read by the shell, a branch's name is never part of the script.
 */
export const WORKFLOW_TEXT = `name: Treaty
on: pull_request
permissions: { contents: read }
jobs:
  treaty:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with: { fetch-depth: 0, persist-credentials: false }
      - run: npx --yes @treaty/cli@0 check --against "origin/$GITHUB_BASE_REF" --format github
`;
