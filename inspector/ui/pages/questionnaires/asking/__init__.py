"""代填 and 纸质录入: one page, keys."""
