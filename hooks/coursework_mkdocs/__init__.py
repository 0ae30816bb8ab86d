"""The host's side: how a course becomes a site of MkDocs, or of a host that answers as it does."""
