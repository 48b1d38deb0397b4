"""Times one measure of python-igraph on an edge list: "seconds" on the first line, then one score a line.

usage: igraph_peer.py EDGES NODE_COUNT MEASURE
EDGES holds "source target length" a line; loading is not timed, processor time of the one thread is.
"""
import sys
import time

import igraph

path, node_count, measure = sys.argv[1], int(sys.argv[2]), sys.argv[3]
rows = [tuple(map(int, line.split())) for line in open(path)]
graph = igraph.Graph(n=node_count, edges=[(source, target) for source, target, _ in rows])
lengths = [length for _, _, length in rows]

start = time.process_time()
if measure == "betweenness":
    scores = graph.betweenness()
elif measure == "betweenness-weighted":
    scores = graph.betweenness(weights=lengths)
elif measure == "harmonic":
    scores = graph.harmonic_centrality(normalized=False)
else:
    sys.exit(f"no measure {measure}")
print(time.process_time() - start)
for score in scores:
    print(repr(score))
