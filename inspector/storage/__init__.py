"""One SQLite file, photos included: revisions are the truth, tables are projections of them."""
