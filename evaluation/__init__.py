"""How good the reading is: gold reports, scores, gains and samples (`python -m evaluation`)."""
