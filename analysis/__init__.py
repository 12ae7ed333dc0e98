"""Workshop transcripts in, tables of speakers, topics, challenges and advice out."""

import os

# The products of matrices here are small: waking every core for them costs more than it saves. Before numpy is loaded.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"
