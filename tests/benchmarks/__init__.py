"""How fast and how large: newsarchive and Hugo on the same invented newspaper. `python -m tests.benchmarks`."""
