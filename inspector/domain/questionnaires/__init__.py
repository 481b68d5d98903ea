"""问卷: forms, how they run, what was answered and what the answers say."""
