#!/bin/sh
# The graph core beside igraph: prints the table and writes benchmarks/results/PROCESSOR/core.md. Without options a whole
# night on a made company follows.
# Needs Debian's python3-igraph; takes about six minutes. usage: benchmarks/compare.sh [DATA] [--quick]
set -eu
cd "$(dirname "$0")/.."
dotnet run -c Release --project benchmarks -- core "$@"
[ $# -gt 0 ] || dotnet run -c Release --project benchmarks -- nightly
