"""Nothing to collect here: these modules need torch, which neither the product nor its tests install."""

collect_ignore_glob = ["*.py"]
