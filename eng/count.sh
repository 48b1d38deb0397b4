#!/usr/bin/env bash
# Counts lines that are neither blank nor comment: C# by project of src, and the SQL of statements and of migrations.
# usage: eng/count.sh [REVISION]    the working tree when left out
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

tree=.
if [[ $# -gt 0 ]]; then
  [[ $1 != -* ]] || { echo "usage: eng/count.sh [REVISION]" >&2; exit 2; }
  git rev-parse --quiet --verify "$1^{commit}" >/dev/null || { echo "There is no revision $1." >&2; exit 2; }
  tree=$(mktemp -d)
  trap 'rm -rf "$tree"' EXIT
  git archive "$1" src | tar -x -C "$tree"
fi

# A comment begins its line: // in C#, -- in SQL, or /* up to */. Text behind code does not make the line a comment.
lines() {
  xargs -0 -r cat | awk -v line="$1" '
    { gsub(/^\xef\xbb\xbf|\r/, "") }
    inside { inside = !/\*\//; next }
    $0 ~ "^[ \t]*" line { next }
    /^[ \t]*\/\*/ { inside = !/\*\//; next }
    /[^ \t]/ { count++ }
    END { print count + 0 }'
}
files() { find "$tree/src/$1" -name "$2" -not -path '*/obj/*' -not -path '*/bin/*' "${@:3}" -print0; }

printf '%-12s %6s %7s\n' project files lines
for folder in "$tree"/src/*/; do
  project=$(basename "$folder")
  printf '%-12s %6d %7d\n' "$project" "$(files "$project" '*.cs' | tr -dc '\0' | wc -c)" \
    "$(files "$project" '*.cs' | lines //)"
done
printf '%-12s %6d %7d\n' statements "$(files . '*.sql' -not -path '*/Migrations/*' | tr -dc '\0' | wc -c)" \
  "$(files . '*.sql' -not -path '*/Migrations/*' | lines --)"
printf '%-12s %6d %7d\n' migrations "$(files . '*.sql' -path '*/Migrations/*' | tr -dc '\0' | wc -c)" \
  "$(files . '*.sql' -path '*/Migrations/*' | lines --)"
