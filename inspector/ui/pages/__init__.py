"""The pages; none of them knows another."""
