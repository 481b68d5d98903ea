"""反馈: what units sent back, gone through before it is taken in."""
