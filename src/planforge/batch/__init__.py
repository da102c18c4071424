"""One function for each of many tasks, in several processes: bounded batches, results in order."""
