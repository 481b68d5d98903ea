"""Words for refusals and complaints, in both languages and without Qt: window and command line say the same."""
