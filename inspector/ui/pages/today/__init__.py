"""今日: where the day starts."""
