"""问卷: forms and their responses, asking in three ways, results."""
