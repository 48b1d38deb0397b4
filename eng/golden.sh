#!/usr/bin/env bash
# The golden night: what a night makes of three companies, as hashes. Two builds that print the same lines rank alike.
# usage: eng/golden.sh INFLUENCERMAP.DLL DATA
#   DATA  the folder with manufacturing-email and email-eu-core. Takes about a minute; needs python3.
set -euo pipefail
[[ $# -eq 2 && -f $1 && -d $2/manufacturing-email && -d $2/email-eu-core ]] || {
  echo "usage: eng/golden.sh INFLUENCERMAP.DLL DATA; DATA holds manufacturing-email and email-eu-core" >&2
  exit 2
}
program=$(realpath "$1") data=$(realpath "$2")
# The same pseudonyms each time: they order equal ranks. A key of made companies alone.
export INFLUENCERMAP_KEY=$(printf "%064d" 7)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
run() { dotnet "$program" "$@" 2>>"$work/log" >>"$work/log" || { tail -n 5 "$work/log" >&2; exit 1; }; }

run demo --out demo
mkdir manufacturing eu-core
store=manufacturing/influencermap.db
run import people "$data/manufacturing-email/reportsto.csv" --map id=ID,manager=ReportsToID --store $store
run import interactions "$data/manufacturing-email/communication.csv" --format csv --delimiter ";" \
  --map from=Sender,to=Recipient,at=EventDate --store $store
for preset in plain default; do
  run nightly --as-of 2010-10-01 --window-days 300 --preset $preset --store $store
done
store=eu-core/influencermap.db
run import people "$data/email-eu-core/email-Eu-core-department-labels.txt" \
  --no-header --delimiter whitespace --map id=1,department=2 --store $store
run import interactions "$data/email-eu-core/email-Eu-core.txt" \
  --no-header --delimiter whitespace --map from=1,to=2 --at 2010-01-01 --store $store
run nightly --as-of 2010-02-01 --preset plain --store $store

python3 - demo manufacturing eu-core <<'PYTHON'
import hashlib, sqlite3, sys
for company in sys.argv[1:]:
    store = sqlite3.connect(f"{company}/influencermap.db")
    for number, inputs, options in store.execute(
            "SELECT run_number, input_hash, options_hash FROM runs ORDER BY run_number").fetchall():
        print(company, "input", inputs, "options", options)
        for table in "rankings", "run_ties", "run_rule_effects", "run_rule_moves", "run_hygiene", "run_voices":
            rows = store.execute(f"SELECT * FROM {table} WHERE run_number = ?", [number]).fetchall()
            text = "\n".join(sorted(map(repr, rows)))
            print(f"  {table:16} {len(rows):7} rows  {hashlib.sha256(text.encode()).hexdigest()[:32]}")
PYTHON
