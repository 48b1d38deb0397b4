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
elif measure == "betweenness-3":
    scores = graph.betweenness(cutoff=3)
elif measure == "edge-betweenness":
    scores = graph.edge_betweenness()
elif measure == "constraint":
    scores = [0 if score != score else score for score in graph.constraint()]
elif measure == "eigenvector":
    scores = graph.eigenvector_centrality()
elif measure == "personalised-pagerank":
    scores = graph.personalized_pagerank(reset_vertices=list(range(10)))
elif measure == "leiden":
    scores = [max(
        graph.modularity(graph.community_leiden(objective_function="modularity", n_iterations=10))
        for _ in range(10))]
else:
    sys.exit(f"no measure {measure}")
print(time.process_time() - start)
for score in scores:
    print(repr(score))
