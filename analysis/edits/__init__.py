"""What people decided about a workshop, laid over what the machine found.

Machine tables are never changed. `data/workshops/<slug>/edits.json` is a log to which entries are only added::

    {"version": 1, "entries": [
      {"id": "4f…", "when": "2026-11-24T18:30:00+00:00", "kind": "topic_name", "chain": "4f…",
       "anchor": {"terms": ["学校", "场地"]}, "from": "学校·场地", "to": "场地难找"},
      {"id": "9c…", "when": "2026-11-24T18:31:00+00:00", "kind": "undo", "of": "4f…"}]}

`id`      tells an entry from every other.
`when`    UTC; the order of the entries, not this, tells what came later.
`kind`    `topic_name` or `chapter_title`, an edit; `undo` or `redo`, of the edit whose id is `of`.
`chain`   the id of the first edit of the same topic or chapter; of one chain the last edit not undone counts.
`anchor`  what the edit holds on to, words and never a row's number: see `analysis.edits.anchors`.
`from`    what the name was; history, read by people alone.
`to`      what it is to be, at most `MAX_NAME` characters; null takes the machine's again.

`log` reads and writes these entries, `store` keeps them on disk, `anchors` finds what an edit is about in the tables
as they are now, `overlay` lays the names over them. What no longer finds its place is listed, never dropped.
"""
