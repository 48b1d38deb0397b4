#!/bin/sh
# The graph core beside igraph: prints the table and writes benchmarks/results/PROCESSOR/core.md.
# Needs Debian's python3-igraph; takes about five minutes. usage: benchmarks/compare.sh [DATA] [--quick]
set -eu
cd "$(dirname "$0")/.."
exec dotnet run -c Release --project benchmarks -- core "$@"
