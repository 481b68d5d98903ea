"""名册: sites, units, streets, communities and kinds of sites."""
