"""自填: full screen, one question a page."""
