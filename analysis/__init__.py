"""Workshop transcripts in, tables of speakers, topics, challenges and advice out."""

__version__ = "0.1.0"
